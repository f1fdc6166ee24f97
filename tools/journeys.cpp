#include "tools/journeys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <vector>

#include "gapmap/reach/k_nearest.h"

namespace gapmap::tools {
namespace {

/// What was searched, and what reading within a box left in doubt.
template <CostType Cost>
struct Attempt {
  Journeys<Cost> journeys;
  Doubts<Cost> doubts;
};

template <CostType Cost>
Attempt<Cost> travel_within(std::optional<ReadingBox> const& box, io::FacilitiesRead halls,
                            std::size_t k, Travel const& travel, Population const& population,
                            WorkingFrame const& frame, Console& console) {
  auto const places = halls.facilities.size();
  Attempt<Cost> attempt{
      .journeys = {attach_scene<Cost>(box, std::move(halls), travel, population, frame, console)}};
  AttachedScene<Cost> const& scene = attempt.journeys;
  auto& reach = attempt.journeys.reach;
  reach = console.stage("find nearest places", [&] {
    return reach::k_nearest(scene.roads.graph, scene.weighed.costs, scene.ends, travel.profile,
                            reach::KNearestOptions<Cost>{.k = k, .trip = travel.trip});
  });
  if (box) {
    attempt.doubts = console.stage("look for ways out of the box", [&] {
      return doubts_about(*box, scene.roads, scene.weighed, scene.ends, reach, std::min(k, places),
                          travel, population);
    });
  }
  return attempt;
}

/// Of each cell: the second nearest is where people go if the nearest closes.
std::size_t places_wanted(CoverageJob const& job) { return std::max<std::size_t>(job.nearest, 2); }

/// What nobody can spend without being `radius` away or nearer.
template <CostType Cost>
Cost least_cost_of(Meters radius, Profile const& profile) {
  if constexpr (std::same_as<Cost, Millimeters>) {
    return to_cost<Cost>(radius.value());
  } else {
    return to_cost<Cost>((radius / travel::top_speed(profile)).value());
  }
}

/// Rounded down: "71 km", "43 min".
std::string at_least(Millimeters cost) {
  return fmt::format("{} km", std::floor(to_natural(cost).value() / 1000));
}
std::string at_least(Milliseconds cost) {
  return fmt::format("{} min", std::floor(to_natural(cost).value() / 60));
}

template <CostType Cost>
std::string exactness(Doubts<Cost> const& doubts, Cost surely) {
  if (doubts.cells == 0) return kNoDoubt;
  return fmt::format(
      "results are exact up to {}; {} {} with {:.0f} residents may have a nearer place, or a "
      "place at all, by what lies farther off",
      at_least(std::max(doubts.exact_up_to, surely)), doubts.cells,
      doubts.cells == 1 ? "cell" : "cells", doubts.residents.value());
}

}  // namespace

template <CostType Cost>
Journeys<Cost> find_journeys(CoverageJob const& job, Studied const& studied,
                             WorkingFrame const& frame, Console& console) {
  auto const& population = studied.people.population;
  auto const within = [&](std::optional<ReadingBox> const& box, io::FacilitiesRead halls) {
    return travel_within<Cost>(box, std::move(halls), places_wanted(job), job.travel, population,
                               frame, console);
  };
  auto halls = console.stage("read places", [&] {
    return io::read_facilities(job.places, frame, studied.areas.municipalities);
  });
  bool const reads_by_box = can_read_by_box(job.travel);
  if (!reads_by_box || !job.requirements.empty()) {
    auto journeys = within({}, std::move(halls)).journeys;
    if (job.margin) {
      journeys.reading += reads_by_box ? " in spite of --margin: requirements may need all of them"
                                       : " in spite of --margin: only a layer can be read in part";
    }
    return journeys;
  }
  if (job.margin) {
    auto const box = reading_box(population, reach_of(job) + *job.margin, job.travel, frame);
    auto const surely = least_cost_of<Cost>(box.radius, job.travel.profile);
    auto [journeys, doubts] = within(box, std::move(halls));
    journeys.reading = fmt::format("roads are read within {} of the cells (--margin): {}",
                                   in_kilometers(box.radius), exactness(doubts, surely));
    return journeys;
  }
  auto const* length = std::get_if<Meters>(&job.limit);
  constexpr Meters kLeastRadius{10'000};
  auto const box =
      reading_box(population,
                  usual_radius(population, halls.facilities, places_wanted(job),
                               length == nullptr ? kLeastRadius : std::max(kLeastRadius, *length)),
                  job.travel, frame);
  return read_enough(box, [&](auto const& part) -> std::optional<Journeys<Cost>> {
    auto [journeys, doubts] = within(part, halls);
    if (doubts.cells > 0) return {};
    return std::move(journeys);
  });
}

template Journeys<Millimeters> find_journeys(CoverageJob const&, Studied const&,
                                             WorkingFrame const&, Console&);
template Journeys<Milliseconds> find_journeys(CoverageJob const&, Studied const&,
                                              WorkingFrame const&, Console&);

}  // namespace gapmap::tools
