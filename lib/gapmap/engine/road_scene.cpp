#include "gapmap/engine/road_scene.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <span>

#include "gapmap/access/joining.h"
#include "gapmap/access/private_gates.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/engine/detail/road_cache.h"

namespace gapmap::engine {
namespace {

/// Rows none of whose lines has a length are left out. The lines of a row follow one another.
void count_rows_without_length(io::RoadsRead& roads, std::span<std::uint32_t const> without) {
  auto const& rows = roads.row_of_line;
  for (std::size_t i = 0; i < without.size();) {
    auto const row = rows[without[i]];
    std::size_t first = without[i];
    std::size_t end = first + 1;
    while (first > 0 && rows[first - 1] == row) --first;
    while (end < rows.size() && rows[end] == row) ++end;
    auto const lost = i;
    while (i < without.size() && without[i] < end) ++i;
    if (i - lost < end - first) continue;
    roads.report.count("line without length", std::to_string(row));
    --roads.report.rows_used;
  }
}

/// Loose lines to a network; lines that are a single point are counted as left out.
network::Assembly assemble(io::RoadsRead& roads, Ruler const& ruler) {
  auto assembly = network::assemble(std::move(roads.roads), ruler);
  count_rows_without_length(roads, assembly.lines_without_length);
  io::count_unused_turns(roads, assembly.unused_turns);
  if (assembly.network.segments.empty()) {
    throw InputError{{roads.report.source.path},
                     "none of its lines has a length",
                     "check the geometries of the roads"};
  }
  return assembly;
}

}  // namespace

namespace {

RoadScene assemble_roads(io::RoadInput const& input, WorkingFrame const& frame,
                         Listener& listener) {
  RoadScene scene;
  auto roads = listener.stage("read roads",
                              [&] { return io::read_roads(input, frame, listener.watcher()); });
  listener.stage("assemble roads", [&] { scene.assembly = assemble(roads, Ruler{frame}); });
  listener.stage("build graph", [&] { scene.graph = graph::build(scene.assembly.network); });
  scene.report = std::move(roads.report);
  return scene;
}

/// All roads of the source, near or far, with their names, so that every later run may use them.
RoadScene cached_roads(job::Travel const& travel, WorkingFrame const& frame, Listener& listener) {
  auto input = travel.roads;
  input.source.extent.reset();
  input.names = io::RoadNames::Read;
  auto const file = cache_file(travel.cache, input, frame.crs());
  if (file && std::filesystem::exists(*file)) {
    try {
      auto scene =
          listener.stage("open network", [&] { return io::read_network_file(*file, frame); });
      scene.report.source = input.source;
      return scene;
    } catch (InputError const& error) {
      listener.remark(fmt::format("{}; it is made anew", error.what()));
    }
  }
  auto scene = assemble_roads(input, frame, listener);
  // Else roads of one state would be kept under the name of another.
  if (file && file != cache_file(travel.cache, input, frame.crs())) {
    throw InputError{{input.source.path},
                     "changed while it was read",
                     "run again when no other program writes it any more"};
  }
  if (file) listener.stage("write network", [&] { keep_in_cache(*file, scene, frame.crs()); });
  return scene;
}

}  // namespace

RoadScene build_roads(job::Travel const& travel, WorkingFrame const& frame, Listener& listener) {
  auto const& path = travel.roads.source.path;
  if (io::is_network_file(path)) {
    return listener.stage("open network", [&] { return io::read_network_file(path, frame); });
  }
  return travel.cache.empty() ? assemble_roads(travel.roads, frame, listener)
                              : cached_roads(travel, frame, listener);
}

template <CostType Cost>
EdgeCosts<Cost> weigh_for(Profile const& profile, RoadScene const& scene) {
  auto const& network = scene.assembly.network;
  auto costs = travel::weigh<Cost>(network, scene.graph, profile);
  access::open_private_gates(network, scene.graph, costs);
  return costs;
}

namespace {

struct Purposes {
  Purpose homes;
  Purpose places;
};

Purposes purposes_of(reach::Trip trip) {
  using enum Purpose;
  switch (trip) {
    case reach::Trip::ToPlace:
      return {SetOut, Arrive};
    case reach::Trip::FromPlace:
      return {Arrive, SetOut};
    case reach::Trip::Round:
      break;
  }
  return {Both, Both};
}

}  // namespace

template <CostType Cost>
WeighedRoads<Cost> weigh_roads(RoadScene const& scene, job::Travel const& travel,
                               Listener& listener, std::optional<Box> const& read_within) {
  return listener.stage("weigh roads", [&] {
    auto const& network = scene.assembly.network;
    WeighedRoads<Cost> roads{.costs = weigh_for<Cost>(travel.profile, scene)};
    access::ComponentOptions options{.small_component_below = travel.small_component_below};
    roads.components = access::find_components(network, scene.graph, roads.costs, options);
    if (roads.components.components.empty()) {
      throw InputError{
          {scene.report.source.path},
          fmt::format("nobody may travel on any of its roads {}", phrase_of(travel.profile.mode)),
          "choose another `mode`, or check `road-class`"};
    }
    access::JoinableRoads const joinable{network, scene.graph, roads.costs, roads.components};
    auto const [homes, places] = purposes_of(travel.trip);
    roads.homes = {.max_off_road = travel.max_off_road, .joining = joinable.joining(homes)};
    roads.places = {.max_off_road = travel.max_off_road, .joining = joinable.joining(places)};
    if (read_within) {
      options.read_within = read_within;
      auto const with_more = access::find_components(network, scene.graph, roads.costs, options);
      roads.homes.doubtful = joinable.doubtful(with_more, roads.homes.joining);
      roads.places.doubtful = joinable.doubtful(with_more, roads.places.joining);
    }
    return roads;
  });
}

template <CostType Cost>
IdVector<PlaceId, Attachment> attach_points(io::PlacesRead& read, RoadScene const& scene,
                                            WeighedRoads<Cost> const& roads,
                                            WorkingFrame const& frame) {
  std::vector<Point> points;
  for (auto const& place : read.places) points.push_back(place.point);
  IdVector<PlaceId, Attachment> attached{
      access::attach(points, scene.assembly.network, frame, roads.places)};
  io::FilledRemark const reason{"place farther than {} from every road",
                                fmt::format("{:g} km", roads.places.max_off_road.value() / 1000)};
  for (auto const f : attached.ids()) {
    if (attached[f].is_attached()) continue;
    read.report.count(reason, read.places[f].id);
    --read.report.rows_used;
  }
  return attached;
}

template <CostType Cost>
IdVector<PlaceId, Attachment> attach_places(io::PlacesRead& places, RoadScene const& scene,
                                            WeighedRoads<Cost> const& roads,
                                            WorkingFrame const& frame) {
  auto attached = attach_points(places, scene, roads, frame);
  if (places.report.rows_used == 0 && !places.places.empty()) {
    throw InputError{{places.report.source.path},
                     fmt::format("no place lies within {:g} km of a road",
                                 roads.places.max_off_road.value() / 1000),
                     "check the coordinates of the places, or raise `max-off-road`"};
  }
  return attached;
}

io::NetworkFigures figures_of(network::Assembly const& assembly, Components const& components) {
  auto const& network = assembly.network;
  io::NetworkFigures figures{.junctions = network.original_junctions(),
                             .segments = network.originals().size(),
                             .joined_ends = assembly.joined_ends,
                             .repeated_points = assembly.repeated_points};
  for (auto const& component : components.components) {
    (component.is_small ? figures.small_components : figures.components) += 1;
    if (component.is_small) figures.small_length += component.length;
    figures.longest_component = std::max(figures.longest_component, component.length);
  }
  std::array<Meters, kRoadClassNames.size()> length{};
  for (auto const s : network.originals()) {
    length[static_cast<std::size_t>(network.segments[s].attributes.road_class)] +=
        network.length(s);
  }
  for (std::size_t c = 0; c < length.size(); ++c) {
    if (length[c] > Meters{0}) figures.length_by_class.emplace_back(kRoadClassNames[c], length[c]);
  }
  return figures;
}

void show(Components const& components, job::Travel const& travel, Listener& listener) {
  std::size_t whole = 0;
  std::size_t small_components = 0;
  Meters small_length{0};
  for (auto const& component : components.components) {
    ++(component.is_small ? small_components : whole);
    if (component.is_small) small_length += component.length;
  }
  if (whole > 1) {
    listener.remark(fmt::format("roads: {} they fall into {} components that do not connect",
                                phrase_of(travel.profile.mode), whole));
  }
  if (small_components > 0) {
    listener.remark(fmt::format(
        "roads: {} small component{} of under {:g} km with {:.1f} km in all {} not attached to",
        small_components, small_components == 1 ? "" : "s",
        travel.small_component_below.value() / 1000, small_length.value() / 1000,
        small_components == 1 ? "is" : "are"));
  }
}

template EdgeCosts<Millimeters> weigh_for(Profile const&, RoadScene const&);
template EdgeCosts<Milliseconds> weigh_for(Profile const&, RoadScene const&);
template WeighedRoads<Millimeters> weigh_roads(RoadScene const&, job::Travel const&, Listener&,
                                               std::optional<Box> const&);
template WeighedRoads<Milliseconds> weigh_roads(RoadScene const&, job::Travel const&, Listener&,
                                                std::optional<Box> const&);
template IdVector<PlaceId, Attachment> attach_points(io::PlacesRead&, RoadScene const&,
                                                     WeighedRoads<Millimeters> const&,
                                                     WorkingFrame const&);
template IdVector<PlaceId, Attachment> attach_points(io::PlacesRead&, RoadScene const&,
                                                     WeighedRoads<Milliseconds> const&,
                                                     WorkingFrame const&);
template IdVector<PlaceId, Attachment> attach_places(io::PlacesRead&, RoadScene const&,
                                                     WeighedRoads<Millimeters> const&,
                                                     WorkingFrame const&);
template IdVector<PlaceId, Attachment> attach_places(io::PlacesRead&, RoadScene const&,
                                                     WeighedRoads<Milliseconds> const&,
                                                     WorkingFrame const&);

}  // namespace gapmap::engine
