#pragma once
// The waist. Everything upstream (roads, modes, attachment, searches) makes a ReachTable;
// everything downstream (coverage, gaps, siting, reports) reads only a ReachTable, places and
// people.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/places/facility.h"
#include "gapmap/places/population.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// Why a row is as it is.
enum class Connection : std::uint8_t {
  Reached,        ///< at least one facility
  BeyondHorizon,  ///< on the network; the nearest facility, if any, costs more than the horizon
                  ///< searched
  Unreachable,    ///< on a piece of network from which no facility can be reached, searched without
                  ///< horizon
  OffNetwork,  ///< farther from every road than people were attached, and no facility is straight
               ///< ahead
};

template <CostType Cost>
struct Reach {
  FacilityId facility;
  Cost cost;  ///< the whole way, both off-road legs included
  friend bool operator==(Reach const&, Reach const&) = default;
};

/// For every cell the facilities it reaches, cheapest first, ties by FacilityId: all of them up to
/// `horizon`, or the k nearest. Horizon is how far we looked; what people may be asked to travel is
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
  IdVector<FacilityId, Meters> facility_off_road;  ///< likewise
  IdVector<FacilityId, bool> facility_is_attached;
  Cost horizon = Cost::infinite();  ///< inclusive
  /// As many facilities as were looked for. A shorter row has all there are within the horizon:
  /// without one, no further facility can be reached.
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
