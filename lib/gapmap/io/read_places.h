#pragma once
// Places from any point or polygon layer, a table with coordinates, addresses or localities,
// or an OpenStreetMap extract.

#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/places_read.h"
#include "gapmap/places/municipality.h"

namespace gapmap::io {

/// Reads every place that has a position; OpenStreetMap files are left to io/osm_places. Polygons
/// count by their centroid. A place without an id gets its row number, a place without a name its
/// id. Places on the very same point are kept and counted. Places without coordinates get the
/// position of their street address if there are addresses, else that of their locality if there is
/// a gazetteer; what these lack, or have more than once with nothing to tell which is meant, is
/// left out and counted. `municipalities`, which may be empty, tell by name or area the
/// municipality of entries and places. `addresses` are those of the input if somebody has read them
/// already. Throws InputError if the input cannot be used at all, UsageError if a selection cannot.
[[nodiscard]] PlacesRead read_places(PlaceInput const& input, WorkingFrame const& frame,
                                     Municipalities const& municipalities = {},
                                     AddressesRead const* addresses = nullptr);

/// Returns for each selection of the input what is wrong with it: empty for nothing, else that it
/// is not a filter or selects no place. The latter is not checked for OpenStreetMap files, because
/// reading them takes long and reports it anyway. Throws InputError if the input cannot be opened.
[[nodiscard]] std::vector<std::string> problems_of_selections(PlaceInput const& input);

}  // namespace gapmap::io
