#include "gapmap/network/osm_tags.h"

#include <algorithm>
#include <array>

#include "gapmap/network/detail/osm_access.h"
#include "gapmap/network/detail/osm_known_tags.h"
#include "gapmap/network/detail/osm_seasons.h"
#include "gapmap/network/osm_values.h"
#include "gapmap/network/detail/mode_sets.h"

namespace gapmap::network {
namespace {

struct HighwayRule {
  std::string_view value;
  RoadClass road_class;
  ModeSet permitted;
};

// What each value of highway=* permits. A ramp has the class below the road it serves, to which it
// gives way: it is slower.
constexpr std::array kHighways{
    HighwayRule{"motorway", RoadClass::Motorway, kCar},
    HighwayRule{"motorway_link", RoadClass::Trunk, kCar},
    HighwayRule{"trunk", RoadClass::Trunk, kAll},
    HighwayRule{"trunk_link", RoadClass::Primary, kAll},
    HighwayRule{"primary", RoadClass::Primary, kAll},
    HighwayRule{"primary_link", RoadClass::Secondary, kAll},
    HighwayRule{"secondary", RoadClass::Secondary, kAll},
    HighwayRule{"secondary_link", RoadClass::Tertiary, kAll},
    HighwayRule{"tertiary", RoadClass::Tertiary, kAll},
    HighwayRule{"tertiary_link", RoadClass::Local, kAll},
    HighwayRule{"unclassified", RoadClass::Local, kAll},
    HighwayRule{"road", RoadClass::Local, kAll},
    HighwayRule{"residential", RoadClass::Residential, kAll},
    HighwayRule{"living_street", RoadClass::LivingStreet, kAll},
    HighwayRule{"service", RoadClass::Service, kAll},
    HighwayRule{"track", RoadClass::Track, kAll},
    // Cycling is allowed in Finnish pedestrian streets.
    HighwayRule{"pedestrian", RoadClass::Pedestrian, kBikeWalk},
    HighwayRule{"cycleway", RoadClass::Cycleway, kBikeWalk},
    HighwayRule{"footway", RoadClass::Pedestrian, kWalk},
    HighwayRule{"elevator", RoadClass::Pedestrian, kWalk},
    HighwayRule{"corridor", RoadClass::Pedestrian, kWalk},
    HighwayRule{"platform", RoadClass::Pedestrian, kWalk},
    HighwayRule{"path", RoadClass::Path, kBikeWalk},
    HighwayRule{"trail", RoadClass::Path, kWalk},
    HighwayRule{"bridleway", RoadClass::Path, kWalk},
    HighwayRule{"steps", RoadClass::Steps, kWalk},
    // Values closed to everybody unless access tags open them.
    HighwayRule{"busway", RoadClass::Service, kNone},
    HighwayRule{"bus_guideway", RoadClass::Service, kNone},
    HighwayRule{"escape", RoadClass::Service, kNone},
    HighwayRule{"ice_road", RoadClass::Track, kAll},
    HighwayRule{"winter_road", RoadClass::Track, kAll},
};

void apply_access(RoadAttributes& road, ModeSet permitted, KnownTags const& tags) {
  road.permitted[0] = with_access(permitted, tags, Direction::Along, GeneralOpens::No);
  road.permitted[1] = with_access(permitted, tags, Direction::Against, GeneralOpens::No);
}

enum class OneWay : std::uint8_t { No, Along, Against, Neither };

OneWay one_way_of(std::string_view value) {
  if (value == "yes" || value == "true" || value == "1") return OneWay::Along;
  if (value == "-1" || value == "reverse") return OneWay::Against;
  // A reversible direction changes with the hour, so nobody can rely on it. ("alternating", by
  // traffic lights, is open both ways.)
  if (value == "reversible") return OneWay::Neither;
  return OneWay::No;
}

void restrict(RoadAttributes& road, Mode mode, OneWay one_way) {
  if (one_way == OneWay::Along || one_way == OneWay::Neither) road.permitted[1].erase(mode);
  if (one_way == OneWay::Against || one_way == OneWay::Neither) road.permitted[0].erase(mode);
}

/// Whether a one-way street has a cycle lane or track for both directions, or for the other one.
/// Where the track is drawn as a way of its own ("separate"), its direction says nothing of the
/// street.
bool has_contraflow(KnownTags const& tags) {
  struct Side {
    OsmKey cycleway;
    OsmKey oneway;
  };
  constexpr std::array kSides{Side{OsmKey::CyclewayLeft, OsmKey::CyclewayLeftOneway},
                              Side{OsmKey::CyclewayRight, OsmKey::CyclewayRightOneway},
                              Side{OsmKey::CyclewayBoth, OsmKey::CyclewayBothOneway}};
  if (tags[OsmKey::Cycleway].starts_with("opposite")) return true;
  return std::ranges::any_of(kSides, [&](Side const& side) {
    if (tags[side.cycleway].starts_with("opposite")) return true;
    bool const is_here = !tags.has(side.cycleway, "separate") && !tags.has(side.cycleway, "no");
    return is_here && (tags.has(side.oneway, "no") || tags.has(side.oneway, "-1"));
  });
}

void apply_one_way(RoadAttributes& road, KnownTags const& tags) {
  auto value = tags[OsmKey::Oneway];
  bool const is_implied = tags.has(OsmKey::Highway, "motorway") ||
                          tags.has(OsmKey::Junction, "roundabout") ||
                          tags.has(OsmKey::Junction, "circular");
  if (value.empty() && is_implied) value = "yes";
  auto const general = one_way_of(value);
  auto const of_cars = [&] {
    for (auto const key :
         {OsmKey::OnewayMotorcar, OsmKey::OnewayMotorVehicle, OsmKey::OnewayVehicle}) {
      if (!tags[key].empty()) return one_way_of(tags[key]);
    }
    return general;
  };
  auto const of_bikes = [&] {
    if (!tags[OsmKey::OnewayBicycle].empty()) return one_way_of(tags[OsmKey::OnewayBicycle]);
    if (has_contraflow(tags)) return OneWay::No;
    return tags[OsmKey::OnewayVehicle].empty() ? general : one_way_of(tags[OsmKey::OnewayVehicle]);
  };
  // Access named for one direction (bicycle:backward=yes) outweighs a one-way rule for all.
  bool const bikes_may_return = verdict_of(tags[OsmKey::BicycleBackward]) == Verdict::Open;
  restrict(road, Mode::Car, of_cars());
  restrict(road, Mode::Bike,
           bikes_may_return && of_bikes() == OneWay::Along ? OneWay::No : of_bikes());
  restrict(road, Mode::Walk, one_way_of(tags[OsmKey::OnewayFoot]));
}

void apply_speed(RoadAttributes& road, KnownTags const& tags) {
  bool const may_be_unlimited = road.road_class == RoadClass::Motorway ||
                                road.road_class == RoadClass::Trunk ||
                                tags.has(OsmKey::Motorroad, "yes");
  auto const parse = [&](std::string_view value) {
    return value == "none" && !may_be_unlimited ? std::nullopt : parse_osm_speed(value);
  };
  std::optional<double> both;
  for (auto const key :
       {OsmKey::Maxspeed, OsmKey::MaxspeedType, OsmKey::SourceMaxspeed, OsmKey::ZoneMaxspeed}) {
    if (!both) both = parse(tags[key]);
  }
  road.speed_limit[0] = parse(tags[OsmKey::MaxspeedForward]).value_or(both.value_or(0));
  road.speed_limit[1] = parse(tags[OsmKey::MaxspeedBackward]).value_or(both.value_or(0));
}

struct SurfaceRule {
  std::string_view value;
  Surface surface;
};

constexpr std::array kSurfaces{SurfaceRule{"asphalt", Surface::Paved},
                               SurfaceRule{"paved", Surface::Paved},
                               SurfaceRule{"concrete", Surface::Paved},
                               SurfaceRule{"chipseal", Surface::Paved},
                               SurfaceRule{"paving_stones", Surface::Paved},
                               SurfaceRule{"metal", Surface::Paved},
                               SurfaceRule{"metal_grid", Surface::Paved},
                               SurfaceRule{"concrete:plates", Surface::Paved},
                               SurfaceRule{"concrete:lanes", Surface::Paved},
                               SurfaceRule{"wood", Surface::Paved},
                               SurfaceRule{"bricks", Surface::Paved},
                               SurfaceRule{"rubber", Surface::Paved},
                               SurfaceRule{"tartan", Surface::Paved},
                               SurfaceRule{"sett", Surface::Paved},
                               SurfaceRule{"cobblestone", Surface::Gravel},
                               SurfaceRule{"unhewn_cobblestone", Surface::Gravel},
                               SurfaceRule{"compacted", Surface::Gravel},
                               SurfaceRule{"fine_gravel", Surface::Gravel},
                               SurfaceRule{"gravel", Surface::Gravel},
                               SurfaceRule{"pebblestone", Surface::Gravel},
                               SurfaceRule{"grass_paver", Surface::Gravel},
                               SurfaceRule{"unpaved", Surface::Unpaved},
                               SurfaceRule{"ground", Surface::Unpaved},
                               SurfaceRule{"dirt", Surface::Unpaved},
                               SurfaceRule{"earth", Surface::Unpaved},
                               SurfaceRule{"clay", Surface::Unpaved},
                               SurfaceRule{"grass", Surface::Unpaved},
                               SurfaceRule{"woodchips", Surface::Unpaved},
                               SurfaceRule{"sand", Surface::Bad},
                               SurfaceRule{"mud", Surface::Bad},
                               SurfaceRule{"rock", Surface::Bad},
                               SurfaceRule{"stepping_stones", Surface::Bad},
                               SurfaceRule{"snow", Surface::Bad},
                               SurfaceRule{"ice", Surface::Bad}};

// The surface of a track without a surface tag, by how firm it is.
constexpr std::array kTracktypes{
    SurfaceRule{"grade1", Surface::Paved}, SurfaceRule{"grade2", Surface::Gravel},
    SurfaceRule{"grade3", Surface::Unpaved}, SurfaceRule{"grade4", Surface::Bad},
    SurfaceRule{"grade5", Surface::Bad}};

Surface surface_of(KnownTags const& tags) {
  auto const surface = tags[OsmKey::Surface];
  auto const found =
      std::ranges::find(kSurfaces, surface.substr(0, surface.find(';')), &SurfaceRule::value);
  if (found != kSurfaces.end()) return found->surface;
  auto const firmness =
      std::ranges::find(kTracktypes, tags[OsmKey::Tracktype], &SurfaceRule::value);
  return firmness == kTracktypes.end() ? Surface::Unknown : firmness->surface;
}

/// Whether a ferry is a cable ferry by its name: in Finland the name of every one ends in the
/// Finnish word, "Bergön lossi".
bool is_lossi(std::string_view name) { return name.ends_with("lossi") || name.ends_with("Lossi"); }

/// Whether the tags of a ferry that name walkers or cyclists say anything of cars as well.
bool speaks_of_cars(KnownTags const& tags) {
  constexpr std::array<std::string_view, 12> kRoads{
      "motorway", "trunk",       "primary", "secondary", "tertiary", "unclassified",
      "local",    "residential", "service", "track",     "road",     "car"};
  for (auto const key :
       {OsmKey::Vehicle, OsmKey::VehicleForward, OsmKey::VehicleBackward, OsmKey::MotorVehicle,
        OsmKey::MotorVehicleForward, OsmKey::MotorVehicleBackward, OsmKey::Motorcar,
        OsmKey::MotorcarForward, OsmKey::MotorcarBackward, OsmKey::Hgv, OsmKey::Maxweight,
        OsmKey::Maxheight}) {
    if (!tags[key].empty()) return true;
  }
  auto const highway = std::ranges::find(kHighways, tags[OsmKey::Highway], &HighwayRule::value);
  return (highway != kHighways.end() && highway->permitted.contains(Mode::Car)) ||
         std::ranges::find(kRoads, tags[OsmKey::Ferry]) != kRoads.end();
}

bool is_water_bus(KnownTags const& tags) {
  bool const names_others = verdict_of(tags[OsmKey::Foot]) == Verdict::Open ||
                            verdict_of(tags[OsmKey::Bicycle]) == Verdict::Open;
  return names_others && !speaks_of_cars(tags);
}

std::optional<OsmRoad> ferry_of(KnownTags const& tags) {
  bool const is_cable = tags.has(OsmKey::Ferry, "cable") || tags.has(OsmKey::CableFerry, "yes") ||
                        tags.has(OsmKey::FerryCable, "yes") || is_lossi(tags[OsmKey::Name]) ||
                        is_lossi(tags[OsmKey::NameFi]);
  OsmRoad road;
  road.attributes.road_class = is_cable ? RoadClass::CableFerry : RoadClass::Ferry;
  apply_access(road.attributes, !is_cable && is_water_bus(tags) ? kBikeWalk : kAll, tags);
  apply_one_way(road.attributes, tags);
  road.season = season_of(tags);
  road.ferry_duration_s = parse_osm_duration(tags[OsmKey::Duration]).value_or(0);
  return road.attributes.is_passable() ? std::optional{road} : std::nullopt;
}

/// Whether a road cannot be used now, whatever it is.
bool is_out_of_use(KnownTags const& tags) {
  return tags.has(OsmKey::Impassable, "yes") || tags.has(OsmKey::Disused, "yes");
}

RoadClass class_of(HighwayRule const& rule, KnownTags const& tags) {
  // In Finland, ways for walking and cycling are often tagged as a path or a footway that was made
  // for bicycles.
  bool const is_way_on_foot = rule.value == "path" || rule.value == "footway";
  return is_way_on_foot && tags.has(OsmKey::Bicycle, "designated") ? RoadClass::Cycleway
                                                                   : rule.road_class;
}

/// Returns who may travel by the kind of road, before access tags.
ModeSet permitted_by_kind(HighwayRule const& rule, KnownTags const& tags,
                          RoughTracks rough_tracks) {
  auto permitted = rule.permitted;
  bool const is_rough =
      tags.has(OsmKey::Tracktype, "grade4") || tags.has(OsmKey::Tracktype, "grade5");
  bool const is_closed_track = rule.road_class == RoadClass::Track && is_rough;
  if (is_closed_track && rough_tracks == RoughTracks::Closed) permitted.erase(Mode::Car);
  if (tags.has(OsmKey::Service, "emergency_access")) permitted.erase(Mode::Car);
  if (tags.has(OsmKey::Smoothness, "impassable")) permitted = permitted & kWalk;
  if (tags.has(OsmKey::Motorroad, "yes")) permitted = permitted & kCar;
  auto const sidewalk = tags[OsmKey::Sidewalk];
  if (sidewalk == "both" || sidewalk == "left" || sidewalk == "right" || sidewalk == "yes")
    permitted.insert(Mode::Walk);
  return permitted;
}

/// Returns the sign of a layer: "1", "-2", "-0.5", "1;2" by its first number; 0 if it is no number.
int sign_of_layer(std::string_view layer) {
  bool const is_below = layer.starts_with('-');
  if (is_below || layer.starts_with('+')) layer.remove_prefix(1);
  auto const number = layer.substr(0, layer.find_first_not_of("0123456789."));
  if (number.find_first_of("123456789") == std::string_view::npos) return 0;
  return is_below ? -1 : 1;
}

/// Returns where a road lies. Passages through a building have doors, covered roads have open
/// sides, and boardwalks and causeways of fords are open too, so one gets onto them from beside. A
/// culvert is a tunnel of the brook, not of the road.
Level level_of(KnownTags const& tags) {
  constexpr std::array<std::string_view, 5> kNoTunnels{"", "no", "building_passage", "covered",
                                                       "culvert"};
  constexpr std::array<std::string_view, 7> kNoBridges{
      "", "no", "boardwalk", "low_water_crossing", "proposed", "construction", "abandoned"};
  bool const is_tunnel = std::ranges::find(kNoTunnels, tags[OsmKey::Tunnel]) == kNoTunnels.end();
  if (is_tunnel || tags.has(OsmKey::Location, "underground")) return Level::Tunnel;
  bool const is_bridge = std::ranges::find(kNoBridges, tags[OsmKey::Bridge]) == kNoBridges.end();
  if (is_bridge) return Level::Bridge;
  auto const sign = sign_of_layer(tags[OsmKey::Layer]);
  return sign < 0 ? Level::Tunnel : sign > 0 ? Level::Bridge : Level::Ground;
}

/// Returns how one gets onto a road. Only ramps of motorways, and roads signed for motor traffic,
/// are closed to the land beside: ramps of lesser roads have no fence and no minimum speed.
Entry entry_of(KnownTags const& tags) {
  bool const is_fenced_off =
      tags[OsmKey::Highway].starts_with("motorway") || tags.has(OsmKey::Motorroad, "yes");
  return is_fenced_off ? Entry::AtJunctions : Entry::Anywhere;
}

bool is_walked_on(OsmTag const& tag) {
  return (tag.key == "man_made" && tag.value == "pier") ||
         ((tag.key == "railway" || tag.key == "public_transport") && tag.value == "platform");
}

/// Returns the value of highway=*, or "platform" for a way without one that can be walked on: many
/// quays of ferries are reached over a pier only.
std::string_view kind_of(OsmTags tags) {
  if (auto const highway = tags["highway"]; !highway.empty()) return highway;
  return std::ranges::any_of(tags.all(), is_walked_on) ? "platform" : std::string_view{};
}

}  // namespace

bool is_osm_way_of_interest(OsmTags tags) {
  return std::ranges::any_of(tags.all(), [](OsmTag const& tag) {
    return (tag.key == "highway" && !tag.value.empty()) ||
           (tag.key == "route" && tag.value == "ferry") || is_walked_on(tag);
  });
}

std::optional<OsmRoad> osm_road(OsmTags all_tags, OsmChoices choices) {
  KnownTags const tags{all_tags};
  if (is_out_of_use(tags) || (choices.ice_roads == IceRoads::No && is_ice_road(tags)))
    return std::nullopt;
  // A ferry that is also tagged as the road it continues is still a ferry.
  if (tags.has(OsmKey::Route, "ferry")) return ferry_of(tags);
  auto const rule = std::ranges::find(kHighways, kind_of(all_tags), &HighwayRule::value);
  if (rule == kHighways.end()) return std::nullopt;

  OsmRoad road;
  road.attributes.road_class = class_of(*rule, tags);
  road.attributes.surface = surface_of(tags);
  road.attributes.level = level_of(tags);
  road.attributes.entry = entry_of(tags);
  apply_access(road.attributes, permitted_by_kind(*rule, tags, choices.rough_tracks), tags);
  apply_one_way(road.attributes, tags);
  apply_speed(road.attributes, tags);
  road.season = season_of(tags);
  return road.attributes.is_passable() ? std::optional{road} : std::nullopt;
}

OsmClosed why_osm_road_is_closed(OsmTags all_tags, OsmChoices choices) {
  KnownTags const tags{all_tags};
  if (is_out_of_use(tags)) return OsmClosed::OutOfUse;
  if (choices.ice_roads == IceRoads::No && is_ice_road(tags)) return OsmClosed::OnIce;
  if (tags.has(OsmKey::Route, "ferry")) return OsmClosed::ToAll;
  auto const kind = kind_of(all_tags);
  if (kind == "construction" || kind == "proposed" || kind == "planned") return OsmClosed::OutOfUse;
  bool const is_road = std::ranges::find(kHighways, kind, &HighwayRule::value) != kHighways.end();
  return is_road ? OsmClosed::ToAll : OsmClosed::NoRoad;
}

std::string_view osm_name(OsmTags tags) {
  // Names are asked for of every way, so this is one pass, in which the lengths of keys tell most
  // of them apart.
  constexpr std::size_t kRef = 3;
  constexpr std::array<std::string_view, kRef + 1> kKeys{"name", "name:fi", "name:sv", "ref"};
  std::array<std::string_view, kKeys.size()> values;
  for (auto const& tag : tags.all()) {
    for (std::size_t k = 0; k < kKeys.size(); ++k) {
      if (values[k].empty() && tag.key == kKeys[k]) values[k] = tag.value;
    }
  }
  if (!values[kRef].empty() && kind_of(tags) == "platform") values[kRef] = {};
  auto const said = std::ranges::find_if(values, [](auto value) { return !value.empty(); });
  return said == values.end() ? std::string_view{} : *said;
}

}  // namespace gapmap::network
