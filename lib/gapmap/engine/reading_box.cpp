#include "gapmap/engine/reading_box.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <vector>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/travel/variants.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

/// How long a metre on the ground is in the plane around `box`, at most: 1.001 in TM35FIN, 2.2 in
/// the Mercator projection of web maps in Finland. The extreme lies at a corner.
double stretch_around(Box const& box, WorkingFrame const& frame) {
  constexpr double kStep = 100;
  Ruler const ruler{frame};
  double most = 1;
  for (double const x : {box.min.x, box.max.x}) {
    for (double const y : {box.min.y, box.max.y}) {
      double const ground = ruler.distance({x, y}, {x + kStep, y}).value();
      if (std::isfinite(ground) && ground > 0) most = std::max(most, kStep / ground);
    }
  }
  return most;
}

bool leaves(Box const& box, std::span<Point const> shape) {
  return !std::ranges::all_of(shape, [&](Point point) { return box.contains(point); });
}

/// Where roads leave a box.
struct Exits {
  IdVector<SegmentId, char> is_exit;  ///< segments not wholly in it
  /// On each of those that may be travelled, the last point in the box seen from either end.
  IdVector<PlaceId, Attachment> at;
};

Exits exits_from(Box const& box, RoadNetwork const& network, Components const& components) {
  Exits exits;
  for (auto const segment : network.originals()) {
    auto const shape = network.shape(segment);
    auto const is_outside = [&](Point point) { return !box.contains(point); };
    auto const first = std::ranges::find_if(shape, is_outside);
    exits.is_exit.push_back(first == shape.end() ? 0 : 1);
    if (first == shape.end() || components.of_segment[segment].is_none()) continue;
    auto const last = std::find_if(shape.rbegin(), shape.rend(), is_outside);
    auto const before = std::max<std::ptrdiff_t>(first - shape.begin() - 1, 0);
    auto const after = shape.rend() - last;
    auto const along = network.along_shape(segment);
    auto const point_at = [&](std::size_t point) {
      double const whole = along.back();
      exits.at.push_back(
          Attachment::on(network, segment, whole > 0 ? along[point] / whole : 0, Meters{0}));
    };
    point_at(static_cast<std::size_t>(before));
    point_at(std::min(static_cast<std::size_t>(after), shape.size() - 1));
  }
  return exits;
}

/// The costs, but those of exits as if nobody had to wait there: a road that was not read may end
/// an exit sooner, at a junction where it goes first.
template <CostType Cost>
EdgeCosts<Cost> with_free_exits(IdVector<SegmentId, char> const& is_exit, RoadScene const& scene,
                                EdgeCosts<Cost> const& costs, job::Travel const& travel) {
  if constexpr (std::same_as<Cost, Millimeters>) {
    return costs;
  } else {
    auto const free = travel::weigh<Cost>(scene.assembly.network, scene.graph,
                                          travel::without_delays(travel.profile));
    auto mixed = costs;
    for (auto const edge : mixed.ids()) {
      if (is_exit[scene.graph.original_of(scene.graph.segment(edge))] != 0)
        mixed[edge] = free[edge];
    }
    return mixed;
  }
}

/// The cost from each cell to where roads leave, or from there, whichever is less.
template <CostType Cost>
IdVector<CellId, Cost> costs_to(Exits exits, RoadScene const& scene,
                                EdgeCosts<Cost> const& all_costs, reach::Ends const& ends,
                                job::Travel const& travel) {
  auto const costs = with_free_exits(exits.is_exit, scene, all_costs, travel);
  reach::Ends const to_exits{.cells = ends.cells, .places = std::move(exits.at)};
  IdVector<CellId, Cost> least(ends.cells.size(), Cost::infinite());
  for (auto const trip : {reach::Trip::ToPlace, reach::Trip::FromPlace}) {
    if (travel.trip != reach::Trip::Round && travel.trip != trip) continue;
    auto const reach =
        reach::nearest<Cost>(scene.graph, costs, to_exits, travel.profile, {.trip = trip});
    for (auto const cell : least.ids()) {
      if (auto const nearest = reach.nearest(cell))
        least[cell] = std::min(least[cell], nearest->cost);
    }
  }
  return least;
}

}  // namespace

bool can_read_by_box(job::Travel const& travel) {
  auto const& path = travel.roads.source.path;
  return travel.cache.empty() && !io::is_osm_file(path) && !io::is_network_file(path);
}

std::string in_kilometers(Meters length) { return fmt::format("{:.0f} km", length.value() / 1000); }

std::string reading_within(ReadingBox const& box) {
  return fmt::format("roads are read within {} of the cells: {}", in_kilometers(box.radius),
                     kNoDoubt);
}

std::string reading_whole_after(ReadingBox const& box) {
  return fmt::format("roads are read whole: within {} of the cells was not enough",
                     in_kilometers(box.radius));
}

ReadingBox reading_box(Population const& population, Meters radius, job::Travel const& travel,
                       WorkingFrame const& frame) {
  // Boxes are projected by their corners and points between them: what bulges is far less.
  constexpr Meters kSlack{1000};
  auto const beyond = travel.max_off_road + travel.small_component_below + kSlack;
  Box cells;
  for (auto const& cell : population) cells.extend(cell.center);
  auto const all = radius + travel.max_off_road + beyond;
  double const stretch = stretch_around(cells.grown(all.value()), frame);
  ReadingBox box{.radius = radius, .trusted = cells.grown(stretch * radius.value())};
  box.places = box.trusted.grown(stretch * travel.max_off_road.value());
  box.roads = box.places.grown(stretch * beyond.value());
  return box;
}

Meters usual_radius(Population const& population, Places const& places,
                    std::vector<Clientele> const& clienteles, std::size_t k, Meters least) {
  double farthest = 0;
  for (auto const& clientele : clienteles) {
    std::vector<Box> boxes;
    for (auto const f : clientele.places) boxes.push_back({places[f].point, places[f].point});
    BoxTree const tree{boxes};
    for (auto const cell : clientele.cells) {
      auto const center = population[cell].center;
      for (auto const place : tree.nearest(center, k))
        farthest = std::max(farthest, planar_distance(center, boxes[place].min).value());
    }
  }
  return std::max(least, Meters{2 * farthest});
}

void keep_places_within(ReadingBox const& box, io::PlacesRead& places) {
  if (places.places.empty()) return;
  Places kept;
  io::FilledRemark const reason{"place more than {} from the cells", in_kilometers(box.radius)};
  for (auto& place : places.places) {
    if (box.places.contains(place.point)) {
      kept.push_back(std::move(place));
    } else {
      places.report.count(reason, place.id);
      --places.report.rows_used;
    }
  }
  if (kept.empty()) {
    throw InputError{{places.report.source.path},
                     fmt::format("no place lies within {} of the cells", in_kilometers(box.radius)),
                     "check that it is of the same region, or raise `margin`"};
  }
  places.places = std::move(kept);
}

bool may_be_cut(ReadingBox const& box, RoadScene const& scene, Attachment const& at) {
  // Of a road that lies wholly in the box of roads, every road that meets it was read.
  return at.is_attached() && leaves(box.roads, scene.assembly.network.shape(at.segment));
}

template <CostType Cost>
Doubts<Cost> doubts_about(ReadingBox const& box, RoadScene const& scene,
                          WeighedRoads<Cost> const& roads, reach::Ends const& ends,
                          ReachTable<Cost> const& reach,
                          IdVector<CellId, std::size_t> const& wanted, job::Travel const& travel,
                          Population const& population) {
  auto const exits = exits_from(box.trusted, scene.assembly.network, roads.components);
  auto const exit_costs = costs_to(exits, scene, roads.costs, ends, travel);
  // Such a segment may end elsewhere with more roads, and its parts be rounded otherwise.
  auto const is_on_exit = [&](Attachment const& at) { return exits.is_exit[at.segment] != 0; };
  Doubts<Cost> doubts;
  for (auto const cell : ends.cells.ids()) {
    auto const& at = ends.cells[cell];
    auto const exit = exit_costs[cell];
    auto const row = reach.row(cell);
    auto const is_enough = [&] {
      if (row.size() < wanted[cell]) return false;
      return wanted[cell] == 0 || row[wanted[cell] - 1].cost < exit;
    };
    bool const is_proven =
        (!exit.is_finite() || is_enough()) && std::ranges::none_of(row, [&](auto const& found) {
          auto const& place = ends.places[found.place];
          return !place.is_sure || (place.is_attached() && is_on_exit(place));
        });
    bool const is_doubtful = !at.is_sure || (at.is_attached() && (is_on_exit(at) || !is_proven));
    if (at.is_attached()) doubts.exact_up_to = std::min(doubts.exact_up_to, exit);
    if (!is_doubtful) continue;
    doubts.add(population[cell]);
  }
  return doubts;
}

template <CostType Cost>
bool knows_all_within(ReadingBox const& box, RoadScene const& scene,
                      WeighedRoads<Cost> const& roads, reach::Ends const& ends, Cost limit,
                      job::Travel const& travel) {
  auto const is_cut = [&](Attachment const& at) {
    return !at.is_sure || may_be_cut(box, scene, at);
  };
  if (std::ranges::any_of(ends.cells, is_cut)) return false;
  if (std::ranges::any_of(ends.places, is_cut)) return false;
  auto exits = exits_from(box.trusted, scene.assembly.network, roads.components);
  auto const costs = costs_to(std::move(exits), scene, roads.costs, ends, travel);
  return std::ranges::all_of(costs, [&](Cost cost) { return cost > limit; });
}

template bool knows_all_within(ReadingBox const&, RoadScene const&,
                               WeighedRoads<Millimeters> const&, reach::Ends const&, Millimeters,
                               job::Travel const&);
template bool knows_all_within(ReadingBox const&, RoadScene const&,
                               WeighedRoads<Milliseconds> const&, reach::Ends const&, Milliseconds,
                               job::Travel const&);
template Doubts<Millimeters> doubts_about(ReadingBox const&, RoadScene const&,
                                          WeighedRoads<Millimeters> const&, reach::Ends const&,
                                          ReachTable<Millimeters> const&,
                                          IdVector<CellId, std::size_t> const&, job::Travel const&,
                                          Population const&);
template Doubts<Milliseconds> doubts_about(ReadingBox const&, RoadScene const&,
                                           WeighedRoads<Milliseconds> const&, reach::Ends const&,
                                           ReachTable<Milliseconds> const&,
                                           IdVector<CellId, std::size_t> const&, job::Travel const&,
                                           Population const&);

}  // namespace gapmap::engine
