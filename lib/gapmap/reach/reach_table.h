#pragma once
// The table between searches and results. Everything upstream (roads, modes, attachment, searches)
// makes a ReachTable; everything downstream (coverage, gaps, siting, reports) reads only a
// ReachTable, places and people.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// Why a row is empty, or that it is not.
enum class Connection : std::uint8_t {
  Reached,       ///< at least one place was reached
  BeyondCutoff,  ///< on the network, but the nearest place, if any, costs more than the cutoff
  Unreachable,   ///< in a component from which no place can be reached, searched without a cutoff
  OffNetwork,  ///< farther from every road than people are attached, and no place is straight ahead
};

template <CostType Cost>
struct Reach {
  PlaceId place;
  Cost cost;  ///< the whole way, both off-road legs included
  friend bool operator==(Reach const&, Reach const&) = default;
};

/// The places that every cell reaches, cheapest first: all of them up to `cutoff`, or the k
/// nearest. The cutoff is how far the search looked; the limit, which people may be asked to
/// travel, is not part of this table.
///
/// Ties: by PlaceId.
/// Memory: 13 bytes per cell and 8 per reach, so 21 bytes per row with the nearest place only.
template <CostType Cost>
struct ReachTable {
  std::vector<std::uint32_t> first_reach{
      0};  ///< row of cell c: first_reach[c] .. first_reach[c + 1]
  std::vector<Reach<Cost>> reaches;
  IdVector<CellId, Connection> connections;
  /// Off-road leg of each cell and of each place; infinite where there is no road at all.
  IdVector<CellId, Meters> off_road;
  IdVector<PlaceId, Meters> place_off_road;
  IdVector<PlaceId, bool> place_is_attached;
  Cost cutoff = Cost::infinite();  ///< inclusive
  /// The number of places looked for. A shorter row has all there are within the cutoff; without a
  /// cutoff, no further place can be reached.
  std::size_t k = 1;

  [[nodiscard]] std::span<Reach<Cost> const> row(CellId cell) const noexcept {
    auto const first = first_reach[cell.value()];
    return std::span{reaches}.subspan(first, first_reach[cell.value() + 1] - first);
  }
  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const noexcept {
    auto const row = this->row(cell);
    return row.empty() ? std::nullopt : std::optional{row.front()};
  }
};

}  // namespace gapmap
