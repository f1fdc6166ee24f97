#include "tools/coverage/access_search.h"

#include "gapmap/reach/own_nearest.h"
#include "tools/question_options.h"

namespace gapmap::tools {
namespace {

/// Whoever is covered by roads that were read is covered; whoever is not might be by others, if
/// they can leave the box within the limit: on the roads, and before them by an access leg that may
/// cost nothing.
template <CostType Cost>
void doubt(Found<Cost> const& found, AssumedReach<Cost> const& assumed, Doubts<Cost>& doubts) {
  if (!found.box) return;
  auto travel = found.travel;
  travel.profile = assumed.assumption.profile;
  auto const on_roads = reach_of(to_natural(found.coverage.limit), travel);
  auto const& ends = found.scene.ends;
  for (auto const cell : ends.cells.ids()) {
    if (!ends.cells[cell].is_attached() || found.places_there_are[cell] == 0) continue;
    auto const nearest = assumed.reach.nearest(cell);
    bool const may_differ =
        nearest ? may_be_cut(*found.box, found.scene.roads, ends.facilities[nearest->facility])
                : ends.cells[cell].off_road + on_roads > found.box->radius;
    if (may_differ) doubts.add(found.population[cell]);
  }
}

}  // namespace

template <CostType Cost>
std::vector<AssumedReach<Cost>> search_by_assumptions(Found<Cost> const& found,
                                                      Doubts<Cost>& doubts, Console& console) {
  auto const& scene = found.scene;
  std::vector<AssumedReach<Cost>> all;
  for (auto const& assumption : travel::access_assumptions<Cost>(found.travel.profile)) {
    console.stage("access legs: " + std::string{assumption.name}, [&] {
      all.push_back(
          {assumption, reach::own_nearest<Cost>(
                           scene.roads.graph, scene.weighed.costs, scene.ends, assumption.profile,
                           found.clienteles,
                           {.k = 1, .horizon = found.coverage.limit, .trip = found.travel.trip})});
      doubt(found, all.back(), doubts);
    });
  }
  return all;
}

template std::vector<AssumedReach<Millimeters>> search_by_assumptions(Found<Millimeters> const&,
                                                                      Doubts<Millimeters>&,
                                                                      Console&);
template std::vector<AssumedReach<Milliseconds>> search_by_assumptions(Found<Milliseconds> const&,
                                                                       Doubts<Milliseconds>&,
                                                                       Console&);

}  // namespace gapmap::tools
