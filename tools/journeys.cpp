#include "tools/journeys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <stdexcept>
#include <vector>

#include "gapmap/io/osm_pbf.h"
#include "gapmap/reach/k_nearest.h"
#include "tools/reading_box.h"

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
                            std::size_t k, Travel travel, Population const& population,
                            WorkingFrame const& frame, Console& console) {
  Attempt<Cost> attempt{.journeys = {.halls = std::move(halls)}};
  auto& found_halls = attempt.journeys.halls;
  auto& scene = attempt.journeys.roads;
  auto& roads = attempt.journeys.weighed;
  auto& reach = attempt.journeys.reach;
  auto const places = found_halls.facilities.size();
  if (box) {
    keep_places_within(*box, found_halls);
    travel.roads.source.extent = io::Extent{box->roads, frame.crs()};
  }
  scene = build_roads(travel, frame, console);
  roads = weigh_roads<Cost>(scene, travel, console);
  auto const ends = console.stage("attach to roads", [&] {
    std::vector<Point> centers;
    centers.reserve(population.size());
    for (auto const& cell : population) centers.push_back(cell.center);
    auto cells = access::attach(centers, scene.assembly.network, frame, roads.attach);
    return reach::Ends{.cells = IdVector<CellId, Attachment>{std::move(cells)},
                       .facilities = attach_places(found_halls, scene, roads, frame)};
  });
  reach = console.stage("find nearest places", [&] {
    return reach::k_nearest(scene.graph, roads.costs, ends, travel.profile,
                            reach::KNearestOptions<Cost>{.k = k, .trip = travel.trip});
  });
  if (box) {
    attempt.doubts = console.stage("look for ways out of the box", [&] {
      return doubts_about(*box, scene, roads, ends, reach, std::min(k, places), travel, population);
    });
  }
  return attempt;
}

/// Whether GDAL can give the roads of a box without the others.
bool can_read_by_box(Travel const& travel) {
  auto const& path = travel.roads.source.path;
  return travel.cache.empty() && !io::is_osm_file(path) && !io::is_network_file(path);
}

/// Of each cell: the second nearest is where people go if the nearest closes.
std::size_t places_wanted(CoverageJob const& job) { return std::max<std::size_t>(job.nearest, 2); }

/// How far people get within the limit, at most.
Meters reach_of(CoverageJob const& job) {
  if (auto const* length = std::get_if<Meters>(&job.limit)) return *length;
  return travel::top_speed(job.travel.profile) * std::get<Seconds>(job.limit);
}

/// What nobody can spend without being `radius` away or nearer.
template <CostType Cost>
Cost least_cost_of(Meters radius, Profile const& profile) {
  if constexpr (std::same_as<Cost, Millimeters>) {
    return to_cost<Cost>(radius.value());
  } else {
    return to_cost<Cost>((radius / travel::top_speed(profile)).value());
  }
}

std::string kilometers(Meters length) { return fmt::format("{:.0f} km", length.value() / 1000); }

/// Rounded down: "71 km", "43 min".
std::string at_least(Millimeters cost) {
  return fmt::format("{} km", std::floor(to_natural(cost).value() / 1000));
}
std::string at_least(Milliseconds cost) {
  return fmt::format("{} min", std::floor(to_natural(cost).value() / 60));
}

constexpr char const* kNoDoubt = "no result depends on what lies farther off";

template <CostType Cost>
std::string exactness(Doubts<Cost> const& doubts, Cost surely) {
  if (doubts.cells == 0) return kNoDoubt;
  return fmt::format(
      "results are exact up to {}; {} cells with {:.0f} residents may have a nearer place, or a "
      "place at all, by what lies farther off",
      at_least(std::max(doubts.exact_up_to, surely)), doubts.cells, doubts.residents.value());
}

}  // namespace

template <CostType Cost>
Journeys<Cost> find_journeys(CoverageJob const& job, Population const& population,
                             WorkingFrame const& frame, Console& console) {
  auto const within = [&](std::optional<ReadingBox> const& box, io::FacilitiesRead halls) {
    return travel_within<Cost>(box, std::move(halls), places_wanted(job), job.travel, population,
                               frame, console);
  };
  auto halls = console.stage("read places", [&] { return io::read_facilities(job.places, frame); });
  if (!can_read_by_box(job.travel)) {
    auto journeys = within({}, std::move(halls)).journeys;
    journeys.reading =
        fmt::format("roads are read whole{}",
                    job.margin ? " in spite of --margin: only a layer can be read in part" : "");
    return journeys;
  }
  if (job.margin) {
    auto const box = reading_box(population, reach_of(job) + *job.margin, job.travel, frame);
    auto const surely = least_cost_of<Cost>(box.radius, job.travel.profile);
    auto [journeys, doubts] = within(box, std::move(halls));
    journeys.reading = fmt::format("roads are read within {} of the cells (--margin): {}",
                                   kilometers(box.radius), exactness(doubts, surely));
    return journeys;
  }
  auto const* length = std::get_if<Meters>(&job.limit);
  constexpr Meters kLeastRadius{10'000};
  auto const box =
      reading_box(population,
                  usual_radius(population, halls.facilities, places_wanted(job),
                               length == nullptr ? kLeastRadius : std::max(kLeastRadius, *length)),
                  job.travel, frame);
  try {
    auto [journeys, doubts] = within(box, halls);
    if (doubts.cells == 0) {
      journeys.reading = fmt::format("roads are read within {} of the cells: {}",
                                     kilometers(box.radius), kNoDoubt);
      return std::move(journeys);
    }
  } catch (std::runtime_error const&) {
    // Nothing usable near; all of it will do, or say what is wrong.
  }
  auto journeys = within({}, std::move(halls)).journeys;
  journeys.reading = fmt::format("roads are read whole: within {} of the cells was not enough",
                                 kilometers(box.radius));
  return journeys;
}

template Journeys<Millimeters> find_journeys(CoverageJob const&, Population const&,
                                             WorkingFrame const&, Console&);
template Journeys<Milliseconds> find_journeys(CoverageJob const&, Population const&,
                                              WorkingFrame const&, Console&);

}  // namespace gapmap::tools
