#include "tools/journeys.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "gapmap/reach/own_nearest.h"
#include "gapmap/travel/variants.h"
#include "tools/coverage/access_search.h"

namespace gapmap::tools {
namespace {

/// Of each cell: the second nearest is where people go if the nearest closes.
std::size_t places_wanted(CoverageJob const& job) { return std::max<std::size_t>(job.nearest, 2); }

/// How far people get within the limit at most, under whatever rule the run looks at.
Meters widest_reach_of(CoverageJob const& job) {
  Question with_ferries = job;
  with_ferries.travel.profile.ferries = Ferries::Use;
  return reach_of(with_ferries);
}

/// How far roads are read at least, so that all pairs that are asked for lie in the box, but for
/// ways around; and whoever gets to the road for nothing, too.
template <CostType Cost>
Meters least_radius(CoverageJob const& job) {
  constexpr Meters kLeast{10'000};
  // Roads leave the box at the last of their points in it, some way from its border.
  constexpr Meters kSlack{5000};
  auto const beyond = std::max(job.cures.gaps > 0 ? kSlack : Meters{0},
                               job.explains ? job.travel.max_off_road : Meters{0});
  auto radius = std::max(kLeast, widest_reach_of(job) + beyond);
  if (job.accessibility) {
    auto const horizon = to_natural(coverage::horizon_of(accessibility_of<Cost>(job)));
    radius = std::max(radius, reach_of(horizon, job.travel) + kSlack);
  }
  return radius;
}

/// Cures look at pairs of cells and candidates within the limit, accessibility at places far
/// beyond: whether all of them are known.
template <CostType Cost>
bool knows_pairs(ReadingBox const& box, Journeys<Cost> const& journeys, CoverageJob const& job) {
  auto const knows = [&](IdVector<FacilityId, Attachment> facilities, Cost horizon) {
    return knows_all_within(box, journeys.roads, journeys.weighed,
                            {journeys.ends.cells, std::move(facilities)}, horizon, job.travel);
  };
  auto const candidates =
      journeys.candidates ? journeys.candidates->attached : IdVector<FacilityId, Attachment>{};
  auto const limit = cost_of(std::get<Natural<Cost>>(job.limit));
  return (job.cures.gaps == 0 || knows(candidates, limit)) &&
         (!job.accessibility ||
          knows(journeys.ends.facilities, coverage::horizon_of(accessibility_of<Cost>(job))));
}

/// Whose places count for whom, under either rule.
struct Counted {
  PlacesOf anybodys;
  PlacesOf own;  ///< nothing where the job needs no counties

  [[nodiscard]] PlacesOf const& by(Whose whose) const {
    return whose == Whose::Anybody ? anybodys : own;
  }
};

/// What is asked, of whom.
template <CostType Cost>
class Inquiry {
 public:
  Inquiry(CoverageJob const& job, Studied const& studied, WorkingFrame const& frame,
          Console& console)
      : job_{job},
        population_{studied.people.population},
        municipalities_{studied.areas.municipalities},
        counties_{job.accounts.needs_counties() ? counties_of(studied) : Counties{}},
        frame_{frame},
        console_{console},
        candidates_{read_candidates(job, population_, frame, console)},
        limit_{cost_of(std::get<Natural<Cost>>(job.limit))} {}

  /// How far roads are read if nobody says so: as far as any rule lets people get within the limit,
  /// at least.
  [[nodiscard]] Meters usual_radius_to(Facilities const& places) const {
    auto const counted = count_places(places);
    auto radius = usual_radius(population_, places, counted.anybodys.clienteles,
                               places_wanted(job_), least_radius<Cost>(job_));
    auto const k = job_.accounts.whose == Whose::OwnCounty ? places_wanted(job_) : 1;
    return usual_radius(population_, places, counted.own.clienteles, k, radius);
  }

  /// What was found within `box`, and what reading no more left in doubt: about the run's own
  /// results, about reasons and accounts, and about the pairs that cures and accessibility take.
  struct Attempt {
    Journeys<Cost> journeys;
    Doubts<Cost> doubts;
    Doubts<Cost> further;
    bool knows_pairs = true;

    [[nodiscard]] bool is_sure() const {
      return doubts.cells == 0 && further.cells == 0 && knows_pairs;
    }
  };
  [[nodiscard]] Attempt travel_within(std::optional<ReadingBox> const& box,
                                      io::FacilitiesRead halls) const {
    auto const all_places = count_places(halls.facilities);
    Attempt attempt{.journeys = {attach_scene<Cost>(box, std::move(halls), job_.travel, population_,
                                                    frame_, console_)}};
    auto& journeys = attempt.journeys;
    if (candidates_) {
      journeys.candidates = console_.stage("attach candidates", [&] {
        return attach_candidates(*candidates_, journeys.roads, journeys.weighed, frame_);
      });
    }
    journeys.located = locate(journeys.halls.facilities);
    auto counted = count_places(journeys.halls.facilities);
    counted.anybodys.there_are = all_places.anybodys.there_are;
    counted.own.there_are = all_places.own.there_are;
    search(box, counted.by(job_.accounts.whose), attempt);
    if (job_.explains) look_further(box, counted, attempt);
    return attempt;
  }

 private:
  [[nodiscard]] IdVector<FacilityId, MunicipalityId> locate(Facilities const& places) const {
    return console_.stage("locate places", [&] { return places::locate(places, municipalities_); });
  }

  [[nodiscard]] Counted count_places(Facilities const& places) const {
    auto const of = [&](Whose whose, IdVector<FacilityId, MunicipalityId> const& located) {
      PlacesOf counted{.clienteles = clienteles_of(whose, counties_, population_, located),
                       .there_are = {}};
      counted.there_are = places_for_each(counted.clienteles, population_.size());
      return counted;
    };
    IdVector<FacilityId, MunicipalityId> const anywhere(places.size());
    Counted counted{.anybodys = of(Whose::Anybody, anywhere), .own = {}};
    if (job_.accounts.needs_counties()) counted.own = of(Whose::OwnCounty, locate(places));
    return counted;
  }

  void search(std::optional<ReadingBox> const& box, PlacesOf const& places,
              Attempt& attempt) const {
    auto& journeys = attempt.journeys;
    auto const k = places_wanted(job_);
    journeys.reach = console_.stage("find nearest places", [&] {
      return reach::own_nearest<Cost>(journeys.roads.graph, journeys.weighed.costs, journeys.ends,
                                      job_.travel.profile, places.clienteles,
                                      {.k = k, .trip = job_.travel.trip});
    });
    if (job_.roads_used) {
      journeys.flows = console_.stage("add up who takes which road", [&] {
        return reach::flows<Cost>(journeys.roads.graph, journeys.weighed.costs, journeys.ends,
                                  job_.travel.profile, places.clienteles, population_,
                                  journeys.reach, {.limit = limit_, .trip = job_.travel.trip});
      });
    }
    if (!box) return;
    attempt.doubts = console_.stage("look for ways out of the box", [&] {
      auto wanted = places.there_are;
      for (auto& count : wanted) count = std::min(count, k);
      return doubts_about(*box, journeys.roads, journeys.weighed, journeys.ends, journeys.reach,
                          wanted, job_.travel, population_);
    });
    attempt.knows_pairs = console_.stage("look for ways out of the box",
                                         [&] { return knows_pairs(*box, journeys, job_); });
  }

  void look_further(std::optional<ReadingBox> const& box, Counted const& counted,
                    Attempt& attempt) const {
    auto& journeys = attempt.journeys;
    auto const whose = job_.accounts.whose;
    auto const coverage = coverage::assess(journeys.reach, limit_);
    Found<Cost> const found{.box = box,
                            .scene = journeys,
                            .clienteles = counted.by(whose).clienteles,
                            .places_there_are = counted.by(whose).there_are,
                            .coverage = coverage,
                            .population = population_,
                            .travel = job_.travel};
    journeys.evidence = find_evidence(found, whose, straight_speed(journeys.roads), frame_,
                                      attempt.further, console_);
    for (auto& [assumption, reach] : search_by_assumptions(found, attempt.further, console_)) {
      journeys.sensitivity.push_back(
          {assumption,
           coverage::hold_against(coverage, coverage::assess(reach, limit_), population_)});
      if (assumption.profile.off_road_factor == 0)
        journeys.evidence.without_access = std::move(reach);
    }
    if (job_.accounts.side_by_side) {
      journeys.accounts = find_accounts(found, whose, counted.anybodys, counted.own, frame_,
                                        attempt.further, console_);
    }
  }

  /// That of the fastest road that anybody comes to within the limit: the same whatever else is
  /// read.
  [[nodiscard]] MetersPerSecond straight_speed(RoadScene const& roads) const {
    auto profile = job_.travel.profile;
    profile.ferries = Ferries::Use;
    auto const within = reading_box(population_, widest_reach_of(job_), job_.travel, frame_);
    return travel::fastest_within(within.trusted, roads.assembly.network, profile);
  }

  CoverageJob const& job_;
  Population const& population_;
  Municipalities const& municipalities_;
  Counties counties_;
  WorkingFrame const& frame_;
  Console& console_;
  std::optional<io::FacilitiesRead> candidates_;
  Cost limit_;
};

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
  Inquiry<Cost> const inquiry{job, studied, frame, console};
  auto halls = console.stage("read places", [&] {
    return io::read_facilities(job.places, frame, studied.areas.municipalities);
  });
  bool const reads_by_box = can_read_by_box(job.travel);
  if (!reads_by_box || !job.requirements.empty() || job.roads_used) {
    auto journeys = inquiry.travel_within({}, std::move(halls)).journeys;
    if (job.margin) {
      journeys.reading += !reads_by_box ? " in spite of --margin: only a layer can be read in part"
                          : job.roads_used
                              ? " in spite of --margin: --roads-used needs all of them"
                              : " in spite of --margin: requirements may need all of them";
    }
    return journeys;
  }
  if (job.margin) {
    auto const box = reading_box(population, widest_reach_of(job) + *job.margin, job.travel, frame);
    // What nobody can spend without being as far away.
    auto const surely = travel::cost_at<Cost>(box.radius, travel::top_speed(job.travel.profile));
    auto attempt = inquiry.travel_within(box, std::move(halls));
    attempt.journeys.is_exact = attempt.is_sure();
    attempt.journeys.reading =
        fmt::format("roads are read within {} of the cells (--margin): {}",
                    in_kilometers(box.radius), exactness(attempt.doubts, surely));
    if (attempt.doubts.cells == 0 && attempt.further.cells > 0)
      attempt.journeys.reading += " but some reasons, accounts and the sensitivity";
    if (!attempt.knows_pairs) {
      attempt.journeys.reading += "; accessibility and cures know no roads and places farther off";
    }
    return std::move(attempt.journeys);
  }
  auto const box =
      reading_box(population, inquiry.usual_radius_to(halls.facilities), job.travel, frame);
  return read_enough(box, [&](auto const& part) -> std::optional<Journeys<Cost>> {
    auto attempt = inquiry.travel_within(part, halls);
    if (!attempt.is_sure()) return {};
    return std::move(attempt.journeys);
  });
}

template Journeys<Millimeters> find_journeys(CoverageJob const&, Studied const&,
                                             WorkingFrame const&, Console&);
template Journeys<Milliseconds> find_journeys(CoverageJob const&, Studied const&,
                                              WorkingFrame const&, Console&);

}  // namespace gapmap::tools
