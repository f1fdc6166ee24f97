#pragma once
// How a result depends on the access legs: how much of the ways they are, and who is covered or not
// only because of how they are counted.

#include "gapmap/coverage/coverage.h"
#include "gapmap/reach/access_legs.h"

namespace gapmap {

/// Access legs over residents who have a way. A round trip counts them there and back.
struct AccessFigures {
  std::optional<Meters> length_mean;  ///< nothing if nobody has a way
  std::optional<double> share;        ///< share of the cost of all ways
};

struct VerdictChange {
  People residents{0};
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;  ///< residents suppressed, in no figure
};

/// The result for the same people with access legs counted differently.
struct Sensitivity {
  People covered{0};
  VerdictChange come_within;   ///< covered with this counting, not in the run
  VerdictChange fall_outside;  ///< covered in the run, not with this counting
};

namespace coverage {

template <CostType Cost>
[[nodiscard]] AccessFigures access_figures(Coverage<Cost> const& coverage,
                                           Population const& population,
                                           reach::AccessLegs<Cost> const& legs);

/// Finds the cells that are covered in only one of `run` and `otherwise`.
/// Requires: both belong to this `population` and have the same limit.
/// Cost:     O(cells).
template <CostType Cost>
[[nodiscard]] Sensitivity hold_against(Coverage<Cost> const& run, Coverage<Cost> const& otherwise,
                                       Population const& population);

}  // namespace coverage
}  // namespace gapmap
