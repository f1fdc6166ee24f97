#include "gapmap/publishing/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string_view>

#include "gapmap/publishing/detail/crossed_figures.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::publishing {
namespace {

using disclosure::Telling;
using tables::Column;
using tables::ColumnType;
using tables::OutputTable;
using tables::Value;
using tables::Whom;

/// Tables with figures that are known to count residents of cells.
constexpr std::array<std::string_view, 10> kCounted{
    "municipalities", "classes", "groups",   "zones",  "gaps",
    "requirements",   "reasons", "accounts", "places", "sensitivity"};

/// Whether the table is only a background, in which nobody is counted.
bool is_background(OutputTable const& table) { return table.name == "roads"; }

/// Keeps only the columns at `kept`, in their order.
void keep_columns(OutputTable& table, std::vector<std::size_t> const& kept) {
  auto const take = [&](auto& values) {
    std::remove_reference_t<decltype(values)> taken;
    for (auto const c : kept) taken.push_back(std::move(values[c]));
    values = std::move(taken);
  };
  take(table.columns);
  for (auto& row : table.rows) take(row);
}

/// Replaces the distance of each cell by its distance class, besides where it lies.
void publish_cells(OutputTable& cells, tables::CostScale const& scale) {
  auto const bounds = tables::step_bounds(scale);
  auto const* const cost = scale.is_time ? "time_s" : "distance_m";
  tables::ResultRows const rows{cells};
  std::vector<std::pair<Value, Value>> classes;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto& [from, to] = classes.emplace_back();
    auto const way = rows.number(r, cost);
    if (!way) continue;
    auto const step = tables::step_of(bounds, *way);
    from = step == 0 ? 0 : bounds[step - 1];
    if (step < bounds.size()) to = bounds[step];
  }
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < cells.columns.size(); ++c) {
    if (cells.columns[c].type == ColumnType::Text) kept.push_back(c);
  }
  keep_columns(cells, kept);
  tables::ColumnsOf const columns{"cells", scale.is_time, true};
  cells.columns.push_back(columns("from"));
  cells.columns.push_back(columns("to"));
  for (std::size_t r = 0; r < cells.rows.size(); ++r) {
    cells.rows[r].push_back(std::move(classes[r].first));
    cells.rows[r].push_back(std::move(classes[r].second));
  }
}

/// Columns of the hidden fields, by row.
using HiddenFields = std::vector<std::set<std::size_t>>;

void hide_fields(OutputTable& table, HiddenFields const& hidden) {
  table.columns.push_back({kHiddenColumn, ColumnType::Text});
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    auto& row = table.rows[r];
    std::string names;
    for (auto const c : hidden[r]) {
      row[c] = {};
      names += (names.empty() ? "" : ";") + table.columns[c].name;
    }
    row.push_back(names.empty() ? Value{} : Value{names});
  }
}

/// Hides the main reason and the remedy of gaps whose numbers are hidden: they were chosen by these
/// numbers, so they would tell which number is larger.
void hide_choices(OutputTable const& gaps, HiddenFields& hidden) {
  for (auto& fields : hidden) {
    std::size_t reasons = 0;
    bool is_hidden = false;
    for (auto const c : fields) {
      auto const column = tables::find_column(gaps.columns[c].name, gaps.name);
      reasons += column && column->declared.counts.whom == Whom::WithReason ? 1 : 0;
      is_hidden |= gaps.columns[c].name == "residents";
    }
    for (std::size_t c = 0; c < gaps.columns.size(); ++c) {
      auto const& [name, type, decimals] = gaps.columns[c];
      if (type != ColumnType::Text) continue;
      if ((reasons > 1 && name == "reason") || (is_hidden && name.starts_with("remedy_")))
        fields.insert(c);
    }
  }
}

/// Moves gaps with hidden residents to the end, in an order that does not tell which is larger,
/// then numbers all gaps anew.
/// Returns the former rows in their new order.
std::vector<std::size_t> order_gaps(OutputTable& gaps) {
  tables::ResultRows const rows{gaps};
  auto const is_hidden = [&](std::size_t r) { return !rows.number(r, "residents"); };
  std::vector<std::size_t> order(gaps.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    if (is_hidden(a) != is_hidden(b)) return is_hidden(b);
    if (!is_hidden(a)) return a < b;
    auto const key = [&](std::size_t r) {
      auto const box = gaps.areas[r].box();
      return std::tuple{rows.text(r, "municipality_code"), -box.max.y, box.min.x};
    };
    return key(a) < key(b);
  });
  std::vector<std::vector<Value>> sorted;
  std::vector<Area> areas;
  for (auto const r : order) {
    sorted.push_back(std::move(gaps.rows[r]));
    areas.push_back(std::move(gaps.areas[r]));
    sorted.back()[0] = static_cast<std::int64_t>(sorted.size());
  }
  gaps.rows = std::move(sorted);
  gaps.areas = std::move(areas);
  return order;
}

/// Tells narrow figures by their fields, rows being those of the tables before they are published.
std::vector<NarrowField> narrow_fields(std::span<OutputTable const> tables,
                                       std::span<CountedField const> fields,
                                       std::vector<disclosure::FigureId> const& narrow) {
  std::vector<NarrowField> found;
  for (auto const& [table, row, column, figures] : fields) {
    // A share is as narrow as its count, which is a field of its own.
    if (figures.size() > 1 || std::ranges::find(narrow, figures.front()) == narrow.end()) continue;
    found.push_back({tables[table].name, row + 1, tables[table].columns[column].name});
  }
  return found;
}

void keep_harmless(OutputTable& table, std::set<std::size_t> const& counted) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    auto const& column = table.columns[c];
    auto const declared = tables::find_column(column.name, table.name);
    bool const is_harmless = column.type == ColumnType::Text || counted.contains(c) ||
                             (declared && declared->declared.counts.whom == Whom::Nobody);
    if (is_harmless) kept.push_back(c);
  }
  keep_columns(table, kept);
}

}  // namespace

Publication published(std::vector<OutputTable> tables, CellFacts const& facts,
                      tables::CostScale const& scale, double below, bool are_points) {
  Publication publication{.below = below};
  std::erase_if(tables, [&](OutputTable const& table) {
    bool const is_kept = std::ranges::find(kCounted, table.name) != kCounted.end() ||
                         (table.name == "cells" && !are_points) || is_background(table);
    if (!is_kept) publication.left_out.push_back(table.name);
    return !is_kept;
  });
  // Figures under other assumptions would be further sums over the same residents, so only the row
  // of the run itself is kept.
  for (auto& table : tables) {
    if (table.name == "sensitivity") table.rows.resize(1);
  }
  CrossedFigures figures{tables, facts};
  auto const [telling, narrow] = figures.hide(below);
  for (auto const told : telling) {
    publication.figures += told == Telling::Unpublished ? 0 : 1;
    publication.small += told == Telling::Small ? 1 : 0;
    publication.complements += told == Telling::Complement ? 1 : 0;
  }
  std::vector<HiddenFields> hidden(tables.size());
  std::vector<std::set<std::size_t>> counted(tables.size());
  for (std::size_t t = 0; t < tables.size(); ++t) hidden[t].resize(tables[t].rows.size());
  for (auto const& field : figures.fields()) {
    counted[field.table].insert(field.column);
    bool is_hidden = false;
    for (auto const figure : field.figures) is_hidden |= telling[figure] != Telling::Shown;
    if (is_hidden) hidden[field.table][field.row].insert(field.column);
  }
  publication.narrow = narrow_fields(tables, figures.fields(), narrow);
  for (std::size_t t = 0; t < tables.size(); ++t) {
    auto& table = tables[t];
    if (is_background(table)) continue;
    if (table.name == "cells") {
      publish_cells(table, scale);
      continue;
    }
    if (table.name == "gaps") hide_choices(table, hidden[t]);
    hide_fields(table, hidden[t]);
    keep_harmless(table, counted[t]);
    if (table.name != "gaps") continue;
    auto const order = order_gaps(table);
    for (auto& field : publication.narrow) {
      if (field.table != table.name) continue;
      auto const now = std::ranges::find(order, field.row - 1);
      field.row = static_cast<std::size_t>(now - order.begin()) + 1;
    }
  }
  publication.tables = std::move(tables);
  return publication;
}

}  // namespace gapmap::publishing
