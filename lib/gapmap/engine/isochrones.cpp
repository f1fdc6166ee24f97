#include "gapmap/engine/isochrones.h"

#include <array>
#include <utility>

#include "gapmap/io/write_geojson.h"

namespace gapmap::engine {
namespace {

constexpr char const* kRoadFile = "isochrone_roads.geojson";
constexpr char const* kRegionFile = "isochrones.geojson";

/// Whose isochrones are asked for: of every place, or of all together.
struct Origins {
  std::vector<reach::PlaceGroup> groups;
  std::vector<PlaceId> places;  ///< one a group; none: all places
};

Origins origins_of(IdVector<PlaceId, Attachment> const& attached, bool is_per_place) {
  if (!is_per_place) return {{{attached.begin(), attached.end()}}, {PlaceId::none()}};
  Origins origins;
  for (auto const place : attached.ids()) {
    if (!attached[place].is_attached()) continue;
    origins.groups.push_back({attached[place]});
    origins.places.push_back(place);
  }
  return origins;
}

template <CostType Cost>
std::vector<io::ImportReport> inputs_of(IsochroneResult<Cost> const& result) {
  auto const& places = result.places;
  std::vector<io::ImportReport> inputs{result.roads->report, places.report};
  inputs.insert(inputs.end(), places.looked_up_in.begin(), places.looked_up_in.end());
  if (result.areas) inputs.push_back(result.areas->report);
  return inputs;
}

/// Finds the isochrones of places and roads that are read.
template <CostType Cost>
IsochroneResult<Cost> find(IsochroneResult<Cost> result, Listener& listener) {
  auto const& job = result.job;
  auto const& roads = *result.roads;
  result.weighed =
      std::make_shared<WeighedRoads<Cost> const>(weigh_roads<Cost>(roads, job.travel, listener));
  auto const& weighed = *result.weighed;
  auto const attached = attach_places(result.places, roads, weighed, *result.frame);
  auto const origins = origins_of(attached, job.is_per_place);
  auto found = listener.stage("find isochrones", [&] {
    return reach::isochrones<Cost>(roads.graph, roads.assembly.network, weighed.costs,
                                   origins.groups, job.travel.profile,
                                   {.limits = result.limits, .trip = job.travel.trip}, job.region);
  });
  for (std::size_t i = 0; i < found.size(); ++i)
    result.isochrones.push_back({origins.places[i], std::move(found[i])});
  for (auto const& input : inputs_of(result)) listener.input(input);
  show(weighed.components, job.travel, listener);
  return result;
}

}  // namespace

AnyIsochroneResult find_isochrones(job::IsochroneJob const& job, Listener& listener) {
  Working const working{listener, job.threads};
  auto frame = std::make_shared<WorkingFrame const>(job::crs_of("crs", job.crs));
  std::optional<io::MunicipalitiesRead> areas;
  if (job.areas)
    listener.stage("read areas", [&] { areas = io::read_municipalities(*job.areas, *frame); });
  auto places = listener.stage("read places", [&] {
    return io::read_places(job.places, *frame, areas ? areas->municipalities : Municipalities{});
  });
  auto roads = std::make_shared<RoadScene const>(build_roads(job.travel, *frame, listener));
  return std::visit(
      [&](auto const& limits) -> AnyIsochroneResult {
        using Cost = decltype(job::cost_of(limits[0]));
        IsochroneResult<Cost> result{.job = job,
                                     .frame = std::move(frame),
                                     .areas = std::move(areas),
                                     .places = std::move(places),
                                     .roads = std::move(roads),
                                     .weighed = nullptr,
                                     .limits = {},
                                     .isochrones = {}};
        for (auto const limit : limits) result.limits.push_back(job::cost_of(limit));
        return find(std::move(result), listener);
      },
      job.limits);
}

IsochroneTables tables_of(AnyIsochroneResult const& result) {
  return std::visit(
      [](auto const& found) {
        auto const& network = found.roads->assembly.network;
        tables::Isochrones<typename std::remove_cvref_t<decltype(found.limits)>::value_type> const
            isochrones{found.isochrones, found.limits, found.places.places, network};
        return IsochroneTables{
            .job = found.job,
            .frame = found.frame,
            .roads = tables::isochrone_road_table(isochrones),
            .regions = tables::isochrone_table(isochrones),
            .record = {.command = "isochrone",
                       .job = found.job.asked,
                       .working_crs = found.frame->crs().label(),
                       .inputs = inputs_of(found),
                       .network = figures_of(found.roads->assembly, found.weighed->components)}};
      },
      result);
}

std::unique_ptr<io::OutputFolder> folder_for(job::IsochroneJob const& /*job*/,
                                             Target const& target) {
  return std::make_unique<io::OutputFolder>(
      target.folder, std::vector<std::string>{kRoadFile, kRegionFile, io::kRecordFile},
      target.overwrite, target.inputs);
}

std::vector<std::string> deliver(IsochroneTables tables, io::OutputFolder& folder,
                                 Listener& listener) {
  Working const working{listener, tables.job.threads};
  listener.stage("write results", [&] {
    io::write_geojson(folder.staged(kRoadFile), tables.roads, *tables.frame);
    io::write_geojson(folder.staged(kRegionFile), tables.regions, *tables.frame);
  });
  tables.record.seconds = listener.seconds();
  io::write_manifest(folder.staged(io::kRecordFile), tables.record);
  folder.commit();
  return folder.final_paths();
}

std::vector<std::string> deliver(IsochroneTables tables, Target const& target, Listener& listener) {
  auto const folder = folder_for(tables.job, target);
  return deliver(std::move(tables), *folder, listener);
}

}  // namespace gapmap::engine
