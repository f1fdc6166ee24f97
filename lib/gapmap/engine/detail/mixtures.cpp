#include "gapmap/engine/detail/mixtures.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/tables/change_table.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/engine/detail/outcome.h"
#include "gapmap/job/coverage_options.h"
#include "gapmap/engine/analyse.h"
#include "gapmap/engine/denominators.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

/// A set of factors, one bit each: those that are as in the run after.
using FactorBits = std::uint32_t;

FactorBits bit_of(Factor factor) { return FactorBits{1} << static_cast<unsigned>(factor); }

/// The job that these entries ask for, as far as who is covered by its first limit: nothing else is
/// searched.
job::CoverageJob covering_job(std::vector<job::JobEntry> const& entries) {
  auto job = job::coverage_job(entries);
  job.explains = false;
  job.further_limits.clear();
  job.spread = {};
  return job;
}

/// The job of a mixture, without options that do not change who is covered.
job::CoverageJob job_of(io::WrittenRun const& before, io::WrittenRun const& after,
                        FactorBits changed) {
  std::vector<job::JobEntry> mixed;
  for (auto const* run : {&before, &after}) {
    for (auto const& entry : job::read_job_object(run->job)) {
      auto const* const effect = scenario::effect_of(entry.option);
      if (effect == nullptr || !effect->factor) continue;
      bool const is_of_after = (changed & bit_of(*effect->factor)) != 0;
      if (is_of_after == (run == &after)) mixed.push_back(entry);
    }
  }
  return covering_job(mixed);
}

template <CostType Cost>
CoveredByCode count(Coverage<Cost> const& coverage, Studied const& studied) {
  auto const& municipalities = studied.areas.municipalities;
  auto const summary = coverage::summarise(coverage, studied.people.population, municipalities);
  CoveredByCode counts;
  auto const add = [&](std::string const& code, CoverageFigures<Cost> const& figures) {
    counts[code].residents += figures.residents;
    counts[code].covered += figures.with(Status::Covered);
  };
  for (auto const& figures : summary.municipalities)
    add(municipalities[figures.municipality].code, figures);
  if (summary.outside) add({}, *summary.outside);
  return counts;
}

/// Covered residents of each group, by the middle of what is known of each cell.
template <CostType Cost>
std::vector<CoveredByCode> count_groups(Coverage<Cost> const& coverage, Studied const& studied,
                                        ResidentRanges const& ranges,
                                        std::vector<GroupId> const& groups) {
  std::vector<CoveredByCode> counts(groups.size());
  auto const& population = studied.people.population;
  for (auto const id : population.ids()) {
    auto const m = population[id].municipality;
    auto const& code = m.is_none() ? std::string{} : studied.areas.municipalities[m].code;
    bool const is_covered = coverage.cells[id].status == Status::Covered;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      auto const people = ranges.at(id, groups[g]).midpoint();
      auto& here = counts[g][code];
      here.residents += people;
      if (is_covered) here.covered += people;
    }
  }
  return counts;
}

/// What one mixture found.
struct FoundInMixture {
  CoveredByCode all;
  std::vector<CoveredByCode> of_groups;
};

/// Makes mixtures one by one, and keeps searches that later ones need again.
class Mixer {
 public:
  Mixer(io::WrittenRun const& before, io::WrittenRun const& after, PeopleOnce& people,
        Listener& listener)
      : before_{before}, after_{after}, people_{people}, listener_{listener} {
    auto const earlier = counted_groups(before.tables);
    auto const later = counted_groups(after.tables);
    // The first is everybody.
    for (std::size_t g = 1; g < earlier.size(); ++g) {
      if (std::ranges::find(later, earlier[g]) != later.end()) groups_.push_back(earlier[g]);
    }
  }

  /// The groups that both runs count.
  [[nodiscard]] std::vector<std::string> const& groups() const noexcept { return groups_; }

  [[nodiscard]] FoundInMixture find(FactorBits changed) {
    auto const job = job_of(before_, after_, changed);
    return std::visit([&](auto limit) { return find_within(job, changed, job::cost_of(limit)); },
                      job.limit);
  }

 private:
  template <CostType Cost>
  struct Searched {
    FactorBits changed;
    ReachTable<Cost> reach;
  };

  /// Searches unless the last mixture had the same roads, places and people. The limit does not
  /// change what is nearest, except with a margin, where it bounds the roads that are read.
  template <CostType Cost>
  FoundInMixture find_within(job::CoverageJob const& job, FactorBits changed, Cost limit) {
    auto const studied = people_.of(job, listener_);
    auto const of = changed & ~bit_of(Factor::Limit);
    auto& last = std::get<std::optional<Searched<Cost>>>(searched_);
    if (!last || last->changed != of || job.margin) {
      last.reset();
      auto scene = open_for<Cost>(job, people_.frame(), studied, listener_);
      last = {of, travel(job, scene, listener_).reach};
    }
    auto const coverage = coverage::assess(last->reach, limit);
    FoundInMixture found{count(coverage, *studied), {}};
    if (groups_.empty()) return found;
    auto const& ranges = ranges_of(studied, (changed & bit_of(Factor::Residents)) != 0);
    found.of_groups = count_groups(coverage, *studied, ranges, named_groups(ranges));
    return found;
  }

  /// Ranges of these people, narrowed by the official numbers of the run that they are from.
  ResidentRanges const& ranges_of(std::shared_ptr<Studied const> const& studied, bool is_after) {
    auto& known = ranges_[{studied, is_after}];
    if (!known) {
      auto const& run = is_after ? after_ : before_;
      auto const official = job::coverage_job(job::read_job_object(run.job)).official;
      known =
          std::make_unique<ResidentRanges>(count_residents(official, *studied, listener_).ranges);
    }
    return *known;
  }

  [[nodiscard]] std::vector<GroupId> named_groups(ResidentRanges const& ranges) const {
    std::vector<GroupId> ids;
    for (auto const& name : groups_) {
      for (auto const id : ranges.groups.ids()) {
        if (ranges.groups[id].name == name) ids.push_back(id);
      }
    }
    expects(ids.size() == groups_.size(), "a mixture has the groups that both runs have");
    return ids;
  }

  io::WrittenRun const& before_;
  io::WrittenRun const& after_;
  PeopleOnce& people_;
  Listener& listener_;
  std::vector<std::string> groups_;
  std::map<std::pair<std::shared_ptr<Studied const>, bool>, std::unique_ptr<ResidentRanges>>
      ranges_;
  std::tuple<std::optional<Searched<Millimeters>>, std::optional<Searched<Milliseconds>>> searched_;
};

/// Throws unless the run made anew found what its files say.
void expect_same(CoveredByCode const& found, Outcome const& written, io::WrittenRun const& run,
                 std::int64_t per_person) {
  auto counts = found;
  auto const expect = [&](std::string const& code, std::string const& name,
                          FigureSet const& figures) {
    auto const here = counts[code];
    counts.erase(code);
    auto const units = [&](People people) { return scenario::in_units(people, per_person); };
    if (units(here.residents) == units(figures.residents) &&
        units(here.covered) == units(figures.covered))
      return;
    throw InputError{
        {run.folder},
        fmt::format("made anew from the same inputs, the run finds {} of {} residents covered in "
                    "{}, but its files say {} of {}",
                    here.covered.value(), here.residents.value(), name, figures.covered.value(),
                    figures.residents.value()),
        fmt::format("it was made by gapmap {}: run gapmap coverage again, then compare",
                    run.version)};
  };
  for (auto const m : written.municipalities.ids())
    expect(written.municipalities[m].code, written.municipalities[m].name, written.figures[m]);
  expect({}, "no municipality", written.outside.value_or(FigureSet{}));
  for (auto const& [code, rest] : counts) expect(code, code, FigureSet{});
}

}  // namespace

job::CoverageJob searched_job(io::WrittenRun const& run) {
  std::vector<job::JobEntry> entries;
  for (auto const& entry : job::read_job_object(run.job)) {
    auto const* const effect = scenario::effect_of(entry.option);
    if (effect != nullptr && effect->factor) entries.push_back(entry);
  }
  auto job = covering_job(entries);
  job.crs = run.facts.crs;
  return job;
}

std::variant<Mixtures, std::string> find_mixtures(io::WrittenRun const& before,
                                                  io::WrittenRun const& after,
                                                  Outcome const& found_before,
                                                  Outcome const& found_after,
                                                  std::vector<Factor> const& factors,
                                                  PeopleOnce& people, Listener& listener) {
  auto const sets = std::size_t{1} << factors.size();
  auto const bits_of = [&](std::size_t set) {
    FactorBits bits = 0;
    for (std::size_t f = 0; f < factors.size(); ++f) {
      if ((set >> f & 1U) != 0) bits |= bit_of(factors[f]);
    }
    return bits;
  };
  // Mixtures that differ by the limit alone come one after the other: they share a search.
  std::vector<std::size_t> order;
  for (std::size_t set = 0; set < sets; ++set) order.push_back(set);
  std::ranges::stable_sort(order, {},
                           [&](std::size_t set) { return bits_of(set) & ~bit_of(Factor::Limit); });
  Mixer mixer{before, after, people, listener};
  Mixtures mixtures{factors, std::vector<CoveredByCode>(sets), mixer.groups(),
                    std::vector(mixer.groups().size(), std::vector<CoveredByCode>(sets))};
  for (std::size_t i = 0; i < sets; ++i) {
    auto const set = order[i];
    try {
      auto found = listener.round(fmt::format("mixture {} of {}", i + 1, sets),
                                  [&] { return mixer.find(bits_of(set)); });
      mixtures.found[set] = std::move(found.all);
      for (std::size_t g = 0; g < found.of_groups.size(); ++g)
        mixtures.of_groups[g][set] = std::move(found.of_groups[g]);
    } catch (std::runtime_error const& error) {
      return fmt::format("a mixture of the two runs cannot be made: {}", error.what());
    }
  }
  auto const per_person = tables::units_per_person(found_before, found_after);
  expect_same(mixtures.found.front(), found_before, before, per_person);
  expect_same(mixtures.found.back(), found_after, after, per_person);
  return mixtures;
}

}  // namespace gapmap::engine
