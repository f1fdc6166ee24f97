#pragma once
// The waist. Everything upstream (roads, modes, attachment, searches) makes a ReachTable;
// everything downstream (coverage, gaps, siting, reports) reads only a ReachTable, places and
// people.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/places/place.h"
#include "gapmap/places/population.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// Why a row is as it is.
enum class Connection : std::uint8_t {
  Reached,       ///< at least one place
  BeyondCutoff,  ///< on the network; the nearest place, if any, costs more than the cutoff
                 ///< searched
  Unreachable,   ///< on a component of network from which no place can be reached, searched without
                 ///< cutoff
  OffNetwork,    ///< farther from every road than people were attached, and no place is straight
                 ///< ahead
};

template <CostType Cost>
struct Reach {
  PlaceId place;
  Cost cost;  ///< the whole way, both off-road legs included
  friend bool operator==(Reach const&, Reach const&) = default;
};

/// For every cell the places it reaches, cheapest first, ties by PlaceId: all of them up to
/// `cutoff`, or the k nearest. Cutoff is how far we looked; what people may be asked to travel is
/// the limit, and no matter of this table.
///
/// 13 bytes a cell and 8 a reach: 21 bytes a row if only the nearest was asked for.
template <CostType Cost>
struct ReachTable {
  std::vector<std::uint32_t> first_reach{
      0};  ///< row of cell c: first_reach[c] .. first_reach[c + 1]
  std::vector<Reach<Cost>> reaches;
  IdVector<CellId, Connection> connections;
  IdVector<CellId, Meters> off_road;  ///< of the cell; infinite where there is no road at all
  IdVector<PlaceId, Meters> place_off_road;  ///< likewise
  IdVector<PlaceId, bool> place_is_attached;
  Cost cutoff = Cost::infinite();  ///< inclusive
  /// As many places as were looked for. A shorter row has all there are within the cutoff:
  /// without one, no further place can be reached.
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
