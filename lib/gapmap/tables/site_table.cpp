#include "gapmap/tables/site_table.h"

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

/// By what part of `served` it might be more, in percent; nothing where nobody is served.
Value gap_in_percent(double served, double at_most) {
  if (at_most == served) return 0.0;
  return served > 0 ? Value{(at_most - served) / served * 100} : Value{};
}

Value share_in(double part, double all) { return all > 0 ? Value{part / all} : Value{}; }

Value text_or_nothing(std::string const& text) { return text.empty() ? Value{} : Value{text}; }

Value x_of(std::optional<Point> const& point) { return point ? Value{point->x} : Value{}; }
Value y_of(std::optional<Point> const& point) { return point ? Value{point->y} : Value{}; }

/// Takes out the columns that say where something is.
void drop_columns_of_map(OutputTable& table) {
  for (auto c = table.columns.size(); c-- > 0;) {
    auto const& name = table.columns[c].name;
    if (name != "x" && name != "y" && !name.starts_with("municipality_")) continue;
    auto const at = static_cast<std::ptrdiff_t>(c);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

}  // namespace

OutputTable plan_table(std::vector<PlanRow> const& rows, double all, OnMap on_map,
                       PlanShows shows) {
  OutputTable table{.name = "plan",
                    .columns = columns_of("plan")(
                        {"rank", "plan_change", "place_id", "place_name", "x", "y",
                         "municipality_code", "municipality_name", "adds", "together", "share"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Point};
  for (auto const& row : rows) {
    table.rows.push_back(
        {count_of(table.rows.size() + 1), std::string{row.opens ? "opens" : "closes"}, row.id,
         row.name, x_of(row.point), y_of(row.point), text_or_nothing(row.municipality_code),
         text_or_nothing(row.municipality_name), value_of(row.adds), value_of(row.together),
         row.together ? share_in(*row.together, all) : Value{}});
    if (row.point) table.lines.push_back({*row.point});
  }
  if (shows.ways != WayUnit::Untold) {
    ColumnsOf const columns{"plan", shows.ways == WayUnit::Seconds, true};
    OutputTable ways{.name = table.name,
                     .columns = shows.ways == WayUnit::OfTable
                                    ? columns({"way_mean_then", "way_longest_then"})
                                    : columns({"cost_mean_then", "cost_longest_then"}),
                     .rows = {},
                     .areas = {}};
    for (auto const& row : rows)
      ways.rows.push_back({value_of(row.way_mean), value_of(row.way_longest)});
    append_columns(table, ways);
  }
  if (shows.capacities) {
    OutputTable capacities{.name = table.name,
                           .columns = columns_of("plan")({"capacity", "load"}),
                           .rows = {},
                           .areas = {}};
    for (auto const& row : rows)
      capacities.rows.push_back({value_of(row.capacity), value_of(row.load)});
    append_columns(table, capacities);
  }
  if (on_map == OnMap::No) drop_columns_of_map(table);
  return table;
}

OutputTable curve_table(std::vector<CurveRow> const& rows, double all) {
  OutputTable table{
      .name = "curve",
      .columns = columns_of("curve")({"places", "together", "share", "together_at_most",
                                      "gap_percent", "together_by_order", "order_costs"}),
      .rows = {},
      .areas = {}};
  for (auto const& row : rows) {
    table.rows.push_back({count_of(row.places), row.served, share_in(row.served, all), row.at_most,
                          gap_in_percent(row.served, row.at_most), value_of(row.by_order),
                          row.by_order ? Value{row.served - *row.by_order} : Value{}});
  }
  return table;
}

OutputTable plan_group_table(std::vector<PlanRow> const& rows,
                             std::vector<std::vector<CellId>> const& changed,
                             Population const& population, ResidentRanges const& ranges) {
  OutputTable table{.name = "plan_groups",
                    .columns = columns_of("plan_groups")(
                        {"rank", "place_id", "place_name", "group", "adds_low", "adds_high"}),
                    .rows = {},
                    .areas = {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    double const sign = rows[r].opens ? 1 : -1;
    for (auto const group : ranges.groups.ids()) {
      PeopleRange people;
      bool is_bounded = true;
      for (auto const cell : changed[r]) {
        people += ranges.at(cell, group);
        is_bounded = is_bounded && !ranges.is_unknown(population[cell], cell, group);
      }
      table.rows.push_back({count_of(r + 1), rows[r].id, rows[r].name, ranges.groups[group].name,
                            sign * people.low.value(),
                            is_bounded ? Value{sign * people.high.value()} : Value{}});
    }
  }
  return table;
}

OutputTable unserved_table(std::vector<UnservedRow> const& rows, OnMap on_map) {
  OutputTable table{
      .name = "unserved",
      .columns = columns_of("unserved")({"cell_id", "x", "y", "municipality_code", "weight"}),
      .rows = {},
      .areas = {}};
  for (auto const& row : rows) {
    table.rows.push_back({row.id, x_of(row.point), y_of(row.point),
                          text_or_nothing(row.municipality_code), value_of(row.weight)});
  }
  if (on_map == OnMap::No) drop_columns_of_map(table);
  return table;
}

}  // namespace gapmap::tables
