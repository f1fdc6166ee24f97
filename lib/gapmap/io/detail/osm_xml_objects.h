#pragma once
// OpenStreetMap XML, plain or packed, as libosmium's objects. Our own walk through the elements,
// because libosmium's does not know what JOSM writes of deleted objects, and stops at what Overpass
// adds. Source: OpenStreetMap wiki, OSM XML; JOSM file format; Overpass API, XML output.

#include <functional>

#include "gapmap/io/detail/osm_objects.h"

namespace gapmap::io {

/// Every object of `kinds` with its version, deleted ones as not visible, until `take` says false.
/// Throws std::exception if this is no whole OpenStreetMap XML.
PositionsInWays read_osm_xml(OsmFile const& file, OsmKinds kinds,
                             std::function<bool(osmium::OSMObject const&)> const& take);

}  // namespace gapmap::io
