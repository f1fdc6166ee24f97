#pragma once
// What a sweep knows of a node, packed into one number.

#include <cstdint>

#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// A cost in the upper half and a label in the lower: one comparison orders by cost, then by label.
using PackedLabel = std::uint64_t;

inline constexpr PackedLabel kUnreached = ~PackedLabel{0};

template <CostType Cost>
[[nodiscard]] constexpr PackedLabel pack(Cost cost, std::uint32_t label) noexcept {
  return PackedLabel{cost.value()} << 32U | label;
}
[[nodiscard]] constexpr std::uint32_t cost_of(PackedLabel packed) noexcept {
  return static_cast<std::uint32_t>(packed >> 32U);
}
[[nodiscard]] constexpr std::uint32_t label_of(PackedLabel packed) noexcept {
  return static_cast<std::uint32_t>(packed);
}

}  // namespace gapmap::graph
