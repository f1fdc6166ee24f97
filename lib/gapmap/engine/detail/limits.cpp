#include "gapmap/engine/detail/limits.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <optional>

#include "gapmap/engine/detail/other_unit.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/tables/class_table.h"
#include "gapmap/tables/requirement_table.h"

namespace gapmap::engine {
namespace {

tables::AskedTogether asked_together(job::CoverageJob const& job, Studied const& studied,
                                     RequirementResults const& results) {
  // What costs in the unit of the run are, cells tell anyway.
  std::vector<char> tells_cost;
  for (auto const& limit : limits_of(job))
    tells_cost.push_back(limit.index() == job.limit.index() ? 0 : 1);
  return {studied.people.population, names_of_limits(job), results.fulfilments, results.states,
          results.summaries,         std::move(tells_cost)};
}

}  // namespace

std::vector<std::variant<Meters, Seconds>> limits_of(job::CoverageJob const& job) {
  std::vector limits{job.limit};
  limits.insert(limits.end(), job.further_limits.begin(), job.further_limits.end());
  return limits;
}

template <CostType Cost>
RequirementResults find_limits(CoverageResult<Cost> const& result, PlacesOf const& places,
                               Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  RequirementResults results;
  if (job.further_limits.empty()) return results;
  using Other = OtherUnit<Cost>;
  std::optional<ReachTable<Other>> in_other_unit;
  auto const search = [&] {
    auto const ways = weigh_in_other_unit(scene, job.travel, listener);
    return listener.stage("find nearest places", [&] {
      return reach::own_nearest<Other>(scene.roads->graph, ways.roads.costs, ways.ends,
                                       job.travel.profile, places.clienteles,
                                       {.k = 1, .trip = job.travel.trip});
    });
  };
  for (auto const& each : limits_of(job)) {
    std::visit(
        [&](auto natural) {
          auto const limit = job::cost_of(natural);
          if constexpr (std::same_as<std::remove_const_t<decltype(limit)>, Cost>) {
            results.fulfilments.push_back(
                {coverage::assess(result.reach, limit), scene.places.places.size()});
          } else {
            if (!in_other_unit) in_other_unit = search();
            results.fulfilments.push_back(
                {coverage::assess(*in_other_unit, limit), scene.places.places.size()});
          }
        },
        each);
  }
  results.states = coverage::states_of(results.fulfilments);
  auto each = results.states;
  each.pop_back();
  results.states.push_back(coverage::any_of(each));
  results.summaries =
      coverage::summarise_each(results.states, scene.population(), scene.municipalities());
  return results;
}

std::vector<std::string> names_of_limits(job::CoverageJob const& job) {
  if (job.further_limits.empty()) return {};
  std::vector<std::string> names;
  for (auto const& limit : limits_of(job)) {
    names.push_back(std::visit(
        [](auto natural) { return tables::name_of_bound(job::cost_of(natural)); }, limit));
  }
  names.emplace_back(tables::kAllLimits);
  names.emplace_back(tables::kAnyLimit);
  return names;
}

void add_limits(job::CoverageJob const& job, Studied const& studied,
                RequirementResults const& results, tables::OutputTable& cells,
                tables::OutputTable& municipalities) {
  if (job.further_limits.empty()) return;
  auto const asked = asked_together(job, studied, results);
  tables::append_new_columns(cells, tables::state_columns(asked));
  tables::append_new_columns(municipalities, tables::met_columns(asked));
}

void add_limit_totals(job::CoverageJob const& job, Studied const& studied,
                      RequirementResults const& results, io::Manifest& manifest) {
  if (job.further_limits.empty()) return;
  std::ranges::copy(tables::met_totals(asked_together(job, studied, results)),
                    std::back_inserter(manifest.totals));
}

template RequirementResults find_limits(CoverageResult<Millimeters> const&, PlacesOf const&,
                                        Listener&);
template RequirementResults find_limits(CoverageResult<Milliseconds> const&, PlacesOf const&,
                                        Listener&);

}  // namespace gapmap::engine
