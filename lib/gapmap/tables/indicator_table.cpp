#include "gapmap/tables/indicator_table.h"

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

constexpr double kPerThousand = 1000;

void append_gravity(std::vector<Value>& row, Accessibility const& here) {
  row.insert(row.end(),
             {here.gravity_exponential, here.gravity_logistic, here.e2sfca * kPerThousand});
}

/// Appends places_within_limit and the sums of gravity accessibility and E2SFCA.
void append_columns_of(OutputTable& table, ColumnsOf const& columns) {
  for (auto const* name :
       {"places_within_limit", "gravity_exponential", "gravity_logistic", "e2sfca_per_1000"})
    table.columns.push_back(columns(name));
}

template <CostType Cost>
class Rows {
 public:
  Rows(OutputTable& table, PeopleValues const& people, Cost limit, AccessibilityColumns with)
      : table_{table}, people_{people}, limit_{limit}, with_{with} {}

  void add(std::string const& level, Value code, Value name, Indicators<Cost> const& of) {
    std::vector<Value> row{level,
                           std::move(code),
                           std::move(name),
                           people_(of.residents),
                           people_(of.residents_with_way),
                           value_of(of.share_without_way()),
                           count_of(of.cells_without_number),
                           value_of(limit_),
                           value_of(of.cost_mean),
                           value_of(of.cost_median),
                           value_of(of.cost_p90),
                           value_of(of.gini),
                           value_of(of.palma_ratio)};
    for (auto const& fgt : of.fgt) row.push_back(value_of(fgt));
    if (with_ == AccessibilityColumns::Yes) {
      if (of.accessibility) {
        row.emplace_back(of.accessibility->opportunities);
        append_gravity(row, *of.accessibility);
      }
      row.resize(table_.columns.size());
    }
    table_.rows.push_back(std::move(row));
  }

 private:
  OutputTable& table_;
  PeopleValues const& people_;
  Cost limit_;
  AccessibilityColumns with_;
};

}  // namespace

template <CostType Cost>
OutputTable indicator_table(Population const& population, Cost limit,
                            std::span<LevelIndicators<Cost> const> levels,
                            AccessibilityColumns with) {
  expects(!levels.empty(), "indicators are told of a level at least");
  PeopleValues const people{population};
  auto const columns = columns_of<Cost>("indicators", people);
  OutputTable table{
      "indicators",
      columns({"level", "code", "name", "residents", "residents_with_way", "share_without_way",
               "cells_without_number", "limit", "cost_mean", "cost_median", "cost_p90", "gini",
               "palma_ratio", "fgt0", "fgt1", "fgt2"}),
      {},
      {}};
  if (with == AccessibilityColumns::Yes) append_columns_of(table, columns);
  Rows<Cost> rows{table, people, limit, with};
  for (auto const& [zoning, indicators] : levels) {
    for (auto const id : zoning.zones.ids()) {
      auto const& zone = zoning.zones[id];
      if (zone.is_studied) rows.add(zoning.level, zone.code, zone.name, indicators.zones[id]);
    }
    if (indicators.in_none) rows.add(zoning.level, {}, "Outside all areas", *indicators.in_none);
  }
  rows.add("total", {}, "Total", levels.front().indicators.total);
  return table;
}

template <CostType Cost>
OutputTable accessibility_columns(Coverage<Cost> const& coverage,
                                  IdVector<CellId, Accessibility> const& accessibility) {
  expects(coverage.cells.size() == accessibility.size(), "both are of the same cells");
  OutputTable table{"cells", {}, {}, {}};
  append_columns_of(table, columns_of("cells"));
  table.rows.reserve(accessibility.size());
  for (auto const cell : accessibility.ids()) {
    auto& row = table.rows.emplace_back();
    if (coverage.cells[cell].cost) {
      auto const& here = accessibility[cell];
      row.push_back(static_cast<std::int64_t>(here.opportunities));
      append_gravity(row, here);
    }
    row.resize(table.columns.size());
  }
  return table;
}

template OutputTable indicator_table(Population const&, Millimeters,
                                     std::span<LevelIndicators<Millimeters> const>,
                                     AccessibilityColumns);
template OutputTable indicator_table(Population const&, Milliseconds,
                                     std::span<LevelIndicators<Milliseconds> const>,
                                     AccessibilityColumns);
template OutputTable accessibility_columns(Coverage<Millimeters> const&,
                                           IdVector<CellId, Accessibility> const&);
template OutputTable accessibility_columns(Coverage<Milliseconds> const&,
                                           IdVector<CellId, Accessibility> const&);

}  // namespace gapmap::tables
