#include "gapmap/engine/network_description.h"

#include <algorithm>
#include <utility>

#include "gapmap/engine/detail/reader_files.h"
#include "gapmap/io/write_geopackage.h"
#include "gapmap/tables/network_table.h"

namespace gapmap::engine {
namespace {

constexpr char const* kLayerFile = "network.gpkg";

void sum_up_roads(NetworkDescription& description) {
  auto const& network = description.roads->assembly.network;
  for (auto const id : network.originals()) {
    if (network.is_boarding(id)) continue;
    auto const& road = network.segments[id].attributes;
    auto const length = network.length(id);
    for (auto* sum :
         {&description.by_class[static_cast<std::size_t>(road.road_class)], &description.all}) {
      ++sum->segments;
      sum->length += length;
    }
    auto const direction = tables::direction_of(road, description.job.travel.profile.mode);
    if (direction == "closed") continue;
    description.open += length;
    if (direction != "both") description.one_way += length;
  }
}

ComponentSums sums_of(Components const& components) {
  ComponentSums sums;
  for (auto const& component : components.components) {
    ++(component.is_small ? sums.small_components : sums.whole);
    if (component.is_small) sums.small_length += component.length;
    sums.longest = std::max(sums.longest, component.length);
  }
  return sums;
}

/// For every mode, on its built-in speeds.
void sum_up_components(NetworkDescription& description) {
  auto const& roads = *description.roads;
  auto const& travel = description.job.travel;
  for (std::size_t mode = 0; mode < kModes; ++mode) {
    auto profile = travel::builtin_profile(static_cast<Mode>(mode));
    profile.ferries = travel.profile.ferries;
    description.components[mode] = sums_of(access::find_components(
        roads.assembly.network, roads.graph, weigh_for<Millimeters>(profile, roads),
        {.small_component_below = travel.small_component_below}));
  }
}

std::array<Meters, kJoinings> lengths_by(IdVector<SegmentId, Joining> const& joining,
                                         RoadNetwork const& network) {
  std::array<Meters, kJoinings> lengths{};
  for (auto const segment : network.originals())
    lengths[static_cast<std::size_t>(joining[segment])] += network.length(segment);
  return lengths;
}

}  // namespace

NetworkDescription describe_network(job::NetworkJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  NetworkDescription description{.job = job};
  description.frame = std::make_shared<WorkingFrame const>(job::crs_of("crs", job.crs));
  description.roads =
      std::make_shared<RoadScene const>(build_roads(job.travel, *description.frame, listener));
  auto const& roads = *description.roads;
  auto const& network = roads.assembly.network;
  description.weighed = std::make_shared<WeighedRoads<Millimeters> const>(
      weigh_roads<Millimeters>(roads, job.travel, listener));
  description.near_misses = listener.stage(
      "look for near misses", [&] { return network::near_misses(network, kNearMiss); });
  description.odd_speeds = network::odd_speeds(network);
  listener.input(roads.report);
  sum_up_roads(description);
  sum_up_components(description);
  description.home_joining = lengths_by(description.weighed->homes.joining, network);
  description.place_joining = lengths_by(description.weighed->places.joining, network);
  return description;
}

std::vector<tables::OutputTable> tables_of(NetworkDescription const& description) {
  auto const& network = description.roads->assembly.network;
  return {tables::network_road_table({.network = network,
                                      .mode = description.job.travel.profile.mode,
                                      .components = description.weighed->components,
                                      .joining = description.weighed->homes.joining}),
          tables::near_miss_table(network, description.near_misses),
          tables::odd_speed_table(network, description.odd_speeds)};
}

std::unique_ptr<io::OutputFolder> folder_for(job::NetworkJob const& /*job*/, Target const& target) {
  return std::make_unique<io::OutputFolder>(target.folder,
                                            std::vector<std::string>{kLayerFile, io::kRecordFile},
                                            target.overwrite, target.inputs);
}

std::vector<std::string> deliver(NetworkDescription const& description, io::OutputFolder& folder,
                                 Listener& listener) {
  Working const working{listener, description.job.threads};
  listener.stage("write results", [&] {
    auto const tables = tables_of(description);
    std::vector<io::LayerLook> titles;
    titles.reserve(tables.size());
    for (auto const& table : tables)
      titles.push_back(
          {.layer = table.name,
           .columns = column_titles(Language::English, table, "network " + table.name)});
    io::write_geopackage(folder.staged(kLayerFile), {tables.begin(), tables.end()},
                         *description.frame, titles);
  });
  io::write_manifest(
      folder.staged(io::kRecordFile),
      {.command = "network info",
       .job = description.job.asked,
       .working_crs = description.frame->crs().label(),
       .inputs = {description.roads->report},
       .network = figures_of(description.roads->assembly, description.weighed->components),
       .seconds = listener.seconds()});
  folder.commit();
  return folder.final_paths();
}

std::vector<std::string> deliver(NetworkDescription const& description, Target const& target,
                                 Listener& listener) {
  auto const folder = folder_for(description.job, target);
  return deliver(description, *folder, listener);
}

}  // namespace gapmap::engine
