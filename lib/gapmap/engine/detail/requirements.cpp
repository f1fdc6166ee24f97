#include "gapmap/engine/detail/requirements.h"

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <optional>

#include "gapmap/engine/detail/other_unit.h"
#include "gapmap/tables/requirement_table.h"
#include "gapmap/reach/k_nearest.h"

namespace gapmap::engine {
namespace {

/// What roads cost in the unit of a limit, and where trips on them begin and end.
template <CostType Cost>
struct Ways {
  EdgeCosts<Cost> const& costs;
  reach::Ends const& ends;
};

/// Who has what the requirement asks for. `selected`: which places count; null: all.
template <CostType Cost>
Fulfilment fulfil(Requirement const& requirement, Cost limit,
                  IdVector<PlaceId, char> const* selected, RoadScene const& scene,
                  Ways<Cost> const& ways, job::Travel const& travel) {
  reach::Ends ends{ways.ends};
  std::size_t places = 0;
  for (auto const f : ends.places.ids()) {
    if (selected != nullptr && (*selected)[f] == 0) ends.places[f] = Attachment{};
    places += ends.places[f].is_attached() ? 1 : 0;
  }
  auto const reach = reach::k_nearest(
      scene.graph, ways.costs, ends, travel.profile,
      reach::KNearestOptions<Cost>{.k = requirement.at_least, .trip = travel.trip});
  return {coverage::assess_rank(reach, limit, requirement.at_least), places};
}

tables::AskedTogether asked_together(job::CoverageJob const& job, Studied const& studied,
                                     RequirementResults const& results) {
  return {studied.people.population, names_of_requirements(job),
          results.fulfilments,       results.states,
          results.summaries,         std::vector<char>(job.requirements.size(), 1)};
}

}  // namespace

template <CostType Cost>
RequirementResults find_requirements(CoverageResult<Cost> const& result, Listener& listener) {
  auto const& job = result.job;
  auto const& scene = result.scene;
  using Other = OtherUnit<Cost>;
  RequirementResults results;
  std::optional<WeighedWays<Other>> others;
  auto const& population = scene.population();
  auto const& places = scene.places;
  std::size_t selections = 0;
  for (auto const& requirement : job.requirements) {
    IdVector<PlaceId, char> const* selected = nullptr;
    if (!requirement.where.empty()) selected = &places.selected.at(selections++);
    auto const answer = [&]<CostType C>(C limit, Ways<C> const& ways) {
      return listener.stage("meet requirements", [&] {
        return fulfil(requirement, limit, selected, *scene.roads, ways, job.travel);
      });
    };
    std::visit(
        [&](auto natural) {
          auto const limit = job::cost_of(natural);
          if constexpr (std::same_as<std::remove_const_t<decltype(limit)>, Cost>) {
            results.fulfilments.push_back(
                answer(limit, Ways<Cost>{scene.weighed->costs, scene.ends}));
          } else {
            if (!others) others = weigh_in_other_unit(scene, job.travel, listener);
            results.fulfilments.push_back(
                answer(limit, Ways<Other>{others->roads.costs, others->ends}));
          }
        },
        requirement.limit);
    if (auto const near = results.fulfilments.back().places; near < requirement.at_least) {
      listener.remark(
          fmt::format("requirement {}: {} of its places {} near a road, fewer than {}: "
                      "nobody can have it",
                      requirement.name, near, near == 1 ? "is" : "are", requirement.at_least));
    }
  }
  results.states = coverage::states_of(results.fulfilments);
  results.summaries = coverage::summarise_each(results.states, population, scene.municipalities());
  return results;
}

std::vector<std::string> names_of_requirements(job::CoverageJob const& job) {
  std::vector<std::string> names;
  for (auto const& requirement : job.requirements) names.push_back(requirement.name);
  if (!names.empty()) names.emplace_back(tables::kAllRequirements);
  return names;
}

tables::OutputTable add_requirements(job::CoverageJob const& job, Studied const& studied,
                                     RequirementResults const& results, tables::OutputTable& cells,
                                     tables::OutputTable& municipalities) {
  auto const asked = asked_together(job, studied, results);
  tables::append_new_columns(cells, tables::state_columns(asked));
  tables::append_new_columns(municipalities, tables::met_columns(asked));
  return tables::requirement_table(asked, job.requirements);
}

void add_requirement_totals(job::CoverageJob const& job, Studied const& studied,
                            RequirementResults const& results, io::Manifest& manifest) {
  if (job.requirements.empty()) return;
  std::ranges::copy(tables::met_totals(asked_together(job, studied, results)),
                    std::back_inserter(manifest.totals));
}

template RequirementResults find_requirements(CoverageResult<Millimeters> const&, Listener&);
template RequirementResults find_requirements(CoverageResult<Milliseconds> const&, Listener&);

}  // namespace gapmap::engine
