#pragma once
// Translates OpenStreetMap tags into facts about a road. Pure functions over tables; no file is
// read here.

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

/// The tags of one object. They are so few that a linear search is faster than any map.
class OsmTags {
 public:
  explicit OsmTags(std::span<OsmTag const> tags) noexcept : tags_{tags} {}
  /// Returns the value of `key`; empty if there is no such key.
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

/// Whether cars may use tracks of grade 4 and 5, whose soft ground depends on the weather.
enum class RoughTracks : bool { Closed, Open };

/// Choices of the user about roads that are open for some, or at times.
struct OsmChoices {
  IceRoads ice_roads = IceRoads::No;
  RoughTracks rough_tracks = RoughTracks::Closed;
};

enum class Season : std::uint8_t { AllYear, PartOfYear };

struct OsmRoad {
  RoadAttributes attributes;
  Season season = Season::AllYear;
  /// Crossing time that a ferry's tags state for its whole way; 0 if they state none.
  std::uint32_t ferry_duration_s = 0;
};

/// Whether a way may be a road at all: highways, ferries, piers and platforms.
[[nodiscard]] bool is_osm_way_of_interest(OsmTags tags);

/// Returns a way as a road, with directions along its nodes. Returns nothing if nobody may travel
/// there: not a road, closed, under construction, or an ice road that was not asked for. Piers and
/// platforms can be walked on even if they are no highway.
///
/// Access starts from what each highway value permits; then come access tags from the general to
/// the particular (access, vehicle, motor_vehicle, motorcar; access, vehicle, bicycle; access,
/// foot; each also for one direction), then one-way rules. `private`, `no`, `permit` and uses for
/// others (delivery, forestry, buses) close; `destination`, `customers`, `residents` and similar
/// values leave open, as people live and visit there. `use_sidepath` closes as well: the law sends
/// cyclists to the path beside. One-way rules bind walkers only where they say so.
///
/// A road that is there in winter only (ice_road, winter_road, seasonal=winter, or closed by
/// access:conditional and similar keys in July but not in February) is an ice road; a road that
/// other seasons close stays open and is marked as open for part of the year. construction=* beside
/// a highway value that is a road is a remnant of its building; disused=yes and impassable=yes
/// close. No limit (maxspeed=none) counts as 120 km/h on motorways, trunk roads and roads for motor
/// traffic, and elsewhere as none posted. A ferry that names walkers or cyclists and says nothing
/// of vehicles, a weight or a class of road is a water bus without cars; cable ferries are part of
/// the road.
///
/// A tunnel is tunnel=* (but not a passage through a building, a culvert under the road, or a mere
/// roof), or a way underground or on a layer below 0; a bridge is bridge=*, or a way on a layer
/// above 0. Motorways, their ramps and roads for motor traffic (motorroad=yes) are entered at
/// junctions only; trunk roads and their ramps are entered anywhere, for people live along them.
/// Source: OpenStreetMap wiki, Key:access, Key:oneway, Key:cycleway:right:oneway, Key:maxspeed,
/// Key:tracktype, Key:tunnel, Key:bridge, Key:layer, Key:motorroad, Tag:route=ferry, OSM tags for
/// routing/Access restrictions (Finland), as of 2024.
[[nodiscard]] std::optional<OsmRoad> osm_road(OsmTags tags, OsmChoices choices = {});

/// Why osm_road() returns nothing.
enum class OsmClosed : std::uint8_t {
  OutOfUse,  ///< planned, under construction, impassable
  OnIce,     ///< an ice road that was not asked for
  NoRoad,    ///< a highway value that nobody travels on, or an unknown one
  ToAll,     ///< tags that let nobody pass: access=private, oneway=reversible on a motorway …
};
/// Returns why nobody may travel on a way.
/// Requires: osm_road() returns nothing for `tags` and `choices`.
[[nodiscard]] OsmClosed why_osm_road_is_closed(OsmTags tags, OsmChoices choices = {});

/// Returns what to call a way: its `name`, as the signs have it; else the Finnish name, then the
/// Swedish one, then its number (`ref`), except that of a platform, which is not the number of a
/// road. Empty if it has none of these.
/// Source: OpenStreetMap wiki, Key:name, Multilingual names (Finland), Key:ref.
[[nodiscard]] std::string_view osm_name(OsmTags tags);

}  // namespace gapmap::network
