#include "gapmap/engine/detail/gap_names.h"

#include "gapmap/places/assign.h"

namespace gapmap::engine {
namespace {

/// Named points of the run, with the municipalities that they lie in.
template <CostType Cost>
std::vector<Locality> localities_of(Scene<Cost> const& scene) {
  Places named;
  if (auto const& gazetteer = scene.all_places->gazetteer) {
    for (auto const& entry : gazetteer->entries())
      named.push_back({.id = {}, .name = entry.name, .point = entry.point});
  } else if (scene.all_candidates) {
    for (auto const& candidate : scene.all_candidates->places) {
      // A candidate without a name is called by its id.
      if (candidate.name != candidate.id) named.push_back(candidate);
    }
  }
  auto const located = places::locate(named, scene.municipalities());
  std::vector<Locality> localities;
  localities.reserve(named.size());
  for (auto const f : named.ids())
    localities.push_back({std::move(named[f].name), named[f].point, located[f]});
  return localities;
}

}  // namespace

template <CostType Cost>
std::vector<GapName> find_gap_names(CoverageResult<Cost> const& result, Listener& listener) {
  return listener.stage("name gaps", [&] {
    auto const localities = localities_of(result.scene);
    return coverage::name_gaps<Cost>(result.scene.population(), result.gaps, *result.scene.frame,
                                     {.localities = localities,
                                      .places = result.scene.places.places,
                                      .by_residents = !result.job.publish_below});
  });
}

template std::vector<GapName> find_gap_names(CoverageResult<Millimeters> const&, Listener&);
template std::vector<GapName> find_gap_names(CoverageResult<Milliseconds> const&, Listener&);

}  // namespace gapmap::engine
