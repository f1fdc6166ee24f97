#include "gapmap/publishing/published.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <string_view>

#include "gapmap/publishing/detail/compared_figures.h"
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

/// Leaves of the cells what is no number.
void keep_words(OutputTable& cells) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < cells.columns.size(); ++c) {
    if (cells.columns[c].type == ColumnType::Text) kept.push_back(c);
  }
  keep_columns(cells, kept);
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
  keep_words(cells);
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

/// Hides the main reason and the remedy of gaps, and the nearest places of areas that changed,
/// whose numbers are hidden: they were chosen by these numbers, so they would tell which is larger.
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
      bool const is_chosen = name.starts_with("remedy_") ||
                             (gaps.name == "changes" && name.starts_with("nearest_place_"));
      if ((reasons > 1 && name == "reason") || (is_hidden && is_chosen)) fields.insert(c);
    }
  }
}

/// Moves gaps, or areas that changed, with hidden residents to the end, in an order that does not
/// tell which is larger; areas that changed alike stay together. Numbers them anew. Returns the
/// former rows in their new order.
std::vector<std::size_t> order_gaps(OutputTable& gaps) {
  tables::ResultRows const rows{gaps};
  auto const is_hidden = [&](std::size_t r) { return !rows.number(r, "residents"); };
  std::vector<std::size_t> order(gaps.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    auto const [change_a, change_b] = std::pair{rows.text(a, "change"), rows.text(b, "change")};
    if (change_a != change_b) return change_a < change_b;  // gained before lost
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
    if (figures.size() != 1 || !std::ranges::binary_search(narrow, figures.front())) continue;
    found.push_back({tables[table].name, row + 1, tables[table].columns[column].name});
  }
  return found;
}

/// `declared_in`: the name under which the table's columns are declared.
void keep_harmless(OutputTable& table, std::string const& declared_in,
                   std::set<std::size_t> const& counted) {
  std::vector<std::size_t> kept;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    auto const& column = table.columns[c];
    auto const declared = tables::find_column(column.name, declared_in);
    bool const is_harmless = column.type == ColumnType::Text || counted.contains(c) ||
                             (declared && declared->declared.counts.whom == Whom::Nobody);
    if (is_harmless) kept.push_back(c);
  }
  keep_columns(table, kept);
}

/// Takes out tables that are left out of a run, and names them.
std::vector<std::string> leave_out(std::vector<OutputTable>& tables, bool are_points) {
  std::vector<std::string> left_out;
  std::erase_if(tables, [&](OutputTable const& table) {
    bool const is_kept = std::ranges::find(kCounted, table.name) != kCounted.end() ||
                         (table.name == "cells" && !are_points) || is_background(table);
    if (!is_kept) left_out.push_back(table.name);
    return !is_kept;
  });
  // Figures under other assumptions would be further sums over the same residents, so only the row
  // of the run itself is kept.
  for (auto& table : tables) {
    if (table.name == "sensitivity") table.rows.resize(1);
  }
  return left_out;
}

/// Makes the publication of tables from what is told of the figures in their fields.
class Publishing {
 public:
  Publishing(std::vector<OutputTable>& tables, std::vector<CountedField> const& fields,
             disclosure::Hidden const& told, double below)
      : tables_{tables}, hidden_(tables.size()), counted_(tables.size()) {
    publication_.below = below;
    for (std::size_t t = 0; t < tables.size(); ++t) hidden_[t].resize(tables[t].rows.size());
    std::set<disclosure::FigureId> figures;
    for (auto const& field : fields) {
      counted_[field.table].insert(field.column);
      bool is_hidden = false;
      for (auto const figure : field.figures) {
        is_hidden |= told.telling[figure] != Telling::Shown;
        figures.insert(figure);
      }
      if (is_hidden) hidden_[field.table][field.row].insert(field.column);
    }
    publication_.figures = figures.size();
    for (auto const figure : figures) {
      publication_.small += told.telling[figure] == Telling::Small ? 1 : 0;
      publication_.complements += told.telling[figure] == Telling::Complement ? 1 : 0;
    }
    publication_.narrow = narrow_fields(tables, fields, told.narrow);
  }

  /// Hides what is to be hidden in the table; `declared_in` as in keep_harmless().
  void publish(std::size_t t, std::string const& declared_in) {
    auto& table = tables_[t];
    bool const has_order = table.name == "gaps" || table.name == "changes";
    if (has_order) hide_choices(table, hidden_[t]);
    hide_fields(table, hidden_[t]);
    keep_harmless(table, declared_in, counted_[t]);
    if (!has_order) return;
    auto const order = order_gaps(table);
    for (auto& field : publication_.narrow) {
      if (field.table != table.name) continue;
      auto const now = std::ranges::find(order, field.row - 1);
      field.row = static_cast<std::size_t>(now - order.begin()) + 1;
    }
  }
  Publication done(std::vector<std::string> left_out) {
    publication_.left_out = std::move(left_out);
    publication_.tables = std::move(tables_);
    return std::move(publication_);
  }

 private:
  std::vector<OutputTable>& tables_;
  std::vector<HiddenFields> hidden_;
  std::vector<std::set<std::size_t>> counted_;
  Publication publication_;
};

Publication publication_of(RunToPublish& run, std::vector<std::string> left_out,
                           std::vector<CountedField> const& fields, disclosure::Hidden const& told,
                           double below) {
  Publishing publishing{run.tables, fields, told, below};
  for (std::size_t t = 0; t < run.tables.size(); ++t) {
    auto& table = run.tables[t];
    if (table.name == "cells") {
      publish_cells(table, run.scale);
    } else if (!is_background(table)) {
      publishing.publish(t, table.name);
    }
  }
  return publishing.done(std::move(left_out));
}

}  // namespace

Publication published(RunToPublish run, double below) {
  auto left_out = leave_out(run.tables, run.are_points);
  auto people = people_of(run.facts);
  CrossedFigures const figures{run.tables, run.facts, people.counts, people.runs.front()};
  people.counts.add_crosses(figures.divisions_of_cells(), below);
  return publication_of(run, std::move(left_out), figures.fields(), people.counts.hide(below),
                        below);
}

JointPublication published_together(RunToPublish before, RunToPublish after,
                                    ComparisonToPublish comparison, double below) {
  auto left_out_before = leave_out(before.tables, before.are_points);
  auto left_out_after = leave_out(after.tables, after.are_points);
  std::vector<std::string> left_out;
  std::erase_if(comparison.tables, [&](OutputTable const& table) {
    bool const are_homes = table.name == "cells" && (before.are_points || after.are_points);
    bool const is_kept = table.name != "parts" && table.name != "group_parts" && !are_homes;
    if (!is_kept) left_out.push_back(table.name);
    return !is_kept;
  });
  auto people = people_of(before.facts, after.facts, comparison.cells, divisions_of(comparison));
  auto& counts = people.counts;
  CrossedFigures of_before{before.tables, before.facts, counts, people.runs[0]};
  CrossedFigures of_after{after.tables, after.facts, counts, people.runs[1]};
  auto const fields =
      fields_of(comparison, {before.tables, of_before}, {after.tables, of_after}, people.further);
  auto of_cells = people.further;
  for (auto const* run : {&of_before, &of_after}) {
    auto const divisions = run->divisions_of_cells();
    of_cells.insert(of_cells.end(), divisions.begin(), divisions.end());
  }
  counts.add_crosses(of_cells, below);
  auto const told = counts.hide(below);
  JointPublication all{
      publication_of(before, std::move(left_out_before), of_before.fields(), told, below),
      publication_of(after, std::move(left_out_after), of_after.fields(), told, below),
      {}};
  Publishing publishing{comparison.tables, fields, told, below};
  for (std::size_t t = 0; t < comparison.tables.size(); ++t) {
    auto& table = comparison.tables[t];
    if (table.name == "cells") {
      keep_words(table);
    } else if (!is_background(table)) {
      publishing.publish(t, tables::compared(table.name));
    }
  }
  all.comparison = publishing.done(std::move(left_out));
  return all;
}

}  // namespace gapmap::publishing
