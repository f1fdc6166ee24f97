#pragma once
// Which municipality a cell belongs to.

#include "gapmap/places/place.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// Cells and residents (those that are known) that came to their municipality in one way.
struct AssignmentCount {
  std::size_t cells = 0;
  People residents{0};
};

struct AssignmentReport {
  AssignmentCount by_overlap;
  /// Of by_overlap: cells of which more than half lies outside every municipality, in water or
  /// abroad.
  AssignmentCount mostly_outside;
  AssignmentCount by_distance;  ///< no overlap at all, nearest municipality within the limit
  AssignmentCount none;         ///< farther than that from every municipality
};

/// A cell in water is still somebody's home.
inline constexpr Meters kNearestMunicipalityWithin{5000};

/// Gives each cell the municipality with the largest share of its area; without any overlap the
/// nearest one within kNearestMunicipalityWithin (inclusive); else none. A point belongs where it
/// lies. Requires: areas and outlines are valid.
/// Ties:     lowest MunicipalityId. Cost: O(log n) a cell inside one municipality; on a border linear in its outline.
AssignmentReport assign_municipalities(Population& population,
                                       Municipalities const& municipalities);

/// The municipality that every place lies in; beside all of them the nearest one within
/// kNearestMunicipalityWithin; else none.
[[nodiscard]] IdVector<PlaceId, MunicipalityId> locate(Places const& places,
                                                       Municipalities const& municipalities);

/// Cells that belong to no municipality: somebody's homes to be counted, or no business of this
/// run.
enum class OutsideCells : bool { LeaveOut, Keep };

/// Takes the cells of municipalities that are not studied out of `population`, and those of none if
/// told so. Returns what was taken out. Order is kept.
AssignmentCount keep_studied(Population& population, Municipalities const& municipalities,
                             OutsideCells outside);

}  // namespace gapmap::places
