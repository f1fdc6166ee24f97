#pragma once
// OpenStreetMap tags as facts about a road. Pure functions over tables; no file is read here.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "gapmap/network/road.h"

namespace gapmap::network {

struct OsmTag {
  std::string_view key;
  std::string_view value;
};

/// The tags of one object. A handful: looking through them is faster than any map.
class OsmTags {
 public:
  explicit OsmTags(std::span<OsmTag const> tags) noexcept : tags_{tags} {}
  /// Empty if there is no such key.
  [[nodiscard]] std::string_view operator[](std::string_view key) const noexcept {
    for (auto const& tag : tags_) {
      if (tag.key == key) return tag.value;
    }
    return {};
  }
  [[nodiscard]] bool has(std::string_view key, std::string_view value) const noexcept {
    return (*this)[key] == value;
  }
  [[nodiscard]] std::span<OsmTag const> all() const noexcept { return tags_; }

 private:
  std::span<OsmTag const> tags_;
};

enum class IceRoads : bool { No, Yes };

/// Whether cars take tracks of grade 4 and 5: soft ground, which the weather decides about.
enum class RoughTracks : bool { Closed, Open };

/// What users decide about roads that are there for some, or at times.
struct OsmChoices {
  IceRoads ice_roads = IceRoads::No;
  RoughTracks rough_tracks = RoughTracks::Closed;
};

enum class Season : std::uint8_t { AllYear, PartOfYear };

struct OsmRoad {
  RoadAttributes attributes;
  Season season = Season::AllYear;
  /// Crossing time that a ferry's tags state, for its whole way; 0 if they do not.
  std::uint32_t ferry_duration_s = 0;
};

/// True for what may be a road at all: highways, ferries, piers and platforms.
[[nodiscard]] bool is_osm_way_of_interest(OsmTags tags);

/// A way's tags as a road, direction along its nodes. Nothing if nobody may travel there: not a
/// road, closed, under construction, or an ice road unless asked for. Piers and platforms are
/// walked on also where they are no highway.
///
/// What each highway value permits by itself, then access tags from the general to the particular
/// (access, vehicle, motor_vehicle, motorcar; access, vehicle, bicycle; access, foot; each also for
/// one direction), then one-way. `private`, `no`, `permit` and uses for others (delivery, forestry,
/// buses) close; `destination`, `customers`, `residents` and the like leave open: people live and
/// visit there. `use_sidepath` closes as well: the law sends them to the path beside. One-way rules
/// hold for walkers only where they say so.
///
/// What is there in winter only (ice_road, winter_road, seasonal=winter, or closed by
/// access:conditional and the like in July but not in February) is an ice road; what other seasons
/// close stays open and is marked as open for part of the year. construction=* beside a highway
/// value that is a road is left over from its building; disused=yes and impassable=yes close. No
/// limit (maxspeed=none) is taken as 120 km/h on motorways, trunk roads and roads for motor
/// traffic, and as none posted elsewhere. A ferry that names walkers or cyclists and says nothing
/// of vehicles, a weight or a class of road is a water bus without cars; cable ferries are part of
/// the road.
///
/// A tunnel is tunnel=* (but not a passage through a building, a culvert under the road, or a mere
/// roof), or what lies underground or on a layer below 0; a bridge is bridge=*, or what lies on a
/// layer above 0. Motorways, their ramps and roads for motor traffic (motorroad=yes) are entered at
/// junctions only; a trunk road and its ramps are not, for people live along them.
/// Source: OpenStreetMap wiki, Key:access, Key:oneway, Key:cycleway:right:oneway, Key:maxspeed, Key:tracktype, Key:tunnel, Key:bridge, Key:layer, Key:motorroad, Tag:route=ferry, OSM tags for
/// routing/Access restrictions (Finland), as of 2024.
[[nodiscard]] std::optional<OsmRoad> osm_road(OsmTags tags, OsmChoices choices = {});

/// Why osm_road gives nothing.
enum class OsmClosed : std::uint8_t {
  OutOfUse,  ///< planned, under construction, impassable
  OnIce,     ///< and not asked for
  NoRoad,    ///< a highway value that nobody travels on, or none that is known
  ToAll,     ///< its tags let nobody pass: access=private, oneway=reversible on a motorway …
};
/// Requires: osm_road gives nothing for the same tags.
[[nodiscard]] OsmClosed why_osm_road_is_closed(OsmTags tags, OsmChoices choices = {});

/// What to call a way: its `name`, as the signs have it; where it has none the Finnish name, then
/// the Swedish one, then its number (`ref`), but not a platform's: that is no road's. Empty if it
/// has none of these.
/// Source: OpenStreetMap wiki, Key:name, Multilingual names (Finland), Key:ref.
[[nodiscard]] std::string_view osm_name(OsmTags tags);

}  // namespace gapmap::network
