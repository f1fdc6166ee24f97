#include "gapmap/engine/detail/access_search.h"

#include "gapmap/reach/own_nearest.h"
#include "gapmap/job/question_options.h"

namespace gapmap::engine {
namespace {

/// Residents who are covered by the roads that were read stay covered whatever else there is. The
/// others might be covered by further roads if they can leave the box within the limit: on the
/// roads, and before that by an access leg, which may cost nothing.
template <CostType Cost>
void doubt(CoverageResult<Cost> const& result, PlacesOf const& places,
           AssumedReach<Cost> const& assumed, Doubts<Cost>& doubts) {
  if (!result.scene.box) return;
  auto travel = result.job.travel;
  travel.profile = assumed.assumption.profile;
  auto const on_roads = job::reach_of(to_natural(result.coverage.limit), travel);
  auto const& ends = result.scene.ends;
  for (auto const cell : ends.cells.ids()) {
    if (!ends.cells[cell].is_attached() || places.there_are[cell] == 0) continue;
    auto const nearest = assumed.reach.nearest(cell);
    bool const may_differ =
        nearest ? may_be_cut(*result.scene.box, *result.scene.roads, ends.places[nearest->place])
                : ends.cells[cell].off_road + on_roads > result.scene.box->radius;
    if (may_differ) doubts.add(result.scene.population()[cell]);
  }
}

}  // namespace

template <CostType Cost>
std::vector<AssumedReach<Cost>> search_by_assumptions(CoverageResult<Cost> const& result,
                                                      PlacesOf const& places, Doubts<Cost>& doubts,
                                                      Listener& listener) {
  auto const& scene = result.scene;
  std::vector<AssumedReach<Cost>> all;
  for (auto const& assumption : travel::access_assumptions<Cost>(result.job.travel.profile)) {
    listener.stage("access legs: " + std::string{assumption.name}, [&] {
      all.push_back(
          {assumption,
           reach::own_nearest<Cost>(
               scene.roads->graph, scene.weighed->costs, scene.ends, assumption.profile,
               places.clienteles,
               {.k = 1, .cutoff = result.coverage.limit, .trip = result.job.travel.trip})});
      doubt(result, places, all.back(), doubts);
    });
  }
  return all;
}

template std::vector<AssumedReach<Millimeters>> search_by_assumptions(
    CoverageResult<Millimeters> const&, PlacesOf const&, Doubts<Millimeters>&, Listener&);
template std::vector<AssumedReach<Milliseconds>> search_by_assumptions(
    CoverageResult<Milliseconds> const&, PlacesOf const&, Doubts<Milliseconds>&, Listener&);

}  // namespace gapmap::engine
