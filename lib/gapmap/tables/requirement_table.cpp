#include "gapmap/tables/requirement_table.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

/// Returns the names of the requirements, then that of all together.
std::vector<std::string> names_of(RequirementRun const& run) {
  std::vector<std::string> names;
  for (auto const& requirement : run.requirements) names.push_back(requirement.name);
  names.emplace_back(kAllRequirements);
  return names;
}

Value share_of(CoverageFigures<Millimeters> const& figures) {
  auto const share = figures.share();
  return share ? Value{*share} : Value{};
}

/// Returns the figures in the order of municipality_table().
std::vector<CoverageFigures<Millimeters> const*> rows_of(
    CoverageSummary<Millimeters> const& summary) {
  std::vector<CoverageFigures<Millimeters> const*> rows;
  for (auto const& figures : summary.municipalities) rows.push_back(&figures);
  if (summary.outside) rows.push_back(&*summary.outside);
  rows.push_back(&summary.total);
  return rows;
}

template <CostType Cost>
void add_cells(OutputTable& table, std::string const& name, Coverage<Cost> const& coverage) {
  auto const columns = columns_of<Cost>("cells");
  table.columns.push_back(columns("{requirement}", name));
  table.columns.push_back(columns("{requirement}_cost", name));
  auto row = table.rows.begin();
  for (auto const& cell : coverage.cells) {
    row->push_back(std::string{name_of_requirement(cell.status)});
    row->push_back(cell.cost ? value_of(*cell.cost) : Value{});
    ++row;
  }
}

}  // namespace

OutputTable requirement_cells(RequirementRun const& run) {
  OutputTable table{"requirements", {}, {}, {}};
  table.rows.resize(run.population.size());
  for (std::size_t r = 0; r < run.requirements.size(); ++r) {
    std::visit([&](auto const& coverage) { add_cells(table, run.requirements[r].name, coverage); },
               run.fulfilments[r].coverage);
  }
  table.columns.push_back(columns_of("cells")(kAllRequirements));
  auto row = table.rows.begin();
  for (auto const& cell : run.states.back().cells)
    (row++)->push_back(std::string{name_of_requirement(cell.status)});
  return table;
}

OutputTable requirement_municipalities(RequirementRun const& run) {
  PeopleValues const people{run.population};
  OutputTable table{"requirements", {}, {}, {}};
  table.rows.resize(rows_of(run.summaries.back()).size());
  auto const columns = columns_of("municipalities", people);
  auto const names = names_of(run);
  for (std::size_t r = 0; r < names.size(); ++r) {
    table.columns.push_back(columns("{requirement}_met", names[r]));
    table.columns.push_back(columns("{requirement}_share", names[r]));
    auto row = table.rows.begin();
    for (auto const* figures : rows_of(run.summaries[r])) {
      row->push_back(people(figures->with(Status::Covered)));
      row->push_back(share_of(*figures));
      ++row;
    }
  }
  return table;
}

OutputTable requirement_table(RequirementRun const& run) {
  PeopleValues const people{run.population};
  OutputTable table{"requirements",
                    columns_of("requirements", people)(
                        {"requirement", "where", "limit", "at_least", "places", "residents", "met",
                         "too_far", "unreachable", "off_network", "share", "cells_without_number"}),
                    {},
                    {}};
  auto const add = [&](std::vector<Value> row, CoverageFigures<Millimeters> const& figures) {
    row.push_back(people(figures.residents));
    for (auto const status :
         {Status::Covered, Status::TooFar, Status::Unreachable, Status::OffNetwork})
      row.push_back(people(figures.with(status)));
    row.push_back(share_of(figures));
    row.push_back(count_of(figures.cells_without_number));
    table.rows.push_back(std::move(row));
  };
  for (std::size_t r = 0; r < run.requirements.size(); ++r) {
    auto const& requirement = run.requirements[r];
    auto const where = requirement.where.empty() ? Value{} : Value{requirement.where};
    add({requirement.name, where, requirement.limit_text, count_of(requirement.at_least),
         count_of(run.fulfilments[r].places)},
        run.summaries[r].total);
  }
  add({std::string{kAllRequirements}, {}, {}, {}, {}}, run.summaries.back().total);
  return table;
}

std::vector<std::pair<std::string, std::optional<double>>> requirement_totals(
    RequirementRun const& run) {
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  auto const names = names_of(run);
  for (std::size_t r = 0; r < names.size(); ++r) {
    auto const& total = run.summaries[r].total;
    totals.emplace_back(names[r] + "_met", total.with(Status::Covered).value());
    auto const share = total.share();
    totals.emplace_back(names[r] + "_share",
                        share ? std::optional{std::round(*share * 1e6) / 1e6} : std::nullopt);
  }
  return totals;
}

void require_other_names(OutputTable const& table, OutputTable const& more) {
  std::set<std::string> names;
  for (auto const& column : table.columns) names.insert(column.name);
  for (auto const& column : more.columns) {
    if (names.insert(column.name).second) continue;
    throw UsageError{"requirement",
                     fmt::format("{} would have two columns \"{}\"", table.name, column.name),
                     "give the requirement another name"};
  }
}

}  // namespace gapmap::tables
