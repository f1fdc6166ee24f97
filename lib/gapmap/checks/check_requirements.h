#pragma once
// Findings about the requirements of a job and the places they select.

#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/coverage/requirements.h"
#include "gapmap/checks/finding.h"
#include "gapmap/places/place.h"

namespace gapmap::checks {

/// Finds requirements that nobody can have, because fewer of their places are near a road than they
/// ask for. `selected` has one column for each requirement with a filter, in their order; see
/// PlacesRead.
[[nodiscard]] Findings check_requirements(std::vector<Requirement> const& requirements,
                                          std::vector<IdVector<PlaceId, char>> const& selected,
                                          IdVector<PlaceId, Attachment> const& places);

}  // namespace gapmap::checks
