#pragma once
// Textbook indicators of access for each zone and in total, weighted by residents rather than
// cells.

#include <array>
#include <optional>

#include "gapmap/coverage/accessibility.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/places/zones.h"

namespace gapmap {

/// Indicators of one zone, over `residents_with_way`: residents whose cost to a place is known.
/// Residents without one (Unreachable, OffNetwork) are only in `residents`; unknown residents are
/// in no figure. Values are absent where nobody has a way.
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
  /// Population-weighted means; nothing also if accessibility was not asked for.
  std::optional<Accessibility> accessibility;

  /// Returns the share of residents who have no way to any place; nothing where nobody lives.
  [[nodiscard]] std::optional<double> share_without_way() const noexcept {
    if (!(residents > People{0})) return std::nullopt;
    return (residents - residents_with_way) / residents;
  }
};

/// Indicators of one zoning. Residents of all zones and of cells in none add up to the total.
template <CostType Cost>
struct ZoneIndicators {
  IdVector<ZoneId, Indicators<Cost>> zones;
  std::optional<Indicators<Cost>> in_none;  ///< cells in no zone, if there are any
  Indicators<Cost> total;
};

namespace coverage {

/// Returns the indicators of every zone. `accessibility` comes from access_each(); if it is empty,
/// zones have no accessibility.
/// Requires: all arguments were made for the same population.
/// Cost:     O(n log n) in the cells.
template <CostType Cost>
[[nodiscard]] ZoneIndicators<Cost> indicate(Population const& population,
                                            Coverage<Cost> const& coverage,
                                            IdVector<CellId, Accessibility> const& accessibility,
                                            Zoning const& zoning);

}  // namespace coverage
}  // namespace gapmap
