#pragma once
// OpenStreetMap XML, plain or packed, as libosmium's objects. It is parsed here because libosmium's
// parser does not know how JOSM marks deleted objects, and stops at what Overpass adds. Source:
// OpenStreetMap wiki, OSM XML; JOSM file format; Overpass API, XML output.

#include <functional>

#include "gapmap/io/detail/osm_objects.h"

namespace gapmap::io {

/// Passes every object of `kinds`, with its version, to `take` until that returns false; deleted
/// ones are not visible. Throws std::exception if this is not complete OpenStreetMap XML.
PositionsInWays read_osm_xml(OsmFile const& file, OsmKinds kinds,
                             std::function<bool(osmium::OSMObject const&)> const& take);

}  // namespace gapmap::io
