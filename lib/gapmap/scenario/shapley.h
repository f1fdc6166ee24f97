#pragma once
// The change between two states as a sum of parts, one for each thing that changed.

#include <cstdint>
#include <span>
#include <vector>

namespace gapmap::scenario {

/// At most so many things change; beyond it the orders no longer fit 64 bits beside the figures.
inline constexpr std::size_t kMostFactors = 8;

/// n!, the number of orders in which n things may change one after the other.
/// Requires: n <= kMostFactors.
[[nodiscard]] std::int64_t orders_of(std::size_t n);

/// `figures[S]` is the figure when the things whose bits are set in S have changed and the others
/// have not. The part of each is what it adds to the figure when it changes, averaged over all
/// orders in which all of them may change (Shapley 1953), in units of 1/n!: exact. The parts add up
/// to n! times the whole change. Requires: 2^n figures with n <= kMostFactors, each below 10^13.
/// Cost: O(n 2^n).
[[nodiscard]] std::vector<std::int64_t> shapley(std::span<std::int64_t const> figures);

}  // namespace gapmap::scenario
