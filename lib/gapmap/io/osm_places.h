#pragma once
// Places from OpenStreetMap extracts (PBF, XML or o5m) by their tags.

#include <string>
#include <vector>

#include "gapmap/io/places_read.h"

namespace gapmap::io {

/// Tags that make an object a place; one of them is enough.
struct OsmPlaceFilter {
  struct Key {
    std::string key;
    std::vector<std::string> values;  ///< empty: any value
  };
  std::vector<Key> keys;
};

/// The filter used unless --places-where gives another.
inline constexpr char const* kUsualOsmPlaces =
    "amenity=community_centre,social_centre,social_facility";

/// Parses "amenity=community_centre,social_centre; leisure=*": tags separated by semicolons, values
/// by commas. Throws UsageError naming `option` for anything else, SQL in particular.
[[nodiscard]] OsmPlaceFilter parse_osm_place_filter(std::string const& text,
                                                    std::string const& option = "places-where");

/// Reads nodes with tags of the filter, and closed ways with them at their centroid, in the order
/// of the file: nodes, then ways. Ids are "n123" and "w123"; names are name:fi, else name, else the
/// id; `id_field` and `name_field` name other tags. The type of a place is the value that the
/// filter found; what else it offers comes from social_facility:for, language:…, access,
/// opening_hours and capacity, or the tags that `service` names. The filter is `source.where`;
/// `selections` are further ones. Open ways, relations and ways with nodes that the extract lacks
/// are counted as left out. Deleted objects do not exist; of several versions the newest counts
/// (io/detail/osm_versions). Throws InputError if the file cannot be read, has no such place, or
/// lacks the nodes of all.
[[nodiscard]] PlacesRead read_osm_places(PlaceInput const& input, WorkingFrame const& frame);

}  // namespace gapmap::io
