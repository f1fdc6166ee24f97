#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <utility>

#include "gapmap/engine/attached_scene.h"
#include "gapmap/engine/candidates.h"
#include "gapmap/engine/detail/background.h"
#include "gapmap/engine/detail/groups.h"
#include "gapmap/engine/detail/site_grounds.h"
#include "gapmap/engine/detail/zones.h"
#include "gapmap/reach/matrix.h"

namespace gapmap::engine {
namespace {

/// Places that exist and candidates behind them, attached to the roads that may matter.
template <CostType Cost>
struct Ground : AttachedScene<Cost> {
  io::PlacesRead candidates;
  std::size_t existing = 0;
  Places as_read;  ///< places that exist, before any was left out
};

/// Places that exist; a job that names none has none.
io::PlacesRead read_existing(job::SiteJob const& job, WorkingFrame const& frame,
                             Municipalities const& municipalities, Listener& listener) {
  if (job.has_places()) {
    return listener.stage("read places",
                          [&] { return io::read_places(job.places, frame, municipalities); });
  }
  listener.remark("no places are named, so none exists yet");
  return {.report = {.input = "place"}};
}

io::PlacesRead made_here(Places candidates, std::string recognised) {
  io::PlacesRead read{.places = std::move(candidates), .report = {.input = "candidate"}};
  read.report.recognised = std::move(recognised);
  read.report.row_is = "point";
  read.report.rows = read.report.rows_used = read.places.size();
  return read;
}

/// The middles of all cells in which somebody lives.
io::PlacesRead centers_of(Population const& population) {
  Places candidates;
  for (auto const& cell : population) {
    if (cell.is_inhabited())
      candidates.push_back({.id = cell.id, .name = cell.id, .point = cell.center});
  }
  return made_here(std::move(candidates), "the middles of populated cells");
}

/// The point of a segment so far from its start.
Point point_along(RoadNetwork const& network, SegmentId segment, double at) {
  auto const along = network.along_shape(segment);
  auto const shape = network.shape(segment);
  auto const after = std::ranges::upper_bound(along, at) - along.begin();
  auto const next = std::min(static_cast<std::size_t>(after), along.size() - 1);
  auto const before = next - 1;
  auto const length = along[next] - along[before];
  auto const share = length > 0 ? (at - along[before]) / length : 0;
  return {shape[before].x + share * (shape[next].x - shape[before].x),
          shape[before].y + share * (shape[next].y - shape[before].y)};
}

/// Points on every road where people travel on land: its start, and equal parts of at most
/// `spacing`. What several roads share is one point.
io::PlacesRead points_along(RoadNetwork const& network, Meters spacing) {
  Places candidates;
  std::set<Point> taken;
  for (auto const segment : network.originals()) {
    if (network.segments[segment].attributes.is_ferry() || network.is_gate(segment)) continue;
    auto const length = network.length(segment).value();
    auto const parts = std::max(1.0, std::ceil(length / spacing.value()));
    for (double part = 0; part <= parts; ++part) {
      auto const point = point_along(network, segment, length * part / parts);
      if (!taken.insert(point).second) continue;
      auto const id = fmt::format("{}", candidates.size() + 1);
      candidates.push_back({.id = id, .name = id, .point = point});
    }
  }
  return made_here(std::move(candidates),
                   fmt::format("points every {:g} m along the roads", spacing.value()));
}

/// Leaves out, and counts, candidates on the point of an earlier one: a town under a second name is
/// no second place.
void keep_one_a_point(io::PlacesRead& candidates) {
  std::set<Point> taken;
  Places kept;
  for (auto& candidate : candidates.places) {
    if (taken.insert(candidate.point).second) {
      kept.push_back(std::move(candidate));
      continue;
    }
    auto& remarks = candidates.report.remarks;
    auto const is_counted = std::ranges::any_of(remarks, [](io::Remark const& remark) {
      return remark.what == io::same_point_as_earlier("candidate").text();
    });
    // The reader has counted them as used.
    if (!is_counted) candidates.report.count(io::same_point_as_earlier("candidate"), candidate.id);
    --candidates.report.rows_used;
  }
  candidates.places = std::move(kept);
  for (auto& remark : candidates.report.remarks) {
    if (remark.what == io::same_point_as_earlier("candidate").text())
      remark.consequence = io::Consequence::LeftOut;
  }
}

/// Puts candidates behind the places of a scene.
template <CostType Cost>
void append_candidates(Ground<Cost>& ground, io::PlacesRead read, job::Travel const& travel,
                       WorkingFrame const& frame) {
  ground.existing = ground.places.places.size();
  auto attached = attach_candidates(std::move(read), *ground.roads, *ground.weighed, frame);
  ground.candidates = std::move(attached.read);
  for (auto const candidate : attached.attached.ids()) {
    ground.places.places.push_back(ground.candidates.places[candidate]);
    ground.ends.places.push_back(attached.attached[candidate]);
  }
  ground.ends = reach::ends_of(std::move(ground.ends.cells), std::move(ground.ends.places), frame,
                               travel.max_off_road);
}

/// How far ways are searched.
template <CostType Cost>
Cost cutoff_of(job::SiteJob const& job, Cost limit) {
  if (!job.is_of_ways()) return limit;
  if (!job.cutoff) return Cost::infinite();
  auto const* cutoff = std::get_if<Natural<Cost>>(&*job.cutoff);
  if (cutoff != nullptr) return std::max(limit, job::cost_of(*cutoff));
  throw UsageError{"cutoff", "has another unit than the limit",
                   "write both in kilometres or both in minutes"};
}

template <CostType Cost>
Ground<Cost> ground_within(job::SiteJob const& job, Cost cutoff, Studied const& studied,
                           WorkingFrame const& frame, Listener& listener) {
  auto const& population = studied.people.population;
  auto const places = read_existing(job, frame, studied.areas.municipalities, listener);
  auto const reach = job::reach_of(job);
  std::optional<io::PlacesRead> candidates;
  if (auto const* input = std::get_if<io::PlaceInput>(&job.candidates)) {
    candidates = job.is_of_ways() ? listener.stage("read candidates",
                                                   [&] { return io::read_places(*input, frame); })
                                  : read_candidates(*input, reach, population, frame, listener);
    keep_one_a_point(*candidates);
  }
  if (std::holds_alternative<job::CellCenters>(job.candidates)) candidates = centers_of(population);
  auto const attach = [&](std::optional<ReadingBox> const& box) {
    Ground<Cost> ground{attach_scene<Cost>(box, places, job.travel, population, frame, listener)};
    ground.as_read = places.places;
    auto read = candidates;
    if (auto const* roads = std::get_if<job::AlongRoads>(&job.candidates)) {
      read = points_along(ground.roads->assembly.network, roads->spacing);
      if (!job.is_of_ways()) keep_within_reach(*read, reach, population, frame);
    }
    if (!read) read = made_here({}, "none");
    listener.stage("attach candidates",
                   [&] { append_candidates(ground, *std::move(read), job.travel, frame); });
    return ground;
  };
  if (!can_read_by_box(job.travel) || !cutoff.is_finite()) return attach({});
  auto const widest = std::max(reach, job.cutoff ? job::reach_of(*job.cutoff, job.travel) : reach);
  auto const box = reading_box(population, widest + kBoxSlack, job.travel, frame);
  return read_enough(box, [&](auto const& part) -> std::optional<Ground<Cost>> {
    auto ground = attach(part);
    bool const may_miss_ways = part && !listener.stage("look for ways out of the box", [&] {
      return knows_all_within(*part, *ground.roads, *ground.weighed, ground.ends, cutoff,
                              job.travel);
    });
    return may_miss_ways ? std::nullopt : std::optional{std::move(ground)};
  });
}

/// What the map of the plan shows: studied municipalities, and cells.
Box shown_on_map(Studied const& studied) {
  Box box;
  for (auto const& municipality : studied.areas.municipalities) box.extend(municipality.area.box());
  for (auto const& cell : studied.people.population) box.extend(cell.outline.box());
  return box;
}

/// Sites of all places. Ids of candidates begin with "new-" if a place has one of them.
IdVector<SiteId, Site> sites_of(Places& places, std::size_t existing) {
  std::set<std::string> ids;
  for (std::size_t p = 0; p < existing; ++p) ids.insert(places[PlaceId{p}].id);
  bool are_shared = false;
  for (auto p = existing; p < places.size(); ++p)
    are_shared = are_shared || ids.contains(places[PlaceId{p}].id);
  IdVector<SiteId, Site> sites;
  for (auto const p : places.ids()) {
    auto& place = places[p];
    bool const exists = p.value() < existing;
    if (are_shared && !exists) place.id = "new-" + place.id;
    sites.push_back({place.id, place.name, exists, place.price, place.capacity});
  }
  return sites;
}

/// The sites of places as they were read, of which some were left out, in their order.
IdVector<PlaceId, SiteId> sites_as_read(Places const& as_read, Places const& kept,
                                        std::size_t existing) {
  IdVector<PlaceId, SiteId> sites;
  std::size_t next = 0;
  for (auto const& place : as_read) {
    bool const is_kept = next < existing && kept[PlaceId{next}].id == place.id &&
                         kept[PlaceId{next}].point == place.point;
    sites.push_back(is_kept ? SiteId{next++} : SiteId::none());
  }
  expects(next == existing, "places that are left out leave the order of the others");
  return sites;
}

/// What a cell counts: the middle of what is known of it, which of published numbers is the number.
/// A cell of which nothing is known is in no figure, and is counted.
void weigh_demands(SiteScene& scene) {
  auto const& map = *scene.map;
  auto const& population = map.studied->people.population;
  auto const& ranges = map.counted->ranges;
  std::vector<double> middles;
  std::vector<double> lows;
  std::vector<double> highs;
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    scene.demands.push_back(cell.id);
    auto const& range = ranges.at(c, map.group);
    if (ranges.is_unknown(cell, c, map.group)) ++scene.unknown;
    middles.push_back(range.midpoint().value());
    lows.push_back(range.low.value());
    highs.push_back(range.high.value());
  }
  auto all = middles;
  all.insert(all.end(), lows.begin(), lows.end());
  all.insert(all.end(), highs.begin(), highs.end());
  scene.weight_unit = unit_of_weights(all);
  scene.costs.weights = DemandWeights{in_units(middles, scene.weight_unit)};
  if (lows == highs) return;
  scene.low = DemandWeights{in_units(lows, scene.weight_unit)};
  scene.high = DemandWeights{in_units(highs, scene.weight_unit)};
}

template <CostType Cost>
void fill_scene(SiteScene& scene, Cost limit, Listener& listener) {
  auto& map = *scene.map;
  auto const& job = scene.job;
  auto const cutoff = cutoff_of(job, limit);
  auto const ground = ground_within<Cost>(job, cutoff, *map.studied, *map.frame, listener);
  map.places = ground.places.places;
  scene.sites = sites_of(map.places, ground.existing);
  map.as_read = ground.as_read;
  map.sites_as_read = sites_as_read(map.as_read, map.places, ground.existing);
  map.municipalities = places::locate(map.places, map.studied->areas.municipalities);
  map.roads = std::make_shared<tables::OutputTable const>(background_roads(
      shown_on_map(*map.studied), map.studied->people.population, ground.roads->assembly.network));
  scene.cost_unit = 1000;
  scene.cost_name = std::same_as<Cost, Milliseconds> ? "time_s" : "distance_m";
  weigh_demands(scene);
  listener.stage("search", [&] {
    auto const reach =
        reach::matrix(ground.roads->graph, ground.weighed->costs, ground.ends, job.travel.profile,
                      reach::MatrixOptions<Cost>{.cutoff = cutoff, .trip = job.travel.trip});
    std::vector<std::int64_t> const weights{scene.costs.weights.begin(), scene.costs.weights.end()};
    scene.served = siting::site_costs<Cost>(reach, weights, limit);
    scene.costs = job.is_of_ways() ? siting::site_costs<Cost>(reach, weights) : scene.served;
  });
  auto& record = scene.record;
  record.working_crs = map.frame->crs().label();
  record.inputs = {map.studied->areas.report, map.studied->people.report, ground.roads->report};
  if (job.has_places()) record.inputs.push_back(ground.places.report);
  record.inputs.push_back(ground.candidates.report);
  auto const& looked_up_in = ground.places.looked_up_in;
  record.inputs.insert(record.inputs.end(), looked_up_in.begin(), looked_up_in.end());
  record.reading = ground.reading;
  record.network = figures_of(ground.roads->assembly, ground.weighed->components);
  record.assignment = map.studied->assignment;
  record.not_studied = map.studied->not_studied;
  for (auto const& input : record.inputs) listener.input(input);
  show(ground.weighed->components, job.travel, listener);
  show(map.studied->assignment, map.studied->not_studied, listener);
  listener.remark(ground.reading);
}

}  // namespace

SiteScene open_map(job::SiteJob const& job, Listener& listener) {
  SiteScene scene{.job = job};
  auto& map = scene.map.emplace();
  map.frame = std::make_shared<WorkingFrame const>(job::crs_of("crs", job.crs));
  auto people = read_people(job, *map.frame, listener);
  divide(people, job.zones, *map.frame, listener);
  map.studied = std::make_shared<Studied const>(std::move(people));
  map.counted =
      std::make_shared<Counted const>(count_residents(job.official, *map.studied, listener));
  map.group = chosen_groups(job.groups, map.counted->ranges.groups).about;
  std::visit([&](auto limit) { fill_scene(scene, job::cost_of(limit), listener); }, job.limit);
  return scene;
}

}  // namespace gapmap::engine
