#include "gapmap/engine/scene.h"

#include <algorithm>

#include "gapmap/engine/detail/counties.h"
#include "gapmap/engine/detail/groups.h"
#include "gapmap/engine/detail/zones.h"

namespace gapmap::engine {
namespace {

/// How far roads are read at least, so that all pairs that are asked for lie in the box, but for
/// ways around; and whoever gets to the road for nothing, too.
template <CostType Cost>
Meters least_radius(job::CoverageJob const& job) {
  constexpr Meters kLeast{10'000};
  auto const beyond = std::max(job.remedies.gaps > 0 ? kBoxSlack : Meters{0},
                               job.explains ? job.travel.max_off_road : Meters{0});
  auto radius = std::max(kLeast, widest_reach_of(job) + beyond);
  if (job.accessibility) {
    auto const cutoff = to_natural(coverage::cutoff_of(job::accessibility_of<Cost>(job)));
    radius = std::max(radius, job::reach_of(cutoff, job.travel) + kBoxSlack);
  }
  return radius;
}

/// How far roads are read if nobody says so: as far as any rule lets people get within the limit,
/// at least.
template <CostType Cost>
Meters radius_of(job::CoverageJob const& job, Scene<Cost> const& scene, Listener& listener) {
  auto const& places = scene.all_places->places;
  auto const counting = count_places(job, *scene.studied, places, listener);
  auto const& population = scene.population();
  auto const radius = usual_radius(population, places, counting.anybodys.clienteles,
                                   places_wanted(job), least_radius<Cost>(job));
  auto const k = job.accounts.whose == Whose::OwnCounty ? places_wanted(job) : 1;
  return usual_radius(population, places, counting.own.clienteles, k, radius);
}

bool has_limits_in_both_units(job::CoverageJob const& job) {
  return std::ranges::any_of(job.further_limits,
                             [&](auto const& limit) { return limit.index() != job.limit.index(); });
}

/// Nothing: all is read.
template <CostType Cost>
std::optional<ReadingBox> box_of(job::CoverageJob const& job, Scene<Cost> const& scene,
                                 Listener& listener) {
  if (!can_read_by_box(job.travel) || !job.requirements.empty() || job.roads_used ||
      job.spread.is_wanted || has_limits_in_both_units(job))
    return {};
  auto const radius =
      job.margin ? widest_reach_of(job) + *job.margin : radius_of(job, scene, listener);
  return reading_box(scene.population(), radius, job.travel, *scene.frame);
}

/// Why a margin was of no use, as the end of a sentence.
std::string in_spite_of_margin(job::CoverageJob const& job, RoadsRead roads) {
  if (!job.margin) return {};
  if (roads == RoadsRead::Whole) return " in spite of `margin`: places may come anywhere";
  if (!can_read_by_box(job.travel))
    return " in spite of `margin`: only a layer can be read in part";
  if (job.roads_used) return " in spite of `margin`: `roads-used` needs all of them";
  if (job.spread.is_wanted) return " in spite of `margin`: `spread` needs all of them";
  return job.requirements.empty()
             ? " in spite of `margin`: limits in both kilometres and minutes may need all of them"
             : " in spite of `margin`: requirements may need all of them";
}

template <CostType Cost>
void read_roads(Scene<Cost>& scene, job::CoverageJob const& job, Listener& listener) {
  static_cast<AttachedScene<Cost>&>(scene) = attach_scene<Cost>(
      scene.box, *scene.all_places, job.travel, scene.population(), *scene.frame, listener);
  if (!scene.all_candidates) return;
  scene.candidates = listener.stage("attach candidates", [&] {
    return attach_candidates(*scene.all_candidates, *scene.roads, *scene.weighed, *scene.frame);
  });
}

}  // namespace

std::size_t places_wanted(job::CoverageJob const& job) {
  return std::max<std::size_t>(job.nearest, 2);
}

Meters widest_reach_of(job::CoverageJob const& job) {
  // NOLINTNEXTLINE(cppcoreguidelines-slicing): only what is asked of the roads.
  job::Question with_ferries = job;
  with_ferries.travel.profile.ferries = Ferries::Use;
  return job::reach_of(with_ferries);
}

template <CostType Cost>
void read_whole(Scene<Cost>& scene, job::CoverageJob const& job, Listener& listener) {
  auto const box = *scene.box;
  scene.box.reset();
  read_roads(scene, job, listener);
  scene.reading = reading_whole_after(box);
}

template <CostType Cost>
Scene<Cost> open_for(job::CoverageJob const& job, std::shared_ptr<WorkingFrame const> const& frame,
                     std::shared_ptr<Studied const> const& studied, Listener& listener,
                     RoadsRead roads) {
  Scene<Cost> scene;
  scene.frame = frame;
  scene.studied = studied;
  if (job.remedies.candidates && job.remedies.gaps > 0) {
    scene.all_candidates = read_candidates(*job.remedies.candidates, job::reach_of(job),
                                           scene.population(), *scene.frame, listener);
  }
  scene.all_places = std::make_shared<io::PlacesRead const>(listener.stage("read places", [&] {
    return io::read_places(job.places, *scene.frame, scene.municipalities());
  }));
  scene.localities = std::make_shared<std::vector<Locality> const>(
      localities_of(job, scene.all_candidates ? &*scene.all_candidates : nullptr, *scene.frame,
                    scene.municipalities(), listener));
  if (roads == RoadsRead::AsNeeded) scene.box = box_of(job, scene, listener);
  if (!scene.box || job.margin) {
    read_roads(scene, job, listener);
    if (!scene.box) scene.reading += in_spite_of_margin(job, roads);
    return scene;
  }
  try {
    read_roads(scene, job, listener);
  } catch (InputError const&) {
    // Nothing usable near; all of it will do, or say what is wrong.
    read_whole(scene, job, listener);
  }
  return scene;
}

AnyScene open(job::CoverageJob const& job, Listener& listener, RoadsRead roads) {
  Working const working{listener, job.threads};
  auto const frame = std::make_shared<WorkingFrame const>(job::crs_of("crs", job.crs));
  auto people = read_people(job, *frame, listener);
  divide(people, job.zones, *frame, listener);
  auto const studied = std::make_shared<Studied const>(std::move(people));
  auto const counted =
      std::make_shared<Counted const>(count_residents(job.official, *studied, listener));
  static_cast<void>(chosen_groups(job.groups, counted->ranges.groups));  // or it is told at once
  return std::visit(
      [&](auto limit) -> AnyScene {
        auto scene = open_for<std::remove_const_t<decltype(job::cost_of(limit))>>(
            job, frame, studied, listener, roads);
        scene.counted = counted;
        return scene;
      },
      job.limit);
}

template void read_whole(Scene<Millimeters>&, job::CoverageJob const&, Listener&);
template void read_whole(Scene<Milliseconds>&, job::CoverageJob const&, Listener&);
template Scene<Millimeters> open_for(job::CoverageJob const&,
                                     std::shared_ptr<WorkingFrame const> const&,
                                     std::shared_ptr<Studied const> const&, Listener&, RoadsRead);
template Scene<Milliseconds> open_for(job::CoverageJob const&,
                                      std::shared_ptr<WorkingFrame const> const&,
                                      std::shared_ptr<Studied const> const&, Listener&, RoadsRead);

}  // namespace gapmap::engine
