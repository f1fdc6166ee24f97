#pragma once
// Meeting places from any point or polygon layer, a table with coordinates or localities, or an
// OpenStreetMap extract.

#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/places_read.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

/// OpenStreetMap files go to io/osm_places. Else reads every place that has a position. Polygons
/// count by their centroid. A place without an id gets its row number, without a name its id.
/// Places on the very same point are kept and counted. With a gazetteer, places that have no
/// coordinates are where it has their locality; those that it does not have, or that it has more
/// than once without the municipality telling which, are left out and counted.
/// `municipalities`: whose names and areas tell of what municipality an entry or a place is; may be
/// empty. Throws InputError if the input cannot be used at all, UsageError if a selection cannot.
[[nodiscard]] PlacesRead read_places(PlaceInput const& input, WorkingFrame const& frame,
                                     Municipalities const& municipalities = {});

/// What is wrong with each of the input's selections: "" for nothing, else that it is no filter or
/// selects no place. Of OpenStreetMap files only the former is looked for, as reading them takes
/// long and says the latter by itself. Throws InputError if the
/// input cannot be opened.
[[nodiscard]] std::vector<std::string> problems_of_selections(PlaceInput const& input);

}  // namespace gapmap::io
