#pragma once
// The textbook figures of access, for each zone and in all: of people, never of cells.

#include <array>
#include <optional>

#include "gapmap/coverage/accessibility.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/places/zones.h"

namespace gapmap {

/// Every indicator is over `residents_with_way`, those whose cost to a place is known; residents
/// without one (Unreachable, OffNetwork) are in none and told by `residents` beside it. Unknown
/// residents are in no figure. Nothing where nobody has a way.
template <CostType Cost>
struct Indicators {
  std::size_t cells_without_number = 0;
  People residents{0};
  People residents_with_way{0};
  /// Cost to the nearest place; see CostDistribution.
  std::optional<Natural<Cost>> cost_mean;
  std::optional<Cost> cost_median;
  std::optional<Cost> cost_p90;
  /// See coverage/inequality.
  std::optional<double> gini;
  std::optional<double> palma_ratio;
  std::array<std::optional<double>, 3> fgt;  ///< by alpha
  /// Population-weighted means; nothing also if it was not asked for.
  std::optional<Accessibility> accessibility;

  /// Residents who have no way to any place, by all; nothing where nobody lives.
  [[nodiscard]] std::optional<double> share_without_way() const noexcept {
    if (!(residents > People{0})) return std::nullopt;
    return (residents - residents_with_way) / residents;
  }
};

/// Of one zoning. Residents of all zones and of none add up to the total.
template <CostType Cost>
struct ZoneIndicators {
  IdVector<ZoneId, Indicators<Cost>> zones;
  std::optional<Indicators<Cost>> in_none;  ///< if there is a cell in no zone
  Indicators<Cost> total;
};

namespace coverage {

/// `accessibility` is that of access_each(), or empty: then it is no figure.
/// Requires: all were made for the same population. Cost: O(n log n) in the cells.
template <CostType Cost>
[[nodiscard]] ZoneIndicators<Cost> indicate(Population const& population,
                                            Coverage<Cost> const& coverage,
                                            IdVector<CellId, Accessibility> const& accessibility,
                                            Zoning const& zoning);

}  // namespace coverage
}  // namespace gapmap
