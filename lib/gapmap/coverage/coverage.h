#pragma once
// Who is within the limit, and why the others are not.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "gapmap/reach/reach_table.h"

namespace gapmap {

enum class Status : std::uint8_t {
  Covered,      ///< a place within the limit (inclusive)
  TooFar,       ///< the nearest place is farther: a gap in the service
  Unreachable,  ///< no place on this component of network: a gap in the data or an island, not in
                ///< the service
  OffNetwork,   ///< no road near enough: likewise
};
inline constexpr std::size_t kStatuses = 4;

/// As written in outputs.
[[nodiscard]] constexpr std::string_view name_of(Status status) noexcept {
  constexpr std::array<std::string_view, kStatuses> kNames{"covered", "too_far", "unreachable",
                                                           "off_network"};
  return kNames[static_cast<std::size_t>(status)];
}

template <CostType Cost>
struct CellCoverage {
  Status status;
  std::optional<Cost> cost;  ///< whole way to the nearest place; nothing where there is none
  PlaceId nearest = PlaceId::none();
};

template <CostType Cost>
struct Coverage {
  IdVector<CellId, CellCoverage<Cost>> cells;
  Cost limit;
};

namespace coverage {

/// Holds a cell's nearest place against the limit (inclusive); requires as assess() of all.
template <CostType Cost>
[[nodiscard]] CellCoverage<Cost> assess(ReachTable<Cost> const& reach, CellId cell, Cost limit);

/// Holds every cell's nearest place against the limit (inclusive).
/// Requires: `reach` was searched at least as far as `limit`; with a finite cutoff what lies beyond it is TooFar without a
/// cost.
template <CostType Cost>
[[nodiscard]] Coverage<Cost> assess(ReachTable<Cost> const& reach, Cost limit);

}  // namespace coverage
}  // namespace gapmap
