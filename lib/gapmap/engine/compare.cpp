#include "gapmap/engine/compare.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/engine/detail/blame_run.h"
#include "gapmap/engine/detail/differences.h"
#include "gapmap/engine/detail/mixtures.h"
#include "gapmap/engine/detail/outcome.h"
#include "gapmap/engine/written_run.h"
#include "gapmap/job/travel_options.h"
#include "gapmap/tables/change_table.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::engine {
namespace {

void read_both(ComparisonResult& result, Listener& listener) {
  listener.stage("read runs", [&] {
    result.before.written = read_run(result.job.before, listener);
    result.after.written = read_run(result.job.after, listener);
    for (auto* run : {&result.before, &result.after}) run->outcome = outcome_of(run->written);
  });
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

/// Finds the mixtures, or why there are none.
void split(ComparisonResult& result, Listener& listener) {
  for (auto const* run : {&result.before.written, &result.after.written}) {
    result.why_no_parts =
        listener.stage("check inputs", [&] { return what_changed_since(*run, *result.frame); });
    if (!result.why_no_parts.empty()) return;
  }
  auto found =
      find_mixtures(result.before.written, result.after.written, result.before.outcome,
                    result.after.outcome, factors_of(result.differences), *result.frame, listener);
  if (auto* const mixtures = std::get_if<Mixtures>(&found)) {
    result.mixtures = std::move(*mixtures);
  } else {
    result.why_no_parts = std::get<std::string>(std::move(found));
  }
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
  tables::Comparison const comparison{result.before.outcome, result.after.outcome,
                                      result.municipalities, result.cells, result.places};
  std::vector tables{tables::municipality_change_table(comparison)};
  if (result.mixtures) tables.push_back(part_table_of(result, comparison));
  if (result.cells) tables.push_back(tables::changed_area_table(comparison, result.areas));
  tables.push_back(tables::place_change_table(comparison));
  if (result.cells) tables.push_back(tables::cell_change_table(comparison));
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
  result.frame = blame_run(before, [&] {
    return std::make_shared<WorkingFrame const>(job::crs_of("crs", before.facts.crs));
  });
  split(result, listener);
  if (!result.why_no_parts.empty()) {
    listener.remark(fmt::format("the change is not split into parts: {}", result.why_no_parts));
  }
  return result;
}

ComparisonTables tables_of(ComparisonResult const& result, Listener& listener) {
  Working const working{listener};
  auto tables = listener.stage("tabulate", [&] { return tabulate(result); });
  auto totals = totals_of(tables.front());
  return {.job = result.job,
          .frame = result.frame,
          .tables = std::move(tables),
          .record = {.job = result.job.asked,
                     .working_crs = result.before.written.working_crs,
                     .names = names_of(result.before.written.facts, result.after.written.facts),
                     .before = record_of(result.before.written),
                     .after = record_of(result.after.written),
                     .differences = result.differences,
                     .are_cells_matched = result.cells.has_value(),
                     .mixtures = result.mixtures ? result.mixtures->found.size() : 0,
                     .why_no_parts = result.why_no_parts,
                     .totals = std::move(totals)}};
}

}  // namespace gapmap::engine
