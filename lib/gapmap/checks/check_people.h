#pragma once
// Findings about places and people in their areas: duplicates, codes, groups, who is where. Each
// function gives nothing for healthy inputs.

#include <string>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/checks/survey.h"
#include "gapmap/places/assign.h"

namespace gapmap::checks {

/// The same place twice: of the same name within 200 m, or others on the very same point; those
/// that a gazetteer put there by themselves.
[[nodiscard]] Findings check_duplicates(Places const& places);

/// Places outside all areas, with how far they are.
[[nodiscard]] Findings check_places_outside(Places const& places, Municipalities const& areas);

/// Cells outside every area, in water, or claimed by none; `assignment` is theirs.
[[nodiscard]] Findings check_assignment(places::AssignmentReport const& assignment);

/// Cells that overlap: their residents are likely counted twice.
[[nodiscard]] Findings check_cells(Population const& population);

/// Groups whose numbers are not published, and families of groups that do not add up to all
/// residents.
[[nodiscard]] Findings check_groups(Population const& population, Groups const& groups);

/// Codes that rows inside the areas carry and the areas lack, and rows whose code is that of
/// another area than they lie in. `codes` are the rows of a survey, matched by id; `cells` and
/// places that lie in no area are nobody's business here.
[[nodiscard]] Findings check_cell_codes(std::vector<CodedRow> const& codes,
                                        Population const& population, Municipalities const& areas);
[[nodiscard]] Findings check_place_codes(std::vector<CodedRow> const& codes, Places const& places,
                                         Municipalities const& areas);

}  // namespace gapmap::checks
