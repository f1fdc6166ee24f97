// gapmap network info: what a road network is made of, into what it falls, and what looks wrong in
// it.

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gapmap/io/output_folder.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/network/inspect.h"
#include "gapmap/job/answer_options.h"
#include "tools/closing.h"
#include "tools/command.h"
#include "gapmap/engine/road_scene.h"
#include "gapmap/job/travel_options.h"

namespace gapmap::tools {
namespace {

struct Words {
  job::AnswerWords answer;
  job::TravelWords travel;
};

constexpr std::array<char const*, 2> kFiles{"network.gpkg", "run.json"};
constexpr Meters kNearMiss{1};

class NetworkInfoCommand final : public Command {
 public:
  [[nodiscard]] std::string name() const override { return "network info"; }
  [[nodiscard]] std::string summary() const override {
    return "What a road network is made of, into which components it falls, and what looks wrong "
           "in it";
  }
  void declare(job::Options& options) override;
  void run(job::Options const& options, Console& console) override;

 private:
  Words words_;
};

void NetworkInfoCommand::declare(job::Options& o) {
  using enum job::OptionKind;
  auto& w = words_;
  job::declare_answer(o, w.answer);
  job::declare_travel(o, w.travel);
  o.positional("roads");
  o.examples(
      "\nFiles written: network.gpkg (layers roads, near_misses, odd_speeds: open it in QGIS), "
      "run.json (the record). In roads,\n"
      "component counts the components without connection for --mode from 1, the longest first; "
      "empty "
      "where the mode may not travel;\n"
      "joining says whether homes join the road from beside, and if not, why.\n"
      "\nExamples:\n"
      "  gapmap network info geodata/varsinais-suomi/roads.gpkg --ferries avoid -o out/network\n"
      "  gapmap network info kaupunki.osm.pbf --mode bike -o tulos\n");
}

/// 1 for the longest component, and so on; ties keep their order.
IdVector<ComponentId, std::size_t> ranks_of(Components const& components) {
  std::vector<ComponentId> order;
  for (auto const component : components.components.ids()) order.push_back(component);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](ComponentId component) {
    return components.components[component].length;
  });
  IdVector<ComponentId, std::size_t> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i + 1;
  return ranks;
}

std::string one_way_of(RoadAttributes const& road, Mode mode) {
  bool const along = road.permits(Direction::Along).contains(mode);
  bool const against = road.permits(Direction::Against).contains(mode);
  if (along && against) return "both";
  if (along) return "along";
  return against ? "against" : "closed";
}

tables::Value limit_or_nothing(SpeedLimit limit) {
  return limit.is_posted() ? tables::Value{limit.kmh()} : tables::Value{};
}

tables::Value name_or_nothing(RoadNetwork const& network, SegmentId segment) {
  auto const name = network.name(segment);
  return name.empty() ? tables::Value{} : tables::Value{std::string{name}};
}

tables::OutputTable road_table(RoadNetwork const& network,
                               engine::WeighedRoads<Millimeters> const& roads, Mode mode) {
  auto const& components = roads.components;
  using enum tables::ColumnType;
  tables::OutputTable table{"roads",
                            {{"segment", Integer},
                             {"road_name", Text},
                             {"road_class", Text},
                             {"direction", Text},
                             {"component", Integer},
                             {"small_component", Text},
                             {"joining", Text},
                             {"length_m", Real, 3},
                             {"limit_along_kmh", Real, 2},
                             {"limit_against_kmh", Real, 2}},
                            {},
                            {}};
  auto const ranks = ranks_of(components);
  for (auto const id : network.originals()) {
    auto const& road = network.segments[id].attributes;
    auto const component = components.of_segment[id];
    tables::Value rank;
    tables::Value small_component;
    if (!component.is_none()) {
      rank = static_cast<std::int64_t>(ranks[component]);
      small_component = std::string{components.components[component].is_small ? "yes" : "no"};
    }
    table.rows.push_back({std::int64_t{id.value()}, name_or_nothing(network, id),
                          std::string{name_of(road.road_class)}, one_way_of(road, mode), rank,
                          small_component, std::string{name_of(roads.homes.joining[id])},
                          network.length(id).value(), limit_or_nothing(road.speed_limit[0]),
                          limit_or_nothing(road.speed_limit[1])});
    auto const shape = network.shape(id);
    table.lines.emplace_back(shape.begin(), shape.end());
  }
  return table;
}

tables::OutputTable near_miss_table(RoadNetwork const& network,
                                    std::vector<network::NearMiss> const& misses) {
  using enum tables::ColumnType;
  tables::OutputTable table{
      "near_misses",
      {{"distance_m", Real, 3}, {"other_segment", Integer}, {"other_road_name", Text}},
      {},
      {}};
  table.shape_if_empty = tables::OutputShape::Point;
  for (auto const& miss : misses) {
    table.rows.push_back({miss.distance.value(), std::int64_t{miss.other.value()},
                          name_or_nothing(network, miss.other)});
    table.lines.push_back({network.junctions[miss.dead_end]});
  }
  return table;
}

tables::OutputTable odd_speed_table(RoadNetwork const& network,
                                    std::vector<network::OddSpeed> const& speeds) {
  using enum tables::ColumnType;
  tables::OutputTable table{
      "odd_speeds",
      {{"speed_kmh", Real, 1}, {"segment", Integer}, {"road_name", Text}, {"road_class", Text}},
      {},
      {}};
  table.shape_if_empty = tables::OutputShape::Line;
  for (auto const& odd : speeds) {
    auto const shape = network.shape(odd.segment);
    table.rows.push_back(
        {odd.speed_kmh, std::int64_t{odd.segment.value()}, name_or_nothing(network, odd.segment),
         std::string{name_of(network.segments[odd.segment].attributes.road_class)}});
    table.lines.emplace_back(shape.begin(), shape.end());
  }
  return table;
}

std::string class_lines(RoadNetwork const& network, Mode mode) {
  struct Sum {
    std::size_t segments = 0;
    double km = 0;
  };
  std::array<Sum, kRoadClasses> sums{};
  Sum all;
  double one_way_km = 0;
  double open_km = 0;
  for (auto const id : network.originals()) {
    if (network.is_boarding(id)) continue;
    auto const& road = network.segments[id].attributes;
    double const km = network.length(id).value() / 1000;
    auto const direction = one_way_of(road, mode);
    for (auto* sum : {&sums[static_cast<std::size_t>(road.road_class)], &all}) {
      ++sum->segments;
      sum->km += km;
    }
    if (direction != "closed") open_km += km;
    if (direction == "along" || direction == "against") one_way_km += km;
  }
  auto text = fmt::format("{:<14}{:>10}{:>12}\n", "class", "segments", "km");
  for (std::size_t c = 0; c < sums.size(); ++c) {
    if (sums[c].segments > 0)
      text +=
          fmt::format("{:<14}{:>10}{:>12.1f}\n", kRoadClassNames[c], sums[c].segments, sums[c].km);
  }
  text += fmt::format("{:<14}{:>10}{:>12.1f}\n\n", "all", all.segments, all.km);
  text += fmt::format("one-way {}: {:.1f} km of {:.1f} km ({:.1f} %)\n", phrase_of(mode),
                      one_way_km, open_km, open_km > 0 ? 100 * one_way_km / open_km : 0.0);
  return text;
}

std::string component_lines(engine::RoadScene const& scene, job::Travel const& travel) {
  std::string text;
  for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
    auto profile = travel::builtin_profile(mode);
    profile.ferries = travel.profile.ferries;
    auto const& network = scene.assembly.network;
    auto const components = access::find_components(
        network, scene.graph, engine::weigh_for<Millimeters>(profile, scene),
        {.small_component_below = travel.small_component_below});
    std::size_t whole = 0;
    std::size_t small_components = 0;
    double small_km = 0;
    double longest_km = 0;
    for (auto const& component : components.components) {
      double const km = component.length.value() / 1000;
      ++(component.is_small ? small_components : whole);
      if (component.is_small) small_km += km;
      longest_km = std::max(longest_km, km);
    }
    text += fmt::format(
        "components {}: {}, the longest with {:.1f} km; small components: {} with {:.1f} km\n",
        phrase_of(mode), whole, longest_km, small_components, small_km);
  }
  return text;
}

/// How much road nobody joins from beside, and why.
std::string joining_lines(RoadNetwork const& network,
                          engine::WeighedRoads<Millimeters> const& roads,
                          job::Travel const& travel) {
  constexpr std::array<std::string_view, kJoinings> kWords{
      "",
      "",
      "motorways, ramps, roads for motor traffic",
      "tunnels",
      "bridges of 30 m and more",
      "small components",
      "roads that lead nowhere"};
  auto const by_joining = [&](IdVector<SegmentId, Joining> const& joining) {
    std::array<double, kJoinings> km{};
    for (auto const s : network.originals())
      km[static_cast<std::size_t>(joining[s])] += network.length(s).value() / 1000;
    return km;
  };
  auto const homes = by_joining(roads.homes.joining);
  auto const places = by_joining(roads.places.joining);
  auto text = fmt::format("not joined from beside {}, by homes and by places:\n",
                          phrase_of(travel.profile.mode));
  for (std::size_t why = 0; why < kJoinings; ++why) {
    if (kWords[why].empty()) continue;
    text += fmt::format("  {:<43}{:>8.1f} km{:>9.1f} km\n", kWords[why], homes[why], places[why]);
  }
  return text;
}

void NetworkInfoCommand::run(job::Options const& options, Console& console) {
  listen(options, words_.answer, console);
  job::Problems problems;
  auto travel = job::understand_travel(words_.travel, problems);
  travel.roads.names = io::RoadNames::Read;
  problems.check([&] { static_cast<void>(job::working_frame(words_.answer)); });
  problems.throw_if_any();
  auto const frame = job::working_frame(words_.answer);
  io::OutputFolder folder{words_.answer.output,
                          {kFiles.begin(), kFiles.end()},
                          words_.answer.may_overwrite(),
                          options.inputs()};
  auto const scene = engine::build_roads(travel, frame, console);
  auto const roads = engine::weigh_roads<Millimeters>(scene, travel, console);
  auto const& network = scene.assembly.network;
  auto const mode = travel.profile.mode;
  auto const misses = console.stage("look for near misses",
                                    [&] { return network::near_misses(network, kNearMiss); });
  auto const speeds = network::odd_speeds(network);
  engine::show(scene.report, console);
  console.stage("write results", [&] {
    std::array const tables{road_table(network, roads, mode), near_miss_table(network, misses),
                            odd_speed_table(network, speeds)};
    io::write_geopackage(folder.staged("network.gpkg"), {tables.begin(), tables.end()}, frame);
  });
  io::write_manifest(folder.staged("run.json"),
                     {.command = name(),
                      .job = options.object(),
                      .working_crs = frame.crs().label(),
                      .inputs = {scene.report},
                      .network = engine::figures_of(scene.assembly, roads.components),
                      .seconds = console.seconds()});
  folder.commit();
  console.result(class_lines(network, mode));
  console.result(component_lines(scene, travel));
  console.result(joining_lines(network, roads, travel));
  console.result(
      fmt::format("ends joined across less than 0.1 m: {}\n", scene.assembly.joined_ends));
  console.result(fmt::format("dead ends within {:g} m of another road: {}\n", kNearMiss.value(),
                             misses.size()));
  console.result(fmt::format("odd speeds: {}\n\n", speeds.size()));
  tell_outcome(folder, console);
}

}  // namespace

std::unique_ptr<Command> make_network_info_command() {
  return std::make_unique<NetworkInfoCommand>();
}

}  // namespace gapmap::tools
