#include "tools/coverage/variants.h"

#include <algorithm>
#include <concepts>

#include "gapmap/access/pieces.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"
#include "tools/coverage/counties.h"

namespace gapmap::tools {
namespace {

template <CostType Cost>
class Variants {
 public:
  explicit Variants(Found<Cost> const& found)
      : found_{found}, ends_{found.scene.ends}, is_any_unreachable_{false} {
    for (auto const cell : found.coverage.cells.ids()) {
      auto const status = found.coverage.cells[cell].status;
      if (status == Status::Covered) ends_.cells[cell] = {};
      if (status == Status::Unreachable) is_any_unreachable_ = true;
    }
  }

  /// Those who are not covered, under other costs or with other places.
  [[nodiscard]] ReachTable<Cost> search(EdgeCosts<Cost> const& costs, Profile const& profile,
                                        std::vector<Clientele> const& clienteles) const {
    auto const horizon = is_any_unreachable_ ? Cost::infinite() : found_.coverage.limit;
    return reach::own_nearest<Cost>(found_.scene.roads.graph, costs, ends_, profile, clienteles,
                                    {.k = 1, .horizon = horizon, .trip = found_.travel.trip});
  }

  /// The box is at least as large as the limit takes, so that what is found within it is right
  /// unless it ends on a road that may be cut; whoever is unreachable is looked at without a limit.
  void doubt(ReachTable<Cost> const& reach, EdgeCosts<Cost> const& costs,
             IdVector<CellId, std::size_t> wanted, Doubts<Cost>& doubts) const {
    if (!found_.box) return;
    auto const& scene = found_.scene;
    for (auto const cell : ends_.cells.ids()) {
      auto const nearest = reach.nearest(cell);
      if (nearest && may_be_cut(*found_.box, scene.roads, ends_.facilities[nearest->facility]))
        doubts.add(found_.population[cell]);
    }
    if (!is_any_unreachable_) return;
    auto unreachable = ends_;
    for (auto const cell : unreachable.cells.ids()) {
      if (found_.coverage.cells[cell].status != Status::Unreachable) unreachable.cells[cell] = {};
    }
    auto const& network = scene.roads.assembly.network;
    WeighedRoads<Cost> const weighed{
        .costs = costs,
        .pieces = access::find_pieces(network, scene.roads.graph, costs,
                                      {.scrap_below = found_.travel.scrap_below})};
    for (auto& places : wanted) places = std::min<std::size_t>(places, 1);
    doubts += doubts_about(*found_.box, scene.roads, weighed, unreachable, reach, wanted,
                           found_.travel, found_.population);
  }

 private:
  Found<Cost> const& found_;
  reach::Ends ends_;  ///< without those who are covered
  bool is_any_unreachable_;
};

/// Those who are not covered, and the places that a road comes near.
template <CostType Cost>
std::vector<Clientele> uncovered_and_attached(Found<Cost> const& found) {
  auto clienteles = found.clienteles;
  for (auto& clientele : clienteles) {
    std::erase_if(clientele.cells, [&](CellId cell) {
      return found.coverage.cells[cell].status == Status::Covered;
    });
    std::erase_if(clientele.facilities,
                  [&](FacilityId f) { return !found.scene.ends.facilities[f].is_attached(); });
  }
  return clienteles;
}

/// How long the ways are at least of those who are too far in time.
ReachTable<Millimeters> shortest_ways(Found<Milliseconds> const& found,
                                      Doubts<Milliseconds>& doubts) {
  auto const& roads = found.scene.roads;
  auto const& weighed = found.scene.weighed;
  auto ends = found.scene.ends;
  for (auto const cell : ends.cells.ids()) {
    if (found.coverage.cells[cell].status != Status::TooFar) ends.cells[cell] = {};
  }
  WeighedRoads<Millimeters> lengths{.costs = weigh_for<Millimeters>(found.travel.profile, roads),
                                    .pieces = weighed.pieces};
  for (auto const edge : lengths.costs.ids()) {
    if (!weighed.costs[edge].is_finite()) lengths.costs[edge] = Millimeters::infinite();
  }
  auto reach =
      reach::own_nearest<Millimeters>(roads.graph, lengths.costs, ends, found.travel.profile,
                                      found.clienteles, {.k = 1, .trip = found.travel.trip});
  if (!found.box) return reach;
  auto wanted = found.places_there_are;
  for (auto& places : wanted) places = std::min<std::size_t>(places, 1);
  auto const about =
      doubts_about(*found.box, roads, lengths, ends, reach, wanted, found.travel, found.population);
  doubts.cells += about.cells;
  doubts.residents += about.residents;
  return reach;
}

/// Whoever is not covered and has no place within the radius of the box might have a nearer one
/// outside it.
template <CostType Cost>
void doubt_straight_ways(Found<Cost> const& found, IdVector<CellId, StraightWay> const& straight,
                         Doubts<Cost>& doubts) {
  if (!found.box) return;
  for (auto const cell : straight.ids()) {
    if (found.coverage.cells[cell].status == Status::Covered) continue;
    if (found.places_there_are[cell] == 0) continue;
    if (straight[cell].length > found.box->radius) doubts.add(found.population[cell]);
  }
}

}  // namespace

template <CostType Cost>
Evidence<Cost> find_evidence(Found<Cost> const& found, Whose whose, MetersPerSecond straight_speed,
                             WorkingFrame const& frame, Doubts<Cost>& doubts, Console& console) {
  auto const& scene = found.scene;
  auto const& network = scene.roads.assembly.network;
  auto const& graph = scene.roads.graph;
  auto const& costs = scene.weighed.costs;
  auto const& profile = found.travel.profile;
  Variants<Cost> const variants{found};
  Evidence<Cost> evidence{.straight_speed = straight_speed, .trip = found.travel.trip};
  auto const seek = [&](char const* stage, EdgeCosts<Cost> const& changed, Profile const& traveller,
                        std::vector<Clientele> const& clienteles,
                        IdVector<CellId, std::size_t> const& places) {
    return console.stage(stage, [&] {
      auto reach = variants.search(changed, traveller, clienteles);
      variants.doubt(reach, changed, places, doubts);
      return reach;
    });
  };
  if (whose == Whose::OwnCounty) {
    IdVector<FacilityId, MunicipalityId> const anywhere(scene.ends.facilities.size());
    auto const everybody = clienteles_of(Whose::Anybody, Counties{}, found.population, anywhere);
    evidence.anybody = seek("reasons: places of every county", costs, profile, everybody,
                            places_for_each(everybody, found.population.size()));
  }
  if (travel::has_one_way(graph, costs)) {
    evidence.two_way = seek("reasons: all roads both ways", travel::open_both_ways(graph, costs),
                            profile, found.clienteles, found.places_there_are);
  }
  bool const avoids = profile.ferries == Ferries::Avoid;
  if ((avoids || std::same_as<Cost, Milliseconds>)&&travel::has_ferries(network, profile)) {
    auto other = avoids ? profile : travel::without_waiting(profile);
    other.ferries = Ferries::Use;
    evidence.ferries =
        seek(avoids ? "reasons: with ferries" : "reasons: no waiting for ferries",
             weigh_for<Cost>(other, scene.roads), other, found.clienteles, found.places_there_are);
  }
  if constexpr (std::same_as<Cost, Milliseconds>) {
    evidence.lengths =
        console.stage("reasons: shortest ways", [&] { return shortest_ways(found, doubts); });
  }
  evidence.straight = console.stage("reasons: straight lines", [&] {
    auto straight = reach::straight_ways(found.population, scene.halls.facilities,
                                         uncovered_and_attached(found), frame);
    doubt_straight_ways(found, straight, doubts);
    return straight;
  });
  return evidence;
}

template Evidence<Millimeters> find_evidence(Found<Millimeters> const&, Whose, MetersPerSecond,
                                             WorkingFrame const&, Doubts<Millimeters>&, Console&);
template Evidence<Milliseconds> find_evidence(Found<Milliseconds> const&, Whose, MetersPerSecond,
                                              WorkingFrame const&, Doubts<Milliseconds>&, Console&);

}  // namespace gapmap::tools
