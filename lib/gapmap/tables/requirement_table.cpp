#include "gapmap/tables/requirement_table.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

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
void add_costs(OutputTable& table, std::string const& name, Coverage<Cost> const& coverage) {
  table.columns.push_back(columns_of<Cost>("cells")("{requirement}_cost", name));
  auto row = table.rows.begin();
  for (auto const& cell : coverage.cells) (row++)->push_back(value_of(cell.cost));
}

/// The column of a state: one of its own for all together, else named after the user's word.
Column state_column(std::string const& name) {
  auto const columns = columns_of("cells");
  bool const is_together = name == kAllRequirements || name == kAllLimits || name == kAnyLimit;
  return is_together ? columns(name) : columns("{requirement}", name);
}

}  // namespace

OutputTable state_columns(AskedTogether const& asked) {
  OutputTable table{"requirements", {}, {}, {}};
  table.rows.resize(asked.population.size());
  for (std::size_t n = 0; n < asked.names.size(); ++n) {
    table.columns.push_back(state_column(asked.names[n]));
    auto row = table.rows.begin();
    for (auto const& cell : asked.states[n].cells)
      (row++)->push_back(std::string{name_of_requirement(cell.status)});
    if (n >= asked.fulfilments.size() || asked.tells_cost[n] == 0) continue;
    std::visit([&](auto const& coverage) { add_costs(table, asked.names[n], coverage); },
               asked.fulfilments[n].coverage);
  }
  return table;
}

OutputTable met_columns(AskedTogether const& asked) {
  PeopleValues const people{asked.population};
  OutputTable table{"requirements", {}, {}, {}};
  table.rows.resize(rows_of(asked.summaries.back()).size());
  auto const columns = columns_of("municipalities", people);
  for (std::size_t n = 0; n < asked.names.size(); ++n) {
    table.columns.push_back(columns("{requirement}_met", asked.names[n]));
    table.columns.push_back(columns("{requirement}_share", asked.names[n]));
    auto row = table.rows.begin();
    for (auto const* figures : rows_of(asked.summaries[n])) {
      row->push_back(people(figures->with(Status::Covered)));
      row->push_back(share_of(*figures));
      ++row;
    }
  }
  return table;
}

OutputTable requirement_table(AskedTogether const& asked,
                              std::vector<Requirement> const& requirements) {
  PeopleValues const people{asked.population};
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
  for (std::size_t r = 0; r < requirements.size(); ++r) {
    auto const& requirement = requirements[r];
    auto const where = requirement.where.empty() ? Value{} : Value{requirement.where};
    add({requirement.name, where, requirement.limit_text, count_of(requirement.at_least),
         count_of(asked.fulfilments[r].places)},
        asked.summaries[r].total);
  }
  add({std::string{kAllRequirements}, {}, {}, {}, {}}, asked.summaries.back().total);
  return table;
}

std::vector<std::pair<std::string, std::optional<double>>> met_totals(AskedTogether const& asked) {
  std::vector<std::pair<std::string, std::optional<double>>> totals;
  for (std::size_t n = 0; n < asked.names.size(); ++n) {
    auto const& total = asked.summaries[n].total;
    totals.emplace_back(asked.names[n] + "_met", total.with(Status::Covered).value());
    auto const share = total.share();
    totals.emplace_back(asked.names[n] + "_share",
                        share ? std::optional{std::round(*share * 1e6) / 1e6} : std::nullopt);
  }
  return totals;
}

void append_new_columns(OutputTable& table, OutputTable const& more) {
  std::set<std::string> names;
  for (auto const& column : table.columns) names.insert(column.name);
  for (auto const& column : more.columns) {
    if (names.insert(column.name).second) continue;
    throw UsageError{"requirement",
                     fmt::format("{} would have two columns \"{}\"", table.name, column.name),
                     "give the requirement another name"};
  }
  append_columns(table, more);
}

}  // namespace gapmap::tables
