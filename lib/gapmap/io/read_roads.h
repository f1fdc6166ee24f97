#pragma once
// Road lines from any line layer, or an OpenStreetMap extract.

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/import_report.h"
#include "gapmap/network/assemble.h"
#include "gapmap/network/osm_tags.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Values of a one-way field, separated by commas, regardless of upper and lower case.
struct OneWayWords {
  std::string along = "yes,true,1,along,forward,FT";
  std::string against = "-1,against,reverse,backward,TF";
  std::string both = "no,false,0,both,B";  ///< an empty field means both ways too
};

/// Whether names are read: they cost memory, and only people need them.
enum class RoadNames : bool { Skip, Read };

struct RoadInput {
  Source source;
  std::string class_field = {};  ///< empty: recognised, or none
  network::IceRoads ice_roads = network::IceRoads::No;
  network::RoughTracks rough_tracks = network::RoughTracks::Closed;
  std::string oneway_field = {};  ///< empty: recognised, or none
  OneWayWords oneway = {};
  std::string speed_field = {};  ///< speed limit in km/h; empty: none
  std::string ferry_classes =
      {};  ///< further values of the class field that mean ferries, separated by commas
  Source speed_limits = {};  ///< Digiroad's speed limits, by link; no path: none
  RoadNames names = RoadNames::Skip;
  std::string name_field = {};   ///< empty: recognised, or none
  std::string level_field = {};  ///< bridges and tunnels; empty: recognised, or none
};

struct RoadsRead {
  network::RoadLines roads;               ///< a multi-line gives several
  std::vector<std::int64_t> row_of_line;  ///< feature id or way id
  ImportReport report;
  std::vector<std::int64_t> row_of_turn = {};  ///< relation id for each of roads.turns
};

/// Counts in the report the turns that could not be bound to the network.
void count_unused_turns(RoadsRead& read,
                        std::span<std::pair<std::uint32_t, network::UnusedTurn> const> unused);

/// Reads every line with its attributes: class and who usually travels on it, one-way, speed limit;
/// for Digiroad also its codes (network/digiroad_codes). OpenStreetMap files are left to
/// io/osm_pbf. A level is a number, above 0 for a bridge and below 0 for a tunnel (finnish_level),
/// or the word "bridge" or "tunnel"; an empty field is the ground. Values that are not understood
/// are counted and leave a road of unknown class, open both ways, without a limit. One-way applies
/// to cars and bikes. `progress` is told for PBF, and where the source knows its number of lines.
/// Throws InputError if the input cannot be used at all.
///
/// A road has one name: that of `name_field`; else the Finnish one, else the Swedish one, else the
/// number of the road as the source writes it.
[[nodiscard]] RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame,
                                   Progress const& progress = {});

}  // namespace gapmap::io
