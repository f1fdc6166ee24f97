#include "gapmap/network/osm_tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace gapmap::network {
namespace {

constexpr ModeSet kNone{};
constexpr ModeSet kCar = ModeSet::of(Mode::Car);
constexpr ModeSet kBike = ModeSet::of(Mode::Bike);
constexpr ModeSet kWalk = ModeSet::of(Mode::Walk);
constexpr ModeSet kBikeWalk = kBike | kWalk;
constexpr ModeSet kAll = ModeSet::all();

struct HighwayRule {
  std::string_view value;
  RoadClass road_class;
  ModeSet permitted;
};

constexpr std::array kHighways{
    HighwayRule{"motorway", RoadClass::Motorway, kCar},
    HighwayRule{"motorway_link", RoadClass::Motorway, kCar},
    HighwayRule{"trunk", RoadClass::Trunk, kAll},
    HighwayRule{"trunk_link", RoadClass::Trunk, kAll},
    HighwayRule{"primary", RoadClass::Primary, kAll},
    HighwayRule{"primary_link", RoadClass::Primary, kAll},
    HighwayRule{"secondary", RoadClass::Secondary, kAll},
    HighwayRule{"secondary_link", RoadClass::Secondary, kAll},
    HighwayRule{"tertiary", RoadClass::Tertiary, kAll},
    HighwayRule{"tertiary_link", RoadClass::Tertiary, kAll},
    HighwayRule{"unclassified", RoadClass::Local, kAll},
    HighwayRule{"road", RoadClass::Local, kAll},
    HighwayRule{"residential", RoadClass::Residential, kAll},
    HighwayRule{"living_street", RoadClass::LivingStreet, kAll},
    HighwayRule{"service", RoadClass::Service, kAll},
    HighwayRule{"track", RoadClass::Track, kAll},
    HighwayRule{"pedestrian", RoadClass::Pedestrian, kWalk},
    HighwayRule{"cycleway", RoadClass::Cycleway, kBikeWalk},
    HighwayRule{"footway", RoadClass::Path, kWalk},
    HighwayRule{"corridor", RoadClass::Path, kWalk},
    HighwayRule{"platform", RoadClass::Path, kWalk},
    HighwayRule{"path", RoadClass::Path, kBikeWalk},
    HighwayRule{"bridleway", RoadClass::Path, kWalk},
    HighwayRule{"steps", RoadClass::Steps, kWalk},
    // Closed to everybody unless access tags open them.
    HighwayRule{"busway", RoadClass::Service, kNone},
    HighwayRule{"bus_guideway", RoadClass::Service, kNone},
    HighwayRule{"escape", RoadClass::Service, kNone},
    HighwayRule{"ice_road", RoadClass::Track, kAll},
    HighwayRule{"winter_road", RoadClass::Track, kAll},
};

enum class Verdict : std::uint8_t { Silent, Open, Closed };

constexpr std::array<std::string_view, 15> kOpen{"yes",        "permissive", "designated", "destination", "customers",
                                                 "official",   "public",     "residents",  "permit",      "dismount",
                                                 "use_sidepath", "discouraged", "unknown", "delivery",    "true"};
constexpr std::array<std::string_view, 10> kClosed{"no",       "private",  "agricultural", "forestry", "emergency",
                                                   "military", "psv",      "bus",          "restricted", "false"};

Verdict verdict_of(std::string_view value) {
  if (value.empty()) return Verdict::Silent;
  if (std::ranges::find(kClosed, value) != kClosed.end()) return Verdict::Closed;
  if (std::ranges::find(kOpen, value) != kOpen.end()) return Verdict::Open;
  // "agricultural;forestry", "private;delivery": closed if every part is.
  auto const separator = value.find(';');
  if (separator == std::string_view::npos) return Verdict::Silent;
  auto const first = verdict_of(value.substr(0, separator));
  auto const rest = verdict_of(value.substr(separator + 1));
  if (first == Verdict::Open || rest == Verdict::Open) return Verdict::Open;
  return first == Verdict::Closed && rest == Verdict::Closed ? Verdict::Closed : Verdict::Silent;
}

struct AccessRule {
  Mode mode;
  std::array<std::string_view, 4> keys;  ///< general first: a later key wins over an earlier
};

constexpr std::array kAccess{
    AccessRule{Mode::Car, {"access", "vehicle", "motor_vehicle", "motorcar"}},
    AccessRule{Mode::Bike, {"access", "vehicle", "bicycle", ""}},
    AccessRule{Mode::Walk, {"access", "foot", "", ""}},
};

ModeSet with_access(ModeSet permitted, OsmTags tags) {
  for (auto const& rule : kAccess) {
    auto verdict = Verdict::Silent;
    bool is_particular = false;
    for (auto const key : rule.keys) {
      if (key.empty()) continue;
      auto const said = verdict_of(tags[key]);
      if (said == Verdict::Silent) continue;
      verdict = said;
      is_particular = key != "access" && key != "vehicle";
    }
    // access=yes on a footway does not open it to cars; motor_vehicle=yes does.
    if (verdict == Verdict::Open && is_particular) permitted.insert(rule.mode);
    if (verdict == Verdict::Closed) permitted.erase(rule.mode);
  }
  return permitted;
}

enum class OneWay : std::uint8_t { No, Along, Against, Neither };

OneWay one_way_of(std::string_view value) {
  if (value == "yes" || value == "true" || value == "1") return OneWay::Along;
  if (value == "-1" || value == "reverse") return OneWay::Against;
  // Turns with the hour: nobody can rely on it.
  if (value == "reversible") return OneWay::Neither;
  return OneWay::No;
}

void restrict(RoadAttributes& road, Mode mode, OneWay one_way) {
  if (one_way == OneWay::Along || one_way == OneWay::Neither) road.permitted[1].erase(mode);
  if (one_way == OneWay::Against || one_way == OneWay::Neither) road.permitted[0].erase(mode);
}

bool is_contraflow(std::string_view cycleway) { return cycleway.starts_with("opposite"); }

void apply_one_way(RoadAttributes& road, OsmTags tags) {
  auto value = tags["oneway"];
  bool const is_implied = tags.has("highway", "motorway") || tags.has("junction", "roundabout") || tags.has("junction", "circular");
  if (value.empty() && is_implied) value = "yes";
  auto const general = one_way_of(value);
  auto const of_cars = [&] {
    for (auto const key : {"oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle"}) {
      if (!tags[key].empty()) return one_way_of(tags[key]);
    }
    return general;
  };
  auto const of_bikes = [&] {
    if (!tags["oneway:bicycle"].empty()) return one_way_of(tags["oneway:bicycle"]);
    bool const is_open = is_contraflow(tags["cycleway"]) || is_contraflow(tags["cycleway:left"]) ||
                         is_contraflow(tags["cycleway:right"]) || is_contraflow(tags["cycleway:both"]);
    return is_open ? OneWay::No : general;
  };
  restrict(road, Mode::Car, of_cars());
  restrict(road, Mode::Bike, of_bikes());
  restrict(road, Mode::Walk, one_way_of(tags["oneway:foot"]));
}

void apply_speed(RoadAttributes& road, OsmTags tags) {
  auto const both = parse_osm_speed(tags["maxspeed"]);
  road.speed_limit_kmh[0] = parse_osm_speed(tags["maxspeed:forward"]).value_or(both.value_or(0));
  road.speed_limit_kmh[1] = parse_osm_speed(tags["maxspeed:backward"]).value_or(both.value_or(0));
}

constexpr std::array kSurfaces{
    std::pair{std::string_view{"asphalt"}, Surface::Paved},        std::pair{std::string_view{"paved"}, Surface::Paved},
    std::pair{std::string_view{"concrete"}, Surface::Paved},       std::pair{std::string_view{"chipseal"}, Surface::Paved},
    std::pair{std::string_view{"paving_stones"}, Surface::Paved},  std::pair{std::string_view{"metal"}, Surface::Paved},
    std::pair{std::string_view{"concrete:plates"}, Surface::Paved}, std::pair{std::string_view{"wood"}, Surface::Paved},
    std::pair{std::string_view{"sett"}, Surface::Paved},           std::pair{std::string_view{"cobblestone"}, Surface::Gravel},
    std::pair{std::string_view{"unhewn_cobblestone"}, Surface::Gravel},
    std::pair{std::string_view{"compacted"}, Surface::Gravel},     std::pair{std::string_view{"fine_gravel"}, Surface::Gravel},
    std::pair{std::string_view{"gravel"}, Surface::Gravel},        std::pair{std::string_view{"pebblestone"}, Surface::Gravel},
    std::pair{std::string_view{"unpaved"}, Surface::Unpaved},      std::pair{std::string_view{"ground"}, Surface::Unpaved},
    std::pair{std::string_view{"dirt"}, Surface::Unpaved},         std::pair{std::string_view{"earth"}, Surface::Unpaved},
    std::pair{std::string_view{"grass"}, Surface::Unpaved},        std::pair{std::string_view{"sand"}, Surface::Bad},
    std::pair{std::string_view{"mud"}, Surface::Bad},              std::pair{std::string_view{"rock"}, Surface::Bad},
};

Surface surface_of(OsmTags tags) {
  auto const surface = tags["surface"];
  for (auto const& [name, value] : kSurfaces) {
    if (name == surface) return value;
  }
  auto const track = tags["tracktype"];
  if (track == "grade1") return Surface::Paved;
  if (track == "grade2") return Surface::Gravel;
  if (track == "grade3") return Surface::Unpaved;
  if (track == "grade4" || track == "grade5") return Surface::Bad;
  return Surface::Unknown;
}

std::optional<OsmRoad> ferry_of(OsmTags tags) {
  OsmRoad road;
  road.attributes.road_class = tags.has("ferry", "cable") || tags.has("cable_ferry", "yes") || tags.has("ferry:cable", "yes")
                                   ? RoadClass::CableFerry
                                   : RoadClass::Ferry;
  road.attributes.permitted.fill(with_access(kAll, tags));
  apply_one_way(road.attributes, tags);
  road.ferry_duration_s = parse_osm_duration(tags["duration"]).value_or(0);
  return road.attributes.is_passable() ? std::optional{road} : std::nullopt;
}

bool is_ice_road(OsmTags tags) {
  return tags.has("highway", "ice_road") || tags.has("highway", "winter_road") || tags.has("ice_road", "yes") ||
         tags.has("winter_road", "yes");
}

}  // namespace

std::optional<OsmRoad> osm_road(OsmTags tags, IceRoads ice_roads) {
  auto const highway = tags["highway"];
  if (highway.empty()) return tags.has("route", "ferry") ? ferry_of(tags) : std::nullopt;
  auto const rule = std::ranges::find(kHighways, highway, &HighwayRule::value);
  if (rule == kHighways.end() || (ice_roads == IceRoads::No && is_ice_road(tags))) return std::nullopt;

  OsmRoad road;
  road.attributes.road_class = rule->road_class;
  road.attributes.surface = surface_of(tags);
  auto permitted = rule->permitted;
  bool const is_rough = tags.has("tracktype", "grade4") || tags.has("tracktype", "grade5");
  if (rule->road_class == RoadClass::Track && is_rough) permitted.erase(Mode::Car);
  if (tags.has("motorroad", "yes")) permitted = permitted & kCar;
  road.attributes.permitted.fill(with_access(permitted, tags));
  apply_one_way(road.attributes, tags);
  apply_speed(road.attributes, tags);
  return road.attributes.is_passable() ? std::optional{road} : std::nullopt;
}

ModeSet osm_barrier_permits(OsmTags tags) {
  auto const barrier = tags["barrier"];
  if (barrier.empty()) {
    // access=no on a plain crossing or kerb is about the crossing, not the road; a bollard may be tagged the old way.
    return tags.has("highway", "bollard") || tags.has("bollard", "yes") ? kBikeWalk : kAll;
  }
  struct Rule {
    std::string_view value;
    ModeSet permitted;
  };
  constexpr std::array kBarriers{
      Rule{"bollard", kBikeWalk},       Rule{"block", kBikeWalk},        Rule{"cycle_barrier", kBikeWalk},
      Rule{"motorcycle_barrier", kBikeWalk}, Rule{"bus_trap", kBikeWalk}, Rule{"chain", kBikeWalk},
      Rule{"jersey_barrier", kBikeWalk}, Rule{"log", kBikeWalk},         Rule{"debris", kBikeWalk},
      Rule{"rope", kBikeWalk},          Rule{"planter", kBikeWalk},      Rule{"barrier_board", kBikeWalk},
      Rule{"sump_buster", kBikeWalk},   Rule{"turnstile", kWalk},        Rule{"full-height_turnstile", kWalk},
      Rule{"kissing_gate", kWalk},      Rule{"stile", kWalk},            Rule{"horse_stile", kWalk},
      Rule{"fence", kNone},             Rule{"wall", kNone},             Rule{"hedge", kNone},
      Rule{"guard_rail", kNone},        Rule{"city_wall", kNone},        Rule{"ditch", kNone},
      Rule{"retaining_wall", kNone}};
  auto const rule = std::ranges::find(kBarriers, barrier, &Rule::value);
  // Gates, lift gates, cattle grids, toll booths, kerbs, height restrictors: open unless their access says otherwise.
  return with_access(rule == kBarriers.end() ? kAll : rule->permitted, tags);
}

std::optional<std::uint8_t> parse_osm_speed(std::string_view text) {
  constexpr std::uint8_t kNoLimit = 120;  // where no limit is posted, nobody plans with more
  constexpr std::uint8_t kWalkingPace = 7;
  struct Named {
    std::string_view name;
    std::uint8_t kmh;
  };
  // Finnish general limits: 50 in built-up areas, 80 outside (Road Traffic Act 729/2018 § 100 and decrees).
  constexpr std::array kNamed{Named{"none", kNoLimit},  Named{"walk", kWalkingPace}, Named{"FI:urban", 50}, Named{"FI:rural", 80},
                              Named{"FI:trunk", 100},   Named{"FI:motorway", 120},   Named{"SE:urban", 50}, Named{"SE:rural", 70},
                              Named{"NO:urban", 50},    Named{"NO:rural", 80}};
  auto const named = std::ranges::find(kNamed, text, &Named::name);
  if (named != kNamed.end()) return named->kmh;
  double value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !(value > 0)) return std::nullopt;
  auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
  if (unit == "mph") {
    value *= 1.609344;
  } else if (unit == "knots") {
    value *= 1.852;
  } else if (!unit.empty() && unit != "km/h" && unit != "kmh" && unit != "kph") {
    return std::nullopt;
  }
  constexpr double kGreatest = 250;
  return static_cast<std::uint8_t>(std::lround(std::clamp(value, 1.0, kGreatest)));
}

namespace {

std::optional<std::uint32_t> take_count(std::string_view& text) {
  std::uint32_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value > 100'000) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

/// The rest of an ISO 8601 duration after "P".
std::optional<std::uint32_t> parse_iso_duration(std::string_view text) {
  constexpr std::uint32_t kMinute = 60;
  constexpr std::uint32_t kHour = 60 * kMinute;
  std::uint32_t seconds = 0;
  bool is_time = false;
  bool has_part = false;
  while (!text.empty()) {
    if (text.front() == 'T') {
      is_time = true;
      text.remove_prefix(1);
      continue;
    }
    auto const count = take_count(text);
    if (!count || text.empty()) return std::nullopt;
    char const unit = text.front();
    text.remove_prefix(1);
    has_part = true;
    if (unit == 'D' && !is_time) {
      seconds += *count * 24 * kHour;
    } else if (unit == 'H' && is_time) {
      seconds += *count * kHour;
    } else if (unit == 'M' && is_time) {
      seconds += *count * kMinute;
    } else if (unit == 'S' && is_time) {
      seconds += *count;
    } else {
      return std::nullopt;
    }
  }
  return has_part ? std::optional{seconds} : std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> parse_osm_duration(std::string_view text) {
  if (text.starts_with('P')) return parse_iso_duration(text.substr(1));
  std::array<std::uint32_t, 3> parts{};
  std::size_t count = 0;
  while (true) {
    auto const part = take_count(text);
    if (!part || count == parts.size()) return std::nullopt;
    parts[count++] = *part;
    if (text.empty()) break;
    if (text.front() != ':') return std::nullopt;
    text.remove_prefix(1);
  }
  if (count == 1) return parts[0] * 60;                                    // minutes
  if (count == 2) return parts[0] * 3600 + parts[1] * 60;                  // hours:minutes
  return parts[0] * 3600 + parts[1] * 60 + parts[2];
}

}  // namespace gapmap::network
