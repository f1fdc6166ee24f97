#pragma once
// Meeting places from OpenStreetMap extracts, PBF, XML or o5m, by their tags.

#include <string>
#include <vector>

#include "gapmap/io/places_read.h"

namespace gapmap::io {

/// Objects with any of these tags are places.
struct OsmPlaceFilter {
  struct Key {
    std::string key;
    std::vector<std::string> values;  ///< empty: any value
  };
  std::vector<Key> keys;
};

/// What is a meeting place unless --places-where says otherwise.
inline constexpr char const* kUsualOsmPlaces =
    "amenity=community_centre,social_centre,social_facility";

/// "amenity=community_centre,social_centre; leisure=*": tags separated by semicolons, values by
/// commas. Throws UsageError naming `option` for anything else, SQL in particular.
[[nodiscard]] OsmPlaceFilter parse_osm_place_filter(std::string const& text,
                                                    std::string const& option = "places-where");

/// Nodes with such tags, and closed ways with them at their centroid, in the order of the file:
/// nodes, then ways. Ids are "n123" and "w123", names name:fi, else name, else the id; `id_field`
/// and `name_field` name other tags. What a place offers: its type is the value that the filter
/// found, then social_facility:for, language:…, access, opening_hours, capacity, or the tags that
/// `service` names. `source.where` is the filter, as are `selections`. Open ways, relations and
/// ways with nodes that the extract lacks are counted as left out; what was deleted does not exist,
/// and of several versions the newest counts (io/detail/osm_versions). Throws InputError if the
/// file cannot be read, has no such place, or lacks the nodes of all.
[[nodiscard]] PlacesRead read_osm_places(PlaceInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
