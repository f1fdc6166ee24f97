#pragma once
// Assigns cells and places to municipalities.

#include "gapmap/places/place.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// Cells, and known residents, that were assigned in one way.
struct AssignmentCount {
  std::size_t cells = 0;
  People residents{0};
};

struct AssignmentReport {
  AssignmentCount by_overlap;
  /// The cells of `by_overlap` that lie more than half outside every municipality, in water or
  /// abroad.
  AssignmentCount mostly_outside;
  AssignmentCount by_distance;  ///< no overlap: given to the nearest one within the limit
  AssignmentCount none;         ///< farther than the limit from every municipality
};

/// The greatest distance from a cell to its municipality: a cell in water is still somebody's home.
inline constexpr Meters kNearestMunicipalityWithin{5000};

/// Gives each cell the municipality with the largest share of its area; a cell without any overlap
/// the nearest one within kNearestMunicipalityWithin (inclusive), else none. A point cell belongs
/// where it lies.
/// Requires: areas and outlines are valid.
/// Ties: lowest MunicipalityId.
/// Cost: O(log n) for a cell inside one municipality; on a border linear in its outline.
AssignmentReport assign_municipalities(Population& population,
                                       Municipalities const& municipalities);

/// Returns the municipality that each place lies in; outside all of them the nearest one within
/// kNearestMunicipalityWithin, else none().
[[nodiscard]] IdVector<PlaceId, MunicipalityId> locate(Places const& places,
                                                       Municipalities const& municipalities);

/// Whether cells that belong to no municipality are kept, as homes to be counted, or left out.
enum class OutsideCells : bool { LeaveOut, Keep };

/// Removes the cells of municipalities that are not studied from `population`, and with
/// OutsideCells::LeaveOut cells of no municipality. Returns what was removed. Order is kept.
AssignmentCount keep_studied(Population& population, Municipalities const& municipalities,
                             OutsideCells outside);

}  // namespace gapmap::places
