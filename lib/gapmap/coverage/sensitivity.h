#pragma once
// What a result owes to the access legs: how much of the ways they are, and whose verdict hangs on
// how they are counted.

#include "gapmap/coverage/coverage.h"
#include "gapmap/reach/access_legs.h"

namespace gapmap {

/// Access legs of those who have a way, residents counting, not cells. Of a round trip there and
/// back.
struct AccessFigures {
  std::optional<Meters> length_mean;  ///< nothing if nobody has a way
  std::optional<double> share;        ///< of the cost of all their ways
};

struct VerdictChange {
  People residents{0};
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;  ///< of these: residents suppressed, in no figure
};

/// The same people with access legs counted otherwise.
struct Sensitivity {
  People covered{0};
  VerdictChange come_within;   ///< covered then, not in the run
  VerdictChange fall_outside;  ///< covered in the run, not then
};

namespace coverage {

template <CostType Cost>
[[nodiscard]] AccessFigures access_figures(Coverage<Cost> const& coverage,
                                           Population const& population,
                                           reach::AccessLegs<Cost> const& legs);

/// Whose verdict, covered or not, is another in `otherwise` than in `run`.
/// Requires: both are of this `population` and of one limit. Cost: O(cells).
template <CostType Cost>
[[nodiscard]] Sensitivity hold_against(Coverage<Cost> const& run, Coverage<Cost> const& otherwise,
                                       Population const& population);

}  // namespace coverage
}  // namespace gapmap
