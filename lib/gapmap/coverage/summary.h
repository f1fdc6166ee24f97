#pragma once
// The main figures: residents by status, per municipality and in total.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/coverage/coverage.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap {

/// Figures of a municipality. Every resident has exactly one status, so the four add up to
/// `residents`.
template <CostType Cost>
struct CoverageFigures {
  MunicipalityId municipality =
      MunicipalityId::none();  ///< none in the total and for cells outside all municipalities
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;  ///< residents suppressed, in no figure
  People residents{0};
  std::array<People, kStatuses> by_status{};
  /// Mean over residents whose cost is known; nothing if there are none.
  std::optional<Natural<Cost>> cost_mean;
  /// Least cost that at least half of the residents whose cost is known do not exceed.
  std::optional<Natural<Cost>> cost_median;

  [[nodiscard]] People with(Status status) const noexcept {
    return by_status[static_cast<std::size_t>(status)];
  }
  /// Returns covered residents divided by all residents; nothing where nobody lives.
  [[nodiscard]] std::optional<double> share() const noexcept {
    if (!(residents > People{0})) return std::nullopt;
    return with(Status::Covered) / residents;
  }
};

template <CostType Cost>
struct CoverageSummary {
  std::vector<CoverageFigures<Cost>>
      municipalities;  ///< studied ones, in their order, including those without a cell
  std::optional<CoverageFigures<Cost>>
      outside;  ///< cells that belong to no municipality, if there are any
  CoverageFigures<Cost> total;
};

namespace coverage {

/// Summarises coverage by municipality and in total.
/// Requires: `coverage` was assessed for this `population`.
/// Cost:     O(n log n) for the medians.
template <CostType Cost>
[[nodiscard]] CoverageSummary<Cost> summarise(Coverage<Cost> const& coverage,
                                              Population const& population,
                                              Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
