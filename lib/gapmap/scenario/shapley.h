#pragma once
// The change between two states as a sum of parts, one for each factor that changed.

#include <cstdint>
#include <span>
#include <vector>

namespace gapmap::scenario {

/// Largest number of factors; beyond it, orders times figures no longer fit 64 bits.
inline constexpr std::size_t kMostFactors = 8;

/// Returns n!, the number of orders in which n factors may change one after the other.
/// Requires: n <= kMostFactors.
[[nodiscard]] std::int64_t orders_of(std::size_t n);

/// Returns the Shapley value of each factor: what it adds to the figure when it changes, averaged
/// over all orders of changes. figures[S] is the figure when exactly the factors whose bits are set
/// in S have changed. Values are exact, in units of 1/n!, and add up to n! times the whole change.
/// Requires: 2^n figures with n <= kMostFactors, each below 10^13.
/// Cost:     O(n 2^n).
/// Source:   Shapley (1953).
[[nodiscard]] std::vector<std::int64_t> shapley(std::span<std::int64_t const> figures);

}  // namespace gapmap::scenario
