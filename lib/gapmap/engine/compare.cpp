#include "gapmap/engine/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/engine/detail/changed_groups.h"
#include "gapmap/engine/detail/differences.h"
#include "gapmap/engine/detail/mixtures.h"
#include "gapmap/engine/detail/outcome.h"
#include "gapmap/engine/detail/place_effects.h"
#include "gapmap/engine/detail/publish.h"
#include "gapmap/engine/detail/run_made_anew.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/io/write_table.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/tables/change_table.h"
#include "gapmap/tables/place_group_table.h"
#include "gapmap/tables/group_change_table.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"
#include "gapmap/units/version.h"

namespace gapmap::engine {
namespace {

/// Makes both runs anew with all their numbers, which are hidden when everything is told.
void make_both(ComparisonResult& result, Listener& listener) {
  auto runs = std::make_shared<UnpublishedRuns>();
  for (auto const& [run, given, round, unpublished] :
       {std::tuple{&result.before, &result.job.before, "first run", &runs->before},
        {&result.after, &result.job.after, "second run", &runs->after}}) {
    *unpublished = listener.round(round, [&, job = *given] {
      return make_unpublished(job, *result.job.publish_below, listener);
    });
    run->written = as_written(*given, *unpublished);
    run->outcome = outcome_of(run->written);
  }
  result.unpublished = std::move(runs);
}

void read_both(ComparisonResult& result, Listener& listener) {
  if (result.job.publish_below) return make_both(result, listener);
  for (auto const& [run, given, round] :
       {std::tuple{&result.before, &result.job.before, "first run"},
        {&result.after, &result.job.after, "second run"}}) {
    if (is_job_file(*given)) {
      run->written = listener.round(round, [&, job = *given] { return make_run(job, listener); });
    } else {
      run->written =
          listener.stage("read runs", [&, folder = *given] { return read_run(folder, listener); });
    }
    run->outcome = outcome_of(run->written);
  }
}

void check_same_crs(io::WrittenRun const& before, io::WrittenRun const& after) {
  if (before.working_crs == after.working_crs) return;
  throw InputError{
      {after.folder},
      fmt::format("it is in {}, {} in {}", after.working_crs, before.folder, before.working_crs),
      "run gapmap coverage again with the same `crs`"};
}

void match(ComparisonResult& result, Listener& listener) {
  auto const& before = result.before.outcome;
  auto const& after = result.after.outcome;
  listener.stage("match cells and places", [&] {
    result.cells = scenario::match_cells(before, after);
    result.places = scenario::match_places(before.places, after.places);
    result.municipalities = scenario::compare_municipalities(before, after, result.cells);
    if (result.cells) result.areas = scenario::find_changed_areas(after, *result.cells);
  });
}

/// A sentence about an input that is no longer as it was; empty if all are.
std::string what_changed(ComparisonResult const& result, Listener& listener) {
  for (auto const* run : {&result.before.written, &result.after.written}) {
    auto changed =
        listener.stage("check inputs", [&] { return what_changed_since(*run, *result.frame); });
    if (!changed.empty()) return changed;
  }
  return {};
}

/// Finds the mixtures, or why there are none.
void split(ComparisonResult& result, PeopleOnce& people, Listener& listener) {
  auto found =
      find_mixtures(result.before.written, result.after.written, result.before.outcome,
                    result.after.outcome, factors_of(result.differences), people, listener);
  if (auto* const mixtures = std::get_if<Mixtures>(&found)) {
    result.mixtures = std::move(*mixtures);
    for (auto& difference : result.differences) {
      if (difference.factor)
        difference.has_no_effect =
            scenario::is_without_effect(*result.mixtures, *difference.factor);
    }
  } else {
    result.why_no_parts = std::get<std::string>(std::move(found));
  }
}

/// Finds what each place that changed does, or why nobody knows.
void find_effects(ComparisonResult& result, PeopleOnce& people, Listener& listener) {
  auto found =
      find_place_effects(result.before.written, result.after.written, result.before.outcome,
                         result.after.outcome, result.places, people, listener);
  if (auto* const effects = std::get_if<PlaceEffects>(&found)) {
    result.effects = std::move(*effects);
  } else {
    result.why_no_effects = std::get<std::string>(std::move(found));
    listener.remark(fmt::format("what each place does is not known: {}", result.why_no_effects));
  }
}

/// The main roads of a run, for the map; nothing if an older gapmap made it.
tables::OutputTable const* roads_of(ComparisonResult const& result) {
  auto const* const roads = tables::table_named(result.after.written.tables, "roads");
  return roads != nullptr ? roads : tables::table_named(result.before.written.tables, "roads");
}

tables::OutputTable part_table_of(ComparisonResult const& result,
                                  tables::Comparison const& comparison) {
  std::vector<std::string> codes;
  for (auto const& municipality : result.municipalities) codes.push_back(municipality.code);
  auto const per_person = tables::units_per_person(comparison.before, comparison.after);
  return tables::part_table(comparison, result.mixtures->factors,
                            scenario::split(*result.mixtures, codes, per_person));
}

std::vector<tables::OutputTable> tabulate(ComparisonResult const& result) {
  tables::Comparison const comparison{
      result.before.outcome, result.after.outcome, result.municipalities,
      result.cells,          result.places,        result.effects ? &*result.effects : nullptr};
  std::vector tables{tables::municipality_change_table(comparison)};
  if (result.mixtures) tables.push_back(part_table_of(result, comparison));
  if (result.mixtures && !result.mixtures->groups.empty())
    tables.push_back(tables::group_part_table(comparison, *result.mixtures));
  if (result.cells) {
    tables.push_back(tables::changed_area_table(comparison, result.areas));
    add_groups_of_areas(result, tables.back());
  }
  tables.push_back(tables::place_change_table(comparison));
  if (result.effects && !result.effects->groups.empty())
    tables.push_back(tables::place_group_table(comparison));
  auto const groups_of = [](RunWithOutcome const& run) {
    return tables::table_named(run.written.tables, "groups");
  };
  auto const* const before = groups_of(result.before);
  auto const* const after = groups_of(result.after);
  // An older gapmap counted no groups by limit.
  if (before != nullptr && after != nullptr)
    tables.push_back(tables::group_change_table(*before, *after));
  if (result.cells) tables.push_back(tables::cell_change_table(comparison));
  if (auto const* const roads = roads_of(result)) tables.push_back(*roads);
  for (auto& table : tables) table = io::as_written(std::move(table));
  return tables;
}

/// The figures of everybody, which are the last row of the municipalities.
std::vector<std::pair<std::string, std::optional<double>>> totals_of(
    tables::OutputTable const& municipalities) {
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  tables::ResultRows const rows{municipalities};
  for (auto const& column : municipalities.columns) {
    if (column.type != tables::ColumnType::Text)
      totals.emplace_back(column.name, rows.number(rows.size() - 1, column.name));
  }
  return totals;
}

/// Whom a comparison is about: the group of both runs, or everybody.
std::string about(io::RunFacts const& before, io::RunFacts const& after) {
  return before.group == after.group ? before.group : std::string{};
}

io::ComparisonFace face_of(ComparisonResult const& result) {
  auto const& job = result.job;
  return {.language = std::string{code_of(job.readers.language)},
          .title = job.readers.masthead.title,
          .region = job.readers.masthead.region,
          .titles = job.readers.masthead.titles,
          .regions = job.readers.masthead.regions,
          .logo = job.readers.logo_file,
          .name_before = job.name_before,
          .name_after = job.name_after,
          .is_plan = result.is_plan,
          .group = about(result.before.written.facts, result.after.written.facts)};
}

/// Names of areas in several languages; where the runs differ, those of the later one.
AreaNames names_of(io::RunFacts const& before, io::RunFacts const& after) {
  auto names = after.names;
  for (auto const& [level, areas] : before.names) names[level].insert(areas.begin(), areas.end());
  return names;
}

io::ComparedRun record_of(io::WrittenRun const& run) {
  return {run.folder, run.version, run.job, run.options, run.inputs};
}

}  // namespace

ComparisonResult compare(job::ComparisonJob const& job, Listener& listener) {
  Working const working{listener};
  ComparisonResult result{.job = job};
  read_both(result, listener);
  auto const& before = result.before.written;
  auto const& after = result.after.written;
  check_same_crs(before, after);
  match(result, listener);
  result.differences = differences(before, after);
  if (!result.cells) {
    listener.remark(
        "the runs have no cell id in common: figures are of municipalities, not of cells");
  }
  result.frame = blame_run(before.folder, [&] {
    return std::make_shared<WorkingFrame const>(job::crs_of("crs", before.facts.crs));
  });
  result.is_plan = job.is_plan.value_or(std::ranges::none_of(
      result.differences,
      [](io::RunDifference const& difference) { return difference.factor == Factor::Residents; }));
  if (job.publish_below) {
    result.why_no_parts = result.why_no_effects = "the comparison is published";
    return result;
  }
  result.why_no_parts = result.why_no_effects = what_changed(result, listener);
  if (result.why_no_parts.empty()) {
    PeopleOnce people{std::make_shared<WorkingFrame const>(result.frame->crs())};
    split(result, people, listener);
    find_effects(result, people, listener);
  }
  if (!result.why_no_parts.empty()) {
    listener.remark(fmt::format("the change is not split into parts: {}", result.why_no_parts));
  }
  return result;
}

ComparisonTables tables_of(ComparisonResult const& result, Listener& listener) {
  Working const working{listener};
  auto tables = listener.stage("tabulate", [&] { return tabulate(result); });
  auto totals = totals_of(tables.front());
  ComparisonTables told{
      .job = result.job,
      .frame = result.frame,
      .tables = std::move(tables),
      .record = {.job = result.job.asked,
                 .version = std::string{version()},
                 .crs = result.before.written.facts.crs,
                 .working_crs = result.before.written.working_crs,
                 .face = face_of(result),
                 .names = names_of(result.before.written.facts, result.after.written.facts),
                 .before = record_of(result.before.written),
                 .after = record_of(result.after.written),
                 .differences = result.differences,
                 .are_cells_matched = result.cells.has_value(),
                 .mixtures = result.mixtures ? result.mixtures->found.size() : 0,
                 .why_no_parts = result.why_no_parts,
                 .why_no_effects = result.why_no_effects,
                 .totals = std::move(totals)}};
  if (result.unpublished) listener.stage("hide small numbers", [&] { publish(result, told); });
  return told;
}

}  // namespace gapmap::engine
