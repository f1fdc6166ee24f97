#pragma once
// OpenStreetMap objects one by one, out of any format, without those that do not count: deleted
// ones and older versions. What io/detail/osm_blocks reads is faster, but only PBF in the usual
// order.

#include <cstdint>
#include <functional>

#include "gapmap/io/osm_file.h"

namespace osmium {
class OSMObject;
}

namespace gapmap::io {

/// As libosmium counts them.
enum class OsmKinds : std::uint8_t { Nodes = 1, Ways = 2, Relations = 4, All = 7 };

enum class PositionsInWays : bool { No, Yes };

/// What is done with the objects of a file.
struct OsmVisit {
  /// Called before the first object. Whether an object counts is sometimes seen only later: then
  /// everything begins anew, with this.
  std::function<void()> begin = [] {};
  std::function<void(osmium::OSMObject const&)> take;
  /// Only to save memory where a file has several versions: of objects for which this is false
  /// nobody needs to know whether they count; they may be taken or not.
  std::function<bool(osmium::OSMObject const&)> is_wanted = {};
};

/// Takes every object of `kinds` that counts, in the order of the file. Yes if ways were met that
/// carry coordinates themselves, as those of "out geom" and "out center" of Overpass do. Throws
/// std::exception if the file cannot be read as OpenStreetMap data.
PositionsInWays visit_osm_objects(OsmFile const& file, OsmKinds kinds, OsmVisit const& visit);

}  // namespace gapmap::io
