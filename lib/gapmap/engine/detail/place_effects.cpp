#include "gapmap/engine/detail/place_effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "gapmap/engine/denominators.h"
#include "gapmap/engine/detail/mixtures.h"
#include "gapmap/engine/session.h"
#include "gapmap/io/read_places.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

/// Where the places of a run stand among those of its session, which has all of the file, even
/// those too far away for the run to read.
using Located = IdVector<PlaceId, PlaceId>;

/// Returns nothing if a place of the run is not in the session.
std::optional<Located> locate(Places const& of_run, Places const& of_session) {
  constexpr double kRoundedM = 0.01;  // how far positions in files may be from those read
  auto const is_same = [&](Place const& a, Place const& b) {
    return a.id == b.id && a.name == b.name && std::abs(a.point.x - b.point.x) <= kRoundedM &&
           std::abs(a.point.y - b.point.y) <= kRoundedM;
  };
  Located located;
  std::size_t next = 0;
  for (auto const& place : of_run) {
    while (next < of_session.size() && !is_same(place, of_session[PlaceId{next}])) ++next;
    if (next == of_session.size()) return std::nullopt;
    located.push_back(PlaceId{next++});
  }
  return located;
}

Session opened_session(job::CoverageJob const& job, std::shared_ptr<Studied const> const& studied,
                       PeopleOnce& people, Listener& listener) {
  return std::visit(
      [&](auto limit) {
        using Cost = std::remove_const_t<decltype(job::cost_of(limit))>;
        return Session{job,
                       open_for<Cost>(job, people.frame(), studied, listener, RoadsRead::Whole)};
      },
      job.limit);
}

/// A session of a run that stands where the run does, and goes back there after every question.
class Standing {
 public:
  Standing(io::WrittenRun const& run, Outcome const& outcome, PeopleOnce& people,
           Listener& listener)
      : Standing{outcome, searched_job(run), people, listener} {
    auto const& population = session_.population();
    is_sound_ = population.size() == outcome.cells.size();
    for (auto const cell : is_sound_ ? population.ids() : Population{}.ids()) {
      is_sound_ = is_sound_ && population[cell].id == outcome.population[cell].id &&
                  is_covered(cell) == outcome.cells[cell].is_covered();
    }
    if (auto located = locate(outcome.places, session_.places())) {
      located_ = *std::move(located);
    } else {
      is_sound_ = false;
    }
  }

  [[nodiscard]] bool is_sound() const noexcept { return is_sound_; }
  /// Requires: is_sound().
  [[nodiscard]] Place const& place(PlaceId of_run) const {
    return session_.places()[located_[of_run]];
  }

  /// Names of the groups that crossings count.
  [[nodiscard]] std::vector<std::string> groups() const {
    std::vector<std::string> names;
    auto const& groups = ranges_.groups;
    for (auto const group : groups.ids()) {
      if (group != ResidentRanges::everybody()) names.push_back(groups[group].name);
    }
    return names;
  }

  Crossing opened(Place const& place) {
    auto const change = session_.add(place);
    return taken_back(change, [&] { session_.close(change.place); });
  }
  Crossing closed(PlaceId of_run) {
    auto const place = located_[of_run];
    return taken_back(session_.close(place), [&] { session_.reopen(place); });
  }
  Crossing moved(PlaceId of_run, Point to) {
    auto const place = located_[of_run];
    auto const from = session_.places()[place].point;
    return taken_back(session_.move(place, to), [&] { session_.move(place, from); });
  }

 private:
  Standing(Outcome const& outcome, job::CoverageJob const& job, PeopleOnce& people,
           Listener& listener)
      : outcome_{outcome},
        studied_{people.of(job, listener)},
        ranges_{count_residents(job.official, *studied_, listener).ranges},
        session_{opened_session(job, studied_, people, listener)} {}

  [[nodiscard]] bool is_covered(CellId cell) const {
    return session_.cell(cell).status == Status::Covered;
  }

  /// Counts who crossed the limit by the change, with the residents that the files of the run tell.
  template <class TakeBack>
  Crossing taken_back(Change const& change, TakeBack const& take_back) {
    auto const of_each = groups().size();
    Crossing crossing{.gained_of = std::vector<GroupSum>(of_each),
                      .lost_of = std::vector<GroupSum>(of_each)};
    for (auto const cell : change.cells) {
      bool const was = outcome_.cells[cell].is_covered();
      bool const is = is_covered(cell);
      if (was == is) continue;
      auto& sum = is ? crossing.gained : crossing.lost;
      sum += outcome_.population[cell].residents.value_or(People{0});
      add_groups(cell, is ? crossing.gained_of : crossing.lost_of);
    }
    take_back();
    return crossing;
  }

  void add_groups(CellId cell, std::vector<GroupSum>& sums) const {
    for (std::uint32_t g = 0; g < sums.size(); ++g) {
      GroupId const group{g + 1};
      sums[g].people += ranges_.at(cell, group);
      if (ranges_.is_unknown(session_.population()[cell], cell, group)) sums[g].is_bounded = false;
    }
  }

  Outcome const& outcome_;
  std::shared_ptr<Studied const> studied_;
  ResidentRanges ranges_;
  Session session_;
  Located located_;
  bool is_sound_ = false;
};

/// Reads the places of a run alone.
Places read_places_of(io::WrittenRun const& run, PeopleOnce& people, Listener& listener) {
  auto const job = searched_job(run);
  auto const studied = people.of(job, listener);
  return listener.stage("read places", [&] {
    return io::read_places(job.places, *people.frame(), studied->areas.municipalities).places;
  });
}

/// The later run against the same run without a change: the other way round.
Crossing reversed(Crossing const& crossing) {
  return {crossing.lost, crossing.gained, crossing.lost_of, crossing.gained_of};
}

std::string not_where_it_stood(io::WrittenRun const& run) {
  return fmt::format(
      "made anew with all roads and places, the run of {} finds others within the limit than its "
      "files say",
      run.folder);
}

}  // namespace

std::variant<PlaceEffects, std::string> find_place_effects(io::WrittenRun const& before,
                                                           io::WrittenRun const& after,
                                                           Outcome const& found_before,
                                                           Outcome const& found_after,
                                                           std::vector<PlacePair> const& pairs,
                                                           PeopleOnce& people, Listener& listener) {
  PlaceEffects effects{std::vector<std::optional<PlaceEffect>>(pairs.size()), {}};
  auto const is_changed = [](PlacePair const& pair) { return pair.change != PlaceChange::Kept; };
  auto const changed = static_cast<std::size_t>(std::ranges::count_if(pairs, is_changed));
  if (changed == 0) return effects;

  auto const standing = [&](char const* round, io::WrittenRun const& run, Outcome const& outcome) {
    return listener.round(
        round, [&] { return std::make_unique<Standing>(run, outcome, people, listener); });
  };
  /// Asks `session` of every place that changed.
  auto const ask = [&](char const* stage, auto const& question) {
    listener.stage(stage, [&] {
      auto const progress = listener.watcher();
      Steps steps{progress, changed};
      for (std::size_t p = 0; p < pairs.size(); ++p) {
        stop_if_asked();
        if (!is_changed(pairs[p])) continue;
        auto& effect = effects.of_places[p];
        if (!effect) effect.emplace();
        question(pairs[p], *effect);
        steps.add();
      }
    });
  };

  // The later run is asked of places as the earlier one had them, and the reverse. One session is
  // open at a time: of a large network two would take twice the memory.
  std::vector<Place> of_before(pairs.size());
  bool const is_any_from_before = std::ranges::any_of(
      pairs, [&](PlacePair const& pair) { return is_changed(pair) && !pair.before.is_none(); });
  if (is_any_from_before) {
    auto const read = listener.round("places of the first run",
                                     [&] { return read_places_of(before, people, listener); });
    auto const located = locate(found_before.places, read);
    if (!located) return not_where_it_stood(before);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      if (!pairs[p].before.is_none()) of_before[p] = read[(*located)[pairs[p].before]];
    }
  }
  std::vector<Place> of_after(pairs.size());
  {
    auto const second = standing("places of the second run", after, found_after);
    if (!second->is_sound()) return not_where_it_stood(after);
    effects.groups = second->groups();
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      if (!pairs[p].after.is_none()) of_after[p] = second->place(pairs[p].after);
    }
    ask("effects of places together", [&](PlacePair const& pair, PlaceEffect& effect) {
      auto const p = static_cast<std::size_t>(&pair - pairs.data());
      effect.together =
          reversed(pair.before.is_none()  ? second->closed(pair.after)
                   : pair.after.is_none() ? second->opened(of_before[p])
                                          : second->moved(pair.after, of_before[p].point));
    });
  }
  auto const first = standing("places of the first run", before, found_before);
  if (!first->is_sound()) return not_where_it_stood(before);
  if (first->groups() != effects.groups) effects.groups.clear();
  ask("effects of places alone", [&](PlacePair const& pair, PlaceEffect& effect) {
    auto const p = static_cast<std::size_t>(&pair - pairs.data());
    effect.alone = pair.before.is_none()  ? first->opened(of_after[p])
                   : pair.after.is_none() ? first->closed(pair.before)
                                          : first->moved(pair.before, of_after[p].point);
  });
  return effects;
}

}  // namespace gapmap::engine
