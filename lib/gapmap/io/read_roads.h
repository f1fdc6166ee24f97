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

/// Values of a one-way field, separated by commas. Upper and lower case are the same.
struct OneWayWords {
  std::string along = "yes,true,1,along,forward,FT";
  std::string against = "-1,against,reverse,backward,TF";
  std::string both = "no,false,0,both,B";  ///< an empty field is both ways too
};

/// Names cost memory, and only readers need them.
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
      {};  ///< values of the class field that are ferries, separated by commas, besides those known
  Source speed_limits = {};  ///< Digiroad's speed limits, by link; no path: none
  RoadNames names = RoadNames::Skip;
  std::string name_field = {};   ///< empty: recognised, or none
  std::string level_field = {};  ///< bridges and tunnels; empty: recognised, or none
};

struct RoadsRead {
  network::RoadLines roads;               ///< each line of a multi-line is one
  std::vector<std::int64_t> row_of_line;  ///< feature id or way id
  ImportReport report;
  std::vector<std::int64_t> row_of_turn = {};  ///< relation id of each of roads.turns
};

/// Says in the report which turns could not be bound.
void count_unused_turns(RoadsRead& read,
                        std::span<std::pair<std::uint32_t, network::UnusedTurn> const> unused);

/// OpenStreetMap files go to io/osm_pbf. Else reads every line with what its fields say of it:
/// class and who usually travels on such, one-way, speed limit; of Digiroad also what its codes say
/// (network/digiroad_codes). A level is a number, above 0 a bridge and below it a tunnel
/// (finnish_level), or says "bridge" or "tunnel"; nothing is the ground. Values that are not
/// understood are counted, and leave a road of unknown class, open both ways, without a limit.
/// One-way binds cars and bikes. `progress` is told of PBF, and where the source knows how many
/// lines it has. Throws InputError if the input cannot be used at all.
///
/// A road has one name: what `name_field` says; else the Finnish one, where there is none the
/// Swedish one, and where there is none the number of the road, as the source writes it.
[[nodiscard]] RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame,
                                   Progress const& progress = {});

}  // namespace gapmap::io
