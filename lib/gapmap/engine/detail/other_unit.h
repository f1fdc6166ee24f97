#pragma once
// The roads of a run weighed in the other unit than its own: in minutes where it counts kilometres,
// or the reverse.

#include <concepts>
#include <type_traits>

#include "gapmap/engine/coverage_result.h"

namespace gapmap::engine {

/// The unit that a run does not count in.
template <CostType Cost>
using OtherUnit = std::conditional_t<std::same_as<Cost, Millimeters>, Milliseconds, Millimeters>;

/// Roads, and where trips on them begin and end. People and places are attached anew, for a road
/// may be open and yet have no speed.
template <CostType Cost>
struct WeighedWays {
  WeighedRoads<Cost> roads;
  reach::Ends ends;
};

/// Requires: all roads were read.
template <CostType Cost>
[[nodiscard]] WeighedWays<OtherUnit<Cost>> weigh_in_other_unit(Scene<Cost> const& scene,
                                                               job::Travel const& travel,
                                                               Listener& listener);

}  // namespace gapmap::engine
