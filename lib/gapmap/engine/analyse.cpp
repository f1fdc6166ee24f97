#include "gapmap/engine/analyse.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/engine/detail/access_search.h"
#include "gapmap/engine/detail/accounts.h"
#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/detail/groups.h"
#include "gapmap/engine/detail/remedies.h"
#include "gapmap/engine/detail/indicators.h"
#include "gapmap/engine/detail/inputs_read.h"
#include "gapmap/engine/detail/limits.h"
#include "gapmap/engine/detail/requirements.h"
#include "gapmap/engine/detail/spread.h"
#include "gapmap/engine/detail/variants.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"

namespace gapmap::engine {
namespace {

/// Remedies look at pairs of cells and candidates within the limit, accessibility at places far
/// beyond: whether all of them are known.
template <CostType Cost>
bool knows_pairs(Scene<Cost> const& scene, job::CoverageJob const& job) {
  auto const knows = [&](IdVector<PlaceId, Attachment> places, Cost cutoff) {
    return knows_all_within(*scene.box, *scene.roads, *scene.weighed,
                            {scene.ends.cells, std::move(places)}, cutoff, job.travel);
  };
  auto const candidates =
      scene.candidates ? scene.candidates->attached : IdVector<PlaceId, Attachment>{};
  auto const limit = job::cost_of(std::get<Natural<Cost>>(job.limit));
  return (job.remedies.gaps == 0 || knows(candidates, limit)) &&
         (!job.accessibility ||
          knows(scene.ends.places, coverage::cutoff_of(job::accessibility_of<Cost>(job))));
}

/// That of the fastest road that anybody comes to within the limit: the same whatever else is read.
template <CostType Cost>
MetersPerSecond straight_speed(Scene<Cost> const& scene, job::CoverageJob const& job) {
  auto profile = job.travel.profile;
  profile.ferries = Ferries::Use;
  auto const within =
      reading_box(scene.population(), widest_reach_of(job), job.travel, *scene.frame);
  return travel::fastest_within(within.trusted, scene.roads->assembly.network, profile);
}

template <CostType Cost>
void find_nearest_places(CoverageResult<Cost>& result, PlacesOf const& places, Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  auto const k = places_wanted(job);
  result.reach = listener.stage("find nearest places", [&] {
    return reach::own_nearest<Cost>(scene.roads->graph, scene.weighed->costs, scene.ends,
                                    job.travel.profile, places.clienteles,
                                    {.k = k, .trip = job.travel.trip});
  });
  auto const limit = job::cost_of(std::get<Natural<Cost>>(job.limit));
  if (job.roads_used) {
    auto const& ranges = scene.counted->ranges;
    auto const about = chosen_groups(job.groups, ranges.groups).about;
    result.flows = listener.stage("add up who takes which road", [&] {
      return reach::flows<Cost>(
          scene.roads->graph, scene.weighed->costs, scene.ends, job.travel.profile,
          places.clienteles, scene.population(), result.reach,
          {.limit = limit, .trip = job.travel.trip, .ranges = &ranges, .group = about});
    });
  }
  result.coverage = coverage::assess(result.reach, limit);
  if (!scene.box) return;
  auto& exactness = result.exactness;
  exactness.doubts = listener.stage("look for ways out of the box", [&] {
    auto wanted = places.there_are;
    for (auto& count : wanted) count = std::min(count, k);
    return doubts_about(*scene.box, *scene.roads, *scene.weighed, scene.ends, result.reach, wanted,
                        job.travel, scene.population());
  });
  exactness.knows_pairs =
      listener.stage("look for ways out of the box", [&] { return knows_pairs(scene, job); });
}

template <CostType Cost>
void look_further(CoverageResult<Cost>& result, PlacesCounted const& counted, Listener& listener) {
  auto const& job = result.job;
  auto const whose = job.accounts.whose;
  auto const& places = counted.by(whose);
  auto& doubts = result.exactness.further;
  result.evidence =
      find_evidence(result, places, straight_speed(result.scene, job), doubts, listener);
  for (auto& [assumption, reach] : search_by_assumptions(result, places, doubts, listener)) {
    auto const assumed = coverage::assess(reach, result.coverage.limit);
    result.sensitivity.push_back(
        {assumption, coverage::hold_against(result.coverage, assumed, result.scene.population())});
    if (assumption.profile.off_road_factor == 0) result.evidence.without_access = std::move(reach);
  }
  if (job.accounts.side_by_side) {
    result.accounts = find_accounts(result, whose, counted.anybodys, counted.own, doubts, listener);
  }
}

/// What was found with the roads of the scene, and what reading no more left in doubt.
template <CostType Cost>
CoverageResult<Cost> travel_once(job::CoverageJob const& job, Scene<Cost> const& scene,
                                 Listener& listener) {
  auto const& studied = *scene.studied;
  auto const all = count_places(job, studied, scene.all_places->places, listener);
  CoverageResult<Cost> result{.job = job, .scene = scene};
  auto const& places = scene.places.places;
  result.located = listener.stage(
      "locate places", [&] { return places::locate(places, studied.areas.municipalities); });
  auto counted = count_places(job, studied, places, listener);
  counted.anybodys.there_are = all.anybodys.there_are;
  counted.own.there_are = all.own.there_are;
  find_nearest_places(result, counted.by(job.accounts.whose), listener);
  result.limits = find_limits(result, counted.by(job.accounts.whose), listener);
  result.spread = find_spread(result, counted.by(job.accounts.whose), listener);
  if (job.explains) look_further(result, counted, listener);
  auto& exactness = result.exactness;
  exactness.is_exact =
      exactness.doubts.cells == 0 && exactness.further.cells == 0 && exactness.knows_pairs;
  return result;
}

/// Rounded down: "71 km", "43 min".
std::string at_least(Millimeters cost) {
  return fmt::format("{} km", std::floor(to_natural(cost).value() / 1000));
}
std::string at_least(Milliseconds cost) {
  return fmt::format("{} min", std::floor(to_natural(cost).value() / 60));
}

template <CostType Cost>
std::string in_words(Exactness<Cost> const& exactness, ReadingBox const& box) {
  auto const& doubts = exactness.doubts;
  auto words =
      doubts.cells == 0
          ? std::string{kNoDoubt}
          : fmt::format(
                "results are exact up to {}; {} {} with {:.0f} residents may have a nearer place, "
                "or a place at all, by what lies farther off",
                at_least(*exactness.exact_up_to), doubts.cells,
                doubts.cells == 1 ? "cell" : "cells", doubts.residents.value());
  words = fmt::format("roads are read within {} of the cells (`margin`): {}",
                      in_kilometers(box.radius), words);
  if (doubts.cells == 0 && exactness.further.cells > 0)
    words += " but some reasons, accounts and the sensitivity";
  if (!exactness.knows_pairs)
    words += "; accessibility and remedies know no roads and places farther off";
  return words;
}

}  // namespace

template <CostType Cost>
CoverageResult<Cost> travel(job::CoverageJob const& job, Scene<Cost>& scene, Listener& listener) {
  auto result = travel_once(job, scene, listener);
  if (!scene.box) return result;
  auto& exactness = result.exactness;
  if (job.margin) {
    // What nobody can spend without being as far away.
    auto const surely =
        travel::cost_at<Cost>(scene.box->radius, travel::top_speed(job.travel.profile));
    if (exactness.doubts.cells > 0)
      exactness.exact_up_to = std::max(exactness.doubts.exact_up_to, surely);
    scene.reading = in_words(exactness, *scene.box);
  } else if (exactness.is_exact) {
    scene.reading = reading_within(*scene.box);
  } else {
    read_whole(scene, job, listener);
    return travel_once(job, scene, listener);
  }
  result.scene.reading = scene.reading;
  return result;
}

template <CostType Cost>
CoverageResult<Cost> analyse(job::CoverageJob const& job, Scene<Cost>& scene, Listener& listener) {
  Working const working{listener, job.threads};
  auto result = travel(job, scene, listener);
  tell_inputs(result, listener);
  auto const& population = result.scene.population();
  auto const& municipalities = result.scene.municipalities();
  auto const limit = result.coverage.limit;
  auto const& ranges = result.scene.counted->ranges;
  result.gaps =
      listener.stage("find gaps", [&] { return coverage::find_gaps(population, result.coverage); });
  order_gaps(result.gaps, chosen_groups(job.groups, ranges.groups).gaps_by, ranges);
  result.gap_names = listener.stage("name gaps", [&] {
    return coverage::name_gaps<Gap<Cost>>(population, result.gaps, *result.scene.frame,
                                          {.localities = *result.scene.localities,
                                           .places = result.scene.places.places,
                                           .by_residents = !job.publish_below});
  });
  result.summary = coverage::summarise(result.coverage, population, municipalities);
  result.closures = listener.stage(
      "close each place", [&] { return coverage::close_each(population, result.reach, limit); });
  result.requirements = find_requirements(result, listener);
  result.accessibility = find_accessibility(result, listener);
  result.remedies = find_remedies(result, listener);
  result.reasons = coverage::explain(result.coverage, result.evidence, job.detour_from);
  result.by_reason = coverage::summarise(result.reasons, population, municipalities);
  if (!result.accounts.empty()) {
    result.account_summaries = coverage::summarise(std::span<Account<Cost> const>{result.accounts},
                                                   population, municipalities);
  }
  return result;
}

AnyCoverageResult analyse(job::CoverageJob const& job, AnyScene& scene, Listener& listener) {
  return std::visit([&](auto& its) -> AnyCoverageResult { return analyse(job, its, listener); },
                    scene);
}

template CoverageResult<Millimeters> travel(job::CoverageJob const&, Scene<Millimeters>&,
                                            Listener&);
template CoverageResult<Milliseconds> travel(job::CoverageJob const&, Scene<Milliseconds>&,
                                             Listener&);
template CoverageResult<Millimeters> analyse(job::CoverageJob const&, Scene<Millimeters>&,
                                             Listener&);
template CoverageResult<Milliseconds> analyse(job::CoverageJob const&, Scene<Milliseconds>&,
                                              Listener&);

}  // namespace gapmap::engine
