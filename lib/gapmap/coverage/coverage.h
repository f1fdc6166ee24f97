#pragma once
// Who is within the limit, and why the others are not.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "gapmap/reach/reach_table.h"

namespace gapmap {

enum class Status : std::uint8_t {
  Covered,      ///< a place is within the limit (inclusive)
  TooFar,       ///< the nearest place is beyond the limit: a gap in the service
  Unreachable,  ///< no place on this component of the network: a gap in the data or an island, not
                ///< a gap in the service
  OffNetwork,   ///< no road is near enough: a gap in the data, not in the service
};
inline constexpr std::size_t kStatuses = 4;

/// Returns the name of the status in outputs.
[[nodiscard]] constexpr std::string_view name_of(Status status) noexcept {
  constexpr std::array<std::string_view, kStatuses> kNames{"covered", "too_far", "unreachable",
                                                           "off_network"};
  return kNames[static_cast<std::size_t>(status)];
}

template <CostType Cost>
struct CellCoverage {
  Status status;
  std::optional<Cost> cost;  ///< of the whole way to the nearest place; nothing if there is none
  PlaceId nearest = PlaceId::none();
};

template <CostType Cost>
struct Coverage {
  IdVector<CellId, CellCoverage<Cost>> cells;
  Cost limit;
};

namespace coverage {

/// Compares the nearest place of one cell with the limit (inclusive). Its requirements are those of
/// assess() for all cells.
template <CostType Cost>
[[nodiscard]] CellCoverage<Cost> assess(ReachTable<Cost> const& reach, CellId cell, Cost limit);

/// Compares every cell's nearest place with the limit (inclusive). If the search had a finite
/// cutoff, cells whose places lie beyond it are TooFar without a cost.
/// Requires: `reach` was searched at least as far as `limit`.
template <CostType Cost>
[[nodiscard]] Coverage<Cost> assess(ReachTable<Cost> const& reach, Cost limit);

}  // namespace coverage
}  // namespace gapmap
