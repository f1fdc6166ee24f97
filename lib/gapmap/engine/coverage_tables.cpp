#include "gapmap/engine/coverage_tables.h"

#include <algorithm>
#include <iterator>

#include "gapmap/engine/detail/background.h"
#include "gapmap/engine/detail/class_tables.h"
#include "gapmap/engine/detail/groups.h"
#include "gapmap/engine/detail/remedies.h"
#include "gapmap/engine/detail/indicators.h"
#include "gapmap/engine/detail/inputs_read.h"
#include "gapmap/engine/detail/limits.h"
#include "gapmap/engine/detail/publish.h"
#include "gapmap/engine/detail/reason_tables.h"
#include "gapmap/engine/detail/requirements.h"
#include "gapmap/engine/detail/spread.h"
#include "gapmap/engine/detail/zones.h"
#include "gapmap/io/write_table.h"
#include "gapmap/places/assign_zones.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/tables/class_table.h"
#include "gapmap/tables/flow_table.h"
#include "gapmap/tables/gap_map.h"
#include "gapmap/tables/group_table.h"
#include "gapmap/tables/service_table.h"

namespace gapmap::engine {
namespace {

/// Who is covered by the limits, requirements and accounts of the run, group by group.
template <CostType Cost>
tables::OutputTable tabulate_groups(CoverageResult<Cost> const& result,
                                    std::vector<Zoning> const& levels) {
  using tables::RuleKind;
  std::vector<tables::CoverageRule> rules;
  auto const add = [&](RuleKind kind, std::string name, auto const& coverage) {
    rules.push_back({kind, std::move(name), tables::statuses_of(coverage)});
  };
  auto const limits = names_of_limits(result.job);
  if (limits.empty())
    add(RuleKind::Limit, tables::name_of_bound(result.coverage.limit), result.coverage);
  for (std::size_t l = 0; l < limits.size(); ++l)
    add(RuleKind::Limit, limits[l], result.limits.states[l]);
  auto const requirements = names_of_requirements(result.job);
  for (std::size_t r = 0; r < requirements.size(); ++r)
    add(RuleKind::Requirement, requirements[r], result.requirements.states[r]);
  for (auto const& account : result.accounts)
    add(RuleKind::Account, std::string{name_of(account.rule)}, account.coverage);
  std::vector<Zoning const*> zonings;
  zonings.reserve(levels.size());
  for (auto const& level : levels) zonings.push_back(&level);
  return tables::group_table(rules, result.scene.population(), result.scene.counted->ranges,
                             zonings);
}

/// Who takes which road, everybody and the group that the report is about.
template <CostType Cost>
tables::OutputTable tabulate_roads_used(CoverageResult<Cost> const& result) {
  auto const& groups = result.scene.counted->ranges.groups;
  auto const about = chosen_groups(result.job.groups, groups).about;
  std::optional<std::string> group;
  if (about != ResidentRanges::everybody()) group = groups[about].name;
  return tables::flow_table(result.scene.roads->assembly.network, result.scene.population(),
                            result.flows, group);
}

/// All tables of a run, in the order of the workbook's sheets.
template <CostType Cost>
std::vector<tables::OutputTable> tabulate(CoverageResult<Cost> const& result) {
  auto const& [job, scene] = std::tie(result.job, result.scene);
  auto const& studied = *scene.studied;
  auto const& population = scene.population();
  auto const& network = scene.roads->assembly.network;
  tables::CoverageView<Cost> const view{population,   scene.municipalities(), scene.places.places,
                                        result.reach, result.coverage,        result.legs()};
  auto gaps = tables::gap_table(view, result.gaps, result.gap_names);
  auto cells = tables::cell_table(view, job.nearest);
  auto municipalities = tables::municipality_table(view, result.summary);
  auto places = tables::place_table(view, result.closures, result.located);
  tables::append_columns(cells, tables::zone_columns(studied.zonings, population));
  add_reasons(result, view, cells, gaps);
  tables::append_columns(places, tables::service_table(view.places));
  add_group_columns(result, gaps, cells, places);
  add_limits(job, studied, result.limits, cells, municipalities);
  add_spread(result, cells, municipalities);
  std::vector<tables::OutputTable> further;
  if (auto bands = tabulate_limit_bands(result, municipalities))
    further.push_back(*std::move(bands));
  if (!job.requirements.empty()) {
    further.push_back(add_requirements(job, studied, result.requirements, cells, municipalities));
  }
  if (job.remedies.gaps > 0)
    std::ranges::move(add_remedies(result, gaps), std::back_inserter(further));
  if (job.accessibility) {
    tables::append_columns(cells,
                           tables::accessibility_columns(result.coverage, result.accessibility));
  }
  std::vector levels{places::zoned_as_municipalities(view.municipalities, population)};
  levels.insert(levels.end(), studied.zonings.begin(), studied.zonings.end());

  std::vector tables{std::move(municipalities)};
  auto const add = [&](std::vector<tables::OutputTable>&& more) {
    std::ranges::move(more, std::back_inserter(tables));
  };
  add(class_tables(studied, scene.counted->ranges, result.reach, result.coverage.limit,
                   job.classes));
  tables.push_back(tabulate_groups(result, levels));
  tables.push_back(
      tabulate_indicators<Cost>(population, result.coverage, result.accessibility, levels));
  tables.push_back(std::move(gaps));
  add(std::move(further));
  add(reason_tables(result, view));
  if (job.roads_used) tables.push_back(tabulate_roads_used(result));
  tables.push_back(std::move(places));
  tables.push_back(denominator_table(*scene.counted, studied));
  if (auto const groups = groups_of_source(scene.counted->ranges); !groups.empty()) {
    tables.push_back(tables::outside_group_table(population, view.municipalities,
                                                 tables::statuses_of(result.coverage),
                                                 scene.counted->ranges, groups));
  }
  tables.push_back(std::move(cells));
  tables.push_back(background_roads(tables, population, network));
  for (auto& table : tables) table = io::as_written(std::move(table));
  return tables;
}

template <CostType Cost>
io::RunFacts facts_of(CoverageResult<Cost> const& result) {
  auto const& [job, scene, exactness] = std::tie(result.job, result.scene, result.exactness);
  auto const scale = scale_of(result.coverage.limit, job.classes);
  io::RunFacts facts{
      .crs = job.crs,
      .is_time = scale.is_time,
      .limit = scale.limit,
      .class_bounds = scale.bounds,
      .mode = std::string{name_of(job.travel.profile.mode)},
      .trip = std::string{reach::kTripNames[static_cast<std::size_t>(job.travel.trip)]},
      .traffic = std::string{kTrafficNames[static_cast<std::size_t>(job.travel.traffic)]},
      .published_below = job.publish_below,
      .language = std::string{code_of(job.readers.language)},
      .title = job.readers.masthead.title,
      .region = job.readers.masthead.region,
      .titles = job.readers.masthead.titles,
      .regions = job.readers.masthead.regions,
      .logo = job.readers.logo_file,
      .names = names_of(*result.scene.studied),
      .is_exact = exactness.is_exact,
      .cells_in_doubt = exactness.is_exact ? 0 : exactness.doubts.cells};
  auto const& groups = scene.counted->ranges.groups;
  auto const about = chosen_groups(job.groups, groups).about;
  if (about != ResidentRanges::everybody()) facts.group = groups[about].name;
  for (auto const& group : groups) {
    if (group.family.empty()) continue;
    auto family = std::ranges::find(facts.families, group.family,
                                    [](auto const& each) { return each.first; });
    if (family == facts.families.end()) family = facts.families.insert(family, {group.family, {}});
    family->second.push_back(group.name);
  }
  if (exactness.exact_up_to) facts.exact_up_to = to_natural(*exactness.exact_up_to).value();
  return facts;
}

template <CostType Cost>
io::Manifest record_of(CoverageResult<Cost> const& result) {
  auto const& [job, scene] = std::tie(result.job, result.scene);
  auto const& studied = *scene.studied;
  io::Manifest record{.command = "coverage",
                      .job = job.asked,
                      .facts = facts_of(result),
                      .working_crs = scene.frame->crs().label(),
                      .inputs = inputs_of(scene),
                      .reading = scene.reading,
                      .network = figures_of(scene.roads->assembly, scene.weighed->components),
                      .assignment = studied.assignment,
                      .not_studied = studied.not_studied,
                      .levels = records_of(studied),
                      .missing_from_key = studied.missing_from_key,
                      .denominators = scene.counted->record,
                      .totals = tables::totals(result.summary.total),
                      .gaps = result.gaps.size()};
  if (result.spread.buildings) record.inputs.push_back(*result.spread.buildings);
  add_limit_totals(job, studied, result.limits, record);
  add_requirement_totals(job, studied, result.requirements, record);
  record_reasons(result, record);
  return record;
}

template <CostType Cost>
CoverageTables tables_of_one(CoverageResult<Cost> const& result, Listener& listener) {
  return {.job = result.job,
          .frame = result.scene.frame,
          .tables = listener.stage("tabulate", [&] { return tabulate(result); }),
          .record = record_of(result),
          .scale = scale_of(result.coverage.limit, result.job.classes)};
}

template <CostType Cost>
CoverageTables told_of_one(CoverageResult<Cost> const& result, Listener& listener) {
  Working const working{listener, result.job.threads};
  auto made = tables_of_one(result, listener);
  if (result.job.publish_below) {
    made = listener.stage("hide small numbers",
                          [&] { return published(unpublished(result, std::move(made))); });
  }
  // After publishing, which may order gaps anew: a name that stands twice is numbered.
  report::name_gaps(result.job.readers.language, made.tables);
  return made;
}

}  // namespace

CoverageTables tables_of(AnyCoverageResult const& result, Listener& listener) {
  return std::visit([&](auto const& its) { return told_of_one(its, listener); }, result);
}

UnpublishedRun unpublished_tables_of(AnyCoverageResult const& result, Listener& listener) {
  return std::visit(
      [&](auto const& its) {
        Working const working{listener, its.job.threads};
        return unpublished(its, tables_of_one(its, listener));
      },
      result);
}

std::size_t places_of_unknown_capacity(AnyCoverageResult const& result) {
  return std::visit(
      [](auto const& its) {
        return its.job.accessibility ? count_unknown_capacities(its.scene) : std::size_t{0};
      },
      result);
}

bool is_exact(AnyCoverageResult const& result) {
  return std::visit([](auto const& its) { return its.exactness.is_exact; }, result);
}

}  // namespace gapmap::engine
