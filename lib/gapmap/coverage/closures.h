#pragma once
// What becomes of everybody if one place closes, for each place by itself.

#include <optional>

#include "gapmap/places/population.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// Residents are those whose number is known. With the place gone, everybody for whom it was the
/// nearest goes to the next one:
/// residents_nearest = residents_within_limit + those farther already, and
/// residents_within_limit = stay_covered + fall_outside.
template <CostType Cost>
struct Closure {
  std::size_t cells = 0;                 ///< for which the place is the nearest
  std::size_t cells_without_number = 0;  ///< of these: residents suppressed, in no figure
  People residents_nearest{0};
  People residents_within_limit{0};
  People stay_covered{0};  ///< the next place is within the limit too
  People fall_outside{0};  ///< it is not, or there is none
  /// Whether within the limit or not: there is no next place on their component of network.
  People become_unreachable{0};
  /// How much more the next place costs, over residents who have one; nothing if nobody has.
  std::optional<Natural<Cost>> extra_mean;
  /// The most of any inhabited cell that has a next one, suppressed numbers included.
  std::optional<Cost> extra_max;
};

namespace coverage {

/// The same figures as if the search were repeated without the place, for all of them at once.
/// Of two places at the same cost the one with the lower PlaceId is the nearest, and if it
/// closes nobody goes farther. The residents_nearest of all places, the unreachable and those
/// off the network are all residents.
/// Requires: `reach` was made for this `population`, for the two nearest places or more (k), and
/// without a cutoff, so that who has no second one is known to have none.
/// Cost:     O(cells + places).
template <CostType Cost>
[[nodiscard]] IdVector<PlaceId, Closure<Cost>> close_each(Population const& population,
                                                          ReachTable<Cost> const& reach,
                                                          Cost limit);

}  // namespace coverage
}  // namespace gapmap
