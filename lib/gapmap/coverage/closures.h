#pragma once
// What changes for residents if one place closes, for each place by itself.

#include <optional>

#include "gapmap/places/population.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// Effects of closing one place, over residents whose number is known. Everybody for whom it was
/// the nearest goes to the next place, so residents_nearest = residents_within_limit + residents
/// already beyond the limit, and residents_within_limit = stay_covered + fall_outside.
template <CostType Cost>
struct Closure {
  std::size_t cells = 0;                 ///< for which the place is the nearest
  std::size_t cells_without_number = 0;  ///< residents suppressed, in no figure
  People residents_nearest{0};
  People residents_within_limit{0};
  People stay_covered{0};  ///< the next place is within the limit too
  People fall_outside{0};  ///< the next place is beyond the limit, or there is none
  /// Residents, within the limit or not, who have no other place on their component of the network.
  People become_unreachable{0};
  /// Mean additional cost of the next place, over residents who have one; nothing if nobody has.
  std::optional<Natural<Cost>> extra_mean;
  /// Largest additional cost of any inhabited cell that has a next place, including cells with
  /// suppressed residents.
  std::optional<Cost> extra_max;
};

namespace coverage {

/// Returns, for every place at once, the figures that a search without this place would give. The
/// residents_nearest of all places, the unreachable residents and those off the network add up to
/// all residents.
/// Requires: `reach` was made for this `population`, for at least the two nearest places (k), and
///           without a cutoff, so that cells without a second place are known to have none.
/// Ties:     of two places at the same cost the one with the lower PlaceId is the nearest; if it
///           closes, nobody travels farther.
/// Cost:     O(cells + places).
template <CostType Cost>
[[nodiscard]] IdVector<PlaceId, Closure<Cost>> close_each(Population const& population,
                                                          ReachTable<Cost> const& reach,
                                                          Cost limit);

}  // namespace coverage
}  // namespace gapmap
