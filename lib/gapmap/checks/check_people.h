#pragma once
// Findings about places and people in their areas: duplicates, codes, groups, location. Each
// function returns nothing for healthy inputs.

#include <string>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/checks/survey.h"
#include "gapmap/places/assign.h"

namespace gapmap::checks {

/// Finds places that may be one: those with the same name within 200 m, and those with other names
/// on the very same point, separately if a gazetteer put them there.
[[nodiscard]] Findings check_duplicates(Places const& places);

/// Finds places outside all areas, with their distances.
[[nodiscard]] Findings check_places_outside(Places const& places, Municipalities const& areas);

/// Finds cells outside every area, cells mostly in water or abroad, and cells that no area claims,
/// according to `assignment`.
[[nodiscard]] Findings check_assignment(places::AssignmentReport const& assignment);

/// Finds cells that overlap, so that their residents are probably counted twice.
[[nodiscard]] Findings check_cells(Population const& population);

/// Finds groups whose numbers are not published, and families of groups that do not add up to all
/// residents.
[[nodiscard]] Findings check_groups(Population const& population, Groups const& groups);

/// Finds codes of rows that no area has, and rows whose code belongs to another area than the one
/// they lie in. `codes` are rows of a survey, matched by id. Cells and places outside all areas are
/// ignored.
[[nodiscard]] Findings check_cell_codes(std::vector<CodedRow> const& codes,
                                        Population const& population, Municipalities const& areas);
[[nodiscard]] Findings check_place_codes(std::vector<CodedRow> const& codes, Places const& places,
                                         Municipalities const& areas);

}  // namespace gapmap::checks
