#include "gapmap/job/travel_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "gapmap/io/network_file.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/units/parse_quantity.h"
#include "gapmap/job/speed_options.h"

namespace gapmap::job {
namespace {

/// Returns the given options about fields and rows of a layer.
std::vector<std::string> given_layer_options(TravelWords const& w) {
  std::vector<std::string> given;
  auto const check = [&](char const* option, std::string const& value) {
    if (!value.empty()) given.emplace_back(option);
  };
  check("road-class", w.road_class);
  check("road-ferry", w.road_ferry);
  check("road-level", w.road_level);
  check("road-name", w.road_name);
  check("road-oneway", w.road_oneway);
  check("road-speed", w.road_speed);
  check("road-speed-limits", w.road_speed_limits);
  check("roads-where", w.roads_where);
  return given;
}

/// Refuses options about how roads are read, which were decided when the network file was made.
void refuse_options_of_a_network_file(TravelWords const& w) {
  if (!io::is_network_file(w.roads)) return;
  auto given = given_layer_options(w);
  if (!w.roads_crs.empty()) given.emplace_back("roads-crs");
  if (!w.ice_roads.empty()) given.emplace_back("ice-roads");
  if (!w.rough_tracks.empty()) given.emplace_back("rough-tracks");
  if (given.empty()) return;
  throw UsageError{fmt::format("{}", fmt::join(given, ", ")),
                   fmt::format("has no effect on the network file {}", w.roads),
                   "give it to gapmap network build"};
}

/// Refuses options without effect on OpenStreetMap data, in which tags say everything.
void refuse_options_without_effect(TravelWords const& w) {
  bool const is_osm = io::is_osm_file(io::parse_source(w.roads).path);
  if (!is_osm && !w.rough_tracks.empty() && !io::is_network_file(w.roads)) {
    throw UsageError{"rough-tracks", "only OpenStreetMap grades its tracks",
                     "leave it out, or choose roads with `roads-where`"};
  }
  auto const given = given_layer_options(w);
  if (!is_osm || given.empty()) return;
  throw UsageError{fmt::format("{}", fmt::join(given, ", ")),
                   fmt::format("has no effect on {}: OpenStreetMap has tags, not fields", w.roads),
                   "leave it out; what the tags say is used"};
}

}  // namespace

void declare_roads(Options& o, TravelWords& w) {
  using enum OptionKind;
  o.group(
      "Roads (in a job file also as tables: [roads] file, where, crs, speed_limits; [roads.schema] "
      "class, ferry, oneway, along, "
      "against, both, speed, name, level)");
  o.add({"--roads", "FILE",
         "Road lines, an OpenStreetMap extract (.osm.pbf, .osm), or a network file (.gmnet)", Path,
         Need::Required},
        w.roads);
  o.add({"--road-class", "FIELD", "Class of a road"}, w.road_class);
  o.add({"--road-ferry", "VALUES", "Values of the class field that are ferries, with commas"},
        w.road_ferry);
  o.add({"--road-oneway", "FIELD",
         "Which way cars and bikes may go; Digiroad and OpenStreetMap need none of this"},
        w.road_oneway);
  o.add({"--road-oneway-along", "VALUES", "Its values for one-way as digitised, with commas"},
        w.road_oneway_along);
  o.add({"--road-oneway-against", "VALUES", "Its values for one-way against that"},
        w.road_oneway_against);
  o.add(
      {"--road-oneway-both", "VALUES", "Its values for both ways; an empty field is both ways too"},
      w.road_oneway_both);
  o.add({"--road-speed", "FIELD", "Speed limit in km/h"}, w.road_speed);
  o.add({"--road-speed-limits", "FILE",
         "Digiroad's layer of speed limits (DR_NOPEUSRAJOITUS_K), joined by LINK_ID", Path},
        w.road_speed_limits);
  o.add({"--road-name", "FIELD",
         "Name of a road, for isochrone and network; in known data Finnish, else Swedish, else its "
         "number"},
        w.road_name);
  o.add(
      {"--road-level", "FIELD", R"(Bridges and tunnels: above 0 or "bridge", below 0 or "tunnel")"},
      w.road_level);
  o.add({"--roads-where", "SQL", "Only these roads, e.g. \"Kohdeluokk <> 12151\""}, w.roads_where);
  o.add({"--roads-crs", "CRS", "If the file does not say or says it wrong"}, w.roads_crs);
  o.add({"--ice-roads", "",
         "Use ice roads and winter roads of OpenStreetMap and the National Land Survey too", Flag},
        w.ice_roads);
  o.add({"--rough-tracks", "", "Cars also take tracks of OpenStreetMap that are grade4 or grade5",
         Flag},
        w.rough_tracks);
  o.add({"--cache", "FOLDER",
         "Keep assembled networks here and use them again while the roads are the same", Path},
        w.cache);
}

void declare_travel(Options& o, TravelWords& w) {
  declare_roads(o, w);
  o.group("Travel");
  o.add({"--mode", "car|bike|walk", "How people travel"}, w.mode);
  o.add({"--trip", "to-place|from-place|round-trip",
         "Which way counts; a round trip is the sum of both"},
        w.trip);
  o.add({"--ferries", "use|avoid", "Whether ferries are roads"}, w.ferries);
  o.add({"--ferry-wait", "TIME", "Mean wait for a ferry"}, w.ferry_wait);
  o.add({"--cable-ferry-wait", "TIME", "Mean wait for a cable ferry (lossi)"}, w.cable_ferry_wait);
  o.add(
      {"--traffic", "free|day|rush",
       "How much other traffic there is: delays at junctions and traffic lights as on empty roads, "
       "in the mean of a day, or in the rush hour"},
      w.traffic);
  declare_speeds(o, w.speeds);
  o.add({"--max-off-road", "LENGTH",
         "Longest straight way to a road; beyond it a cell is off the network"},
        w.max_off_road);
  o.add(
      {"--small-component-below", "LENGTH",
       "Components of the network with less road than this are small: nobody joins the road there",
       OptionKind::Text, Need::Optional, "scrap-below"},
      w.small_component_below);
}

Travel understand_travel(TravelWords const& w, Problems& problems) {
  Travel travel;
  travel.roads = {.source = source_of(w.roads, w.roads_where, w.roads_crs),
                  .class_field = w.road_class,
                  .ice_roads = w.ice_roads.empty() ? network::IceRoads::No : network::IceRoads::Yes,
                  .rough_tracks = w.rough_tracks.empty() ? network::RoughTracks::Closed
                                                         : network::RoughTracks::Open,
                  .oneway_field = w.road_oneway,
                  .oneway = {w.road_oneway_along, w.road_oneway_against, w.road_oneway_both},
                  .speed_field = w.road_speed,
                  .ferry_classes = w.road_ferry,
                  .speed_limits = io::parse_source(w.road_speed_limits),
                  .name_field = w.road_name,
                  .level_field = w.road_level};
  travel.cache = w.cache;
  auto const profiles = understand_speeds(w.speeds, problems);
  problems.check([&] { io::check_source(travel.roads.source); });
  problems.check([&] { refuse_options_of_a_network_file(w); });
  problems.check([&] { refuse_options_without_effect(w); });
  if (!w.road_speed_limits.empty())
    problems.check([&] { io::check_source(travel.roads.speed_limits); });
  if (!w.roads_crs.empty())
    problems.check([&] { static_cast<void>(crs_of("roads-crs", w.roads_crs)); });
  problems.check([&] {
    auto const mode = choice_of("mode", w.mode, {kModeNames.begin(), kModeNames.end()});
    auto const traffic =
        choice_of("traffic", w.traffic, {kTrafficNames.begin(), kTrafficNames.end()});
    travel.traffic = static_cast<Traffic>(traffic);
    travel.profile = travel::in_traffic(profiles[mode], travel.traffic);
  });
  problems.check([&] {
    travel.trip = static_cast<reach::Trip>(
        choice_of("trip", w.trip, {reach::kTripNames.begin(), reach::kTripNames.end()}));
  });
  problems.check([&] {
    travel.profile.ferries =
        static_cast<Ferries>(choice_of("ferries", w.ferries, {"avoid", "use"}));
  });
  problems.check([&] { travel.profile.ferry_wait = parse_time(w.ferry_wait, "ferry-wait"); });
  problems.check([&] {
    travel.profile.cable_ferry_wait = parse_time(w.cable_ferry_wait, "cable-ferry-wait");
  });
  problems.check([&] { travel.max_off_road = parse_length(w.max_off_road, "max-off-road"); });
  problems.check([&] {
    travel.small_component_below = parse_length(w.small_component_below, "small-component-below");
  });
  return travel;
}

io::Source source_of(std::string const& path, std::string const& where, std::string const& crs) {
  auto source = io::parse_source(path);
  source.where = where;
  source.crs = crs;
  return source;
}

Crs crs_of(std::string const& option, std::string const& text) {
  try {
    return Crs::from_text(text);
  } catch (InputError const& error) {
    throw UsageError{option, error.parts().what, error.parts().hint};
  }
}

}  // namespace gapmap::job
