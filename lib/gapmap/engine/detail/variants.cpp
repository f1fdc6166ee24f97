#include "gapmap/engine/detail/variants.h"

#include <algorithm>
#include <concepts>

#include "gapmap/access/components.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"
#include "gapmap/engine/detail/counties.h"

namespace gapmap::engine {
namespace {

template <CostType Cost>
class Variants {
 public:
  Variants(CoverageResult<Cost> const& result, PlacesOf const& places)
      : result_{result}, places_{places}, ends_{result.scene.ends}, is_any_unreachable_{false} {
    for (auto const cell : result.coverage.cells.ids()) {
      auto const status = result.coverage.cells[cell].status;
      if (status == Status::Covered) ends_.cells[cell] = {};
      if (status == Status::Unreachable) is_any_unreachable_ = true;
    }
  }

  /// Searches for everybody who is not covered, under other costs or with other places.
  [[nodiscard]] ReachTable<Cost> search(EdgeCosts<Cost> const& costs, Profile const& profile,
                                        std::vector<Clientele> const& clienteles) const {
    auto const cutoff = is_any_unreachable_ ? Cost::infinite() : result_.coverage.limit;
    return reach::own_nearest<Cost>(result_.scene.roads->graph, costs, ends_, profile, clienteles,
                                    {.k = 1, .cutoff = cutoff, .trip = result_.job.travel.trip});
  }

  /// Adds cells whose result might be another if more roads were read. The box is at least as large
  /// as the limit takes, so a result within the limit is right unless it ends on a road that may be
  /// cut; cells that are unreachable are looked at without a limit.
  void doubt(ReachTable<Cost> const& reach, EdgeCosts<Cost> const& costs,
             IdVector<CellId, std::size_t> wanted, Doubts<Cost>& doubts) const {
    if (!result_.scene.box) return;
    auto const& scene = result_.scene;
    for (auto const cell : ends_.cells.ids()) {
      auto const nearest = reach.nearest(cell);
      if (nearest && may_be_cut(*result_.scene.box, *scene.roads, ends_.places[nearest->place]))
        doubts.add(result_.scene.population()[cell]);
    }
    if (!is_any_unreachable_) return;
    auto unreachable = ends_;
    for (auto const cell : unreachable.cells.ids()) {
      if (result_.coverage.cells[cell].status != Status::Unreachable) unreachable.cells[cell] = {};
    }
    auto const& network = scene.roads->assembly.network;
    WeighedRoads<Cost> const weighed{
        .costs = costs,
        .components = access::find_components(
            network, scene.roads->graph, costs,
            {.small_component_below = result_.job.travel.small_component_below})};
    for (auto& count : wanted) count = std::min<std::size_t>(count, 1);
    doubts += doubts_about(*result_.scene.box, *scene.roads, weighed, unreachable, reach, wanted,
                           result_.job.travel, result_.scene.population());
  }

 private:
  CoverageResult<Cost> const& result_;
  PlacesOf const& places_;
  reach::Ends ends_;  ///< without those who are covered
  bool is_any_unreachable_;
};

/// The clienteles reduced to cells that are not covered and places that a road comes near.
template <CostType Cost>
std::vector<Clientele> uncovered_and_attached(CoverageResult<Cost> const& result,
                                              PlacesOf const& places) {
  auto clienteles = places.clienteles;
  for (auto& clientele : clienteles) {
    std::erase_if(clientele.cells, [&](CellId cell) {
      return result.coverage.cells[cell].status == Status::Covered;
    });
    std::erase_if(clientele.places,
                  [&](PlaceId f) { return !result.scene.ends.places[f].is_attached(); });
  }
  return clienteles;
}

/// How long the ways are at least of those who are too far in time.
ReachTable<Millimeters> shortest_ways(CoverageResult<Milliseconds> const& result,
                                      PlacesOf const& places, Doubts<Milliseconds>& doubts) {
  auto const& roads = *result.scene.roads;
  auto const& weighed = *result.scene.weighed;
  auto ends = result.scene.ends;
  for (auto const cell : ends.cells.ids()) {
    if (result.coverage.cells[cell].status != Status::TooFar) ends.cells[cell] = {};
  }
  WeighedRoads<Millimeters> lengths{
      .costs = weigh_for<Millimeters>(result.job.travel.profile, roads),
      .components = weighed.components};
  for (auto const edge : lengths.costs.ids()) {
    if (!weighed.costs[edge].is_finite()) lengths.costs[edge] = Millimeters::infinite();
  }
  auto reach =
      reach::own_nearest<Millimeters>(roads.graph, lengths.costs, ends, result.job.travel.profile,
                                      places.clienteles, {.k = 1, .trip = result.job.travel.trip});
  if (!result.scene.box) return reach;
  auto wanted = places.there_are;
  for (auto& count : wanted) count = std::min<std::size_t>(count, 1);
  auto const about = doubts_about(*result.scene.box, roads, lengths, ends, reach, wanted,
                                  result.job.travel, result.scene.population());
  doubts.cells += about.cells;
  doubts.residents += about.residents;
  return reach;
}

/// Whoever is not covered and has no place within the radius of the box might have a nearer one
/// outside it.
template <CostType Cost>
void doubt_straight_ways(CoverageResult<Cost> const& result, PlacesOf const& places,
                         IdVector<CellId, StraightWay> const& straight, Doubts<Cost>& doubts) {
  if (!result.scene.box) return;
  for (auto const cell : straight.ids()) {
    if (result.coverage.cells[cell].status == Status::Covered) continue;
    if (places.there_are[cell] == 0) continue;
    if (straight[cell].length > result.scene.box->radius)
      doubts.add(result.scene.population()[cell]);
  }
}

}  // namespace

template <CostType Cost>
Evidence<Cost> find_evidence(CoverageResult<Cost> const& result, PlacesOf const& places,
                             MetersPerSecond straight_speed, Doubts<Cost>& doubts,
                             Listener& listener) {
  auto const whose = result.job.accounts.whose;
  auto const& frame = *result.scene.frame;
  auto const& scene = result.scene;
  auto const& network = scene.roads->assembly.network;
  auto const& graph = scene.roads->graph;
  auto const& costs = scene.weighed->costs;
  auto const& profile = result.job.travel.profile;
  Variants<Cost> const variants{result, places};
  Evidence<Cost> evidence{.straight_speed = straight_speed, .trip = result.job.travel.trip};
  auto const seek = [&](char const* stage, EdgeCosts<Cost> const& changed, Profile const& traveller,
                        std::vector<Clientele> const& clienteles,
                        IdVector<CellId, std::size_t> const& there_are) {
    return listener.stage(stage, [&] {
      auto reach = variants.search(changed, traveller, clienteles);
      variants.doubt(reach, changed, there_are, doubts);
      return reach;
    });
  };
  if (whose == Whose::OwnCounty) {
    IdVector<PlaceId, MunicipalityId> const anywhere(scene.ends.places.size());
    auto const everybody =
        clienteles_of(Whose::Anybody, Counties{}, result.scene.population(), anywhere);
    evidence.anybody = seek("reasons: places of every county", costs, profile, everybody,
                            places_for_each(everybody, result.scene.population().size()));
  }
  if (travel::has_one_way(graph, costs)) {
    evidence.two_way = seek("reasons: all roads both ways", travel::open_both_ways(graph, costs),
                            profile, places.clienteles, places.there_are);
  }
  bool const avoids = profile.ferries == Ferries::Avoid;
  if ((avoids || std::same_as<Cost, Milliseconds>)&&travel::has_ferries(network, profile)) {
    auto other = avoids ? profile : travel::without_waiting(profile);
    other.ferries = Ferries::Use;
    evidence.ferries =
        seek(avoids ? "reasons: with ferries" : "reasons: no waiting for ferries",
             weigh_for<Cost>(other, *scene.roads), other, places.clienteles, places.there_are);
  }
  if constexpr (std::same_as<Cost, Milliseconds>) {
    evidence.lengths = listener.stage("reasons: shortest ways",
                                      [&] { return shortest_ways(result, places, doubts); });
  }
  evidence.straight = listener.stage("reasons: straight lines", [&] {
    auto straight = reach::straight_ways(result.scene.population(), scene.places.places,
                                         uncovered_and_attached(result, places), frame);
    doubt_straight_ways(result, places, straight, doubts);
    return straight;
  });
  return evidence;
}

template Evidence<Millimeters> find_evidence(CoverageResult<Millimeters> const&, PlacesOf const&,
                                             MetersPerSecond, Doubts<Millimeters>&, Listener&);
template Evidence<Milliseconds> find_evidence(CoverageResult<Milliseconds> const&, PlacesOf const&,
                                              MetersPerSecond, Doubts<Milliseconds>&, Listener&);

}  // namespace gapmap::engine
