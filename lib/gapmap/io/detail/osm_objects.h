#pragma once
// Reads OpenStreetMap objects one by one, from any format, without those that do not count: deleted
// ones and older versions. io/detail/osm_blocks is faster but reads only PBF in the usual order.

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>

#include "gapmap/io/osm_file.h"

namespace osmium {
class OSMObject;
class TagList;
}  // namespace osmium

namespace gapmap::io {

/// Kinds of objects, combined as bits with the values of libosmium.
enum class OsmKinds : std::uint8_t { Nodes = 1, Ways = 2, Relations = 4, All = 7 };

enum class PositionsInWays : bool { No, Yes };

/// What is done with the objects of a file.
struct OsmVisit {
  /// Called before the first object. Whether an object counts is sometimes known only later; then
  /// everything begins again, with this call.
  std::function<void()> begin = [] {};
  std::function<void(osmium::OSMObject const&)> take;
  /// Saves memory where a file has several versions: objects for which this is false are not
  /// checked for whether they count, and may be taken or not.
  std::function<bool(osmium::OSMObject const&)> is_wanted = {};
};

/// Takes every object of `kinds` that counts, in the order of the file. Returns Yes if some ways
/// carry coordinates themselves, as with "out geom" and "out center" of Overpass. Throws
/// std::exception if the file cannot be read as OpenStreetMap data.
PositionsInWays visit_osm_objects(OsmFile const& file, OsmKinds kinds, OsmVisit const& visit);

/// Runs `work` on the objects of a file. What libosmium throws becomes an InputError about `path`;
/// errors of inputs, requests to stop and want of memory stay what they are.
void read_as_osm(std::string const& path, std::function<void()> const& work);

/// Returns the value of the first of the tags that is present; else an empty text.
[[nodiscard]] std::string first_of(osmium::TagList const& tags,
                                   std::initializer_list<char const*> keys);

}  // namespace gapmap::io
