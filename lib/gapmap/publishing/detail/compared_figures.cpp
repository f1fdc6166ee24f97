#include "gapmap/publishing/detail/compared_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "gapmap/tables/columns.h"
#include "gapmap/tables/group_change_table.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/error.h"

namespace gapmap::publishing {
namespace {

using disclosure::Condition;
using disclosure::FigureId;
using tables::Counts;
using tables::OutputTable;
using tables::RowPair;
using tables::Whom;

/// Adds the fields of the tables of a comparison.
class Fields {
 public:
  Fields(ComparisonToPublish const& comparison, FiguresOfRun before, FiguresOfRun after,
         std::vector<std::size_t> const& further)
      : comparison_{comparison}, before_{before}, after_{after}, further_{further} {}

  std::vector<CountedField> all() {
    for (std::size_t t = 0; t < comparison_.tables.size(); ++t) {
      auto const& table = comparison_.tables[t];
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        if (table.name == "municipalities") add_municipality(t, r);
        if (table.name == "groups") add_row(t, r, groups()[r]);
        if (table.name == "places") add_row(t, r, places_at(r));
        if (table.name == "changes") add_area(t, r);
      }
    }
    return std::move(fields_);
  }

 private:
  static OutputTable const& table_of(FiguresOfRun const& run, std::string_view name) {
    auto const* const table = tables::table_named(run.tables, name);
    expects(table != nullptr, "a comparison has tables of its runs");
    return *table;
  }

  std::vector<RowPair> const& groups() {
    if (groups_.empty())
      groups_ = tables::matched_groups(table_of(before_, "groups"), table_of(after_, "groups"));
    return groups_;
  }

  [[nodiscard]] RowPair places_at(std::size_t row) const {
    auto const& pair = comparison_.places[row];
    RowPair rows;
    if (!pair.before.is_none()) rows.before = pair.before.value();
    if (!pair.after.is_none()) rows.after = pair.after.value();
    return rows;
  }

  /// Adds the columns that stand for one of the runs, or for the change between them. A run that
  /// lacks the row has nobody in it.
  void add_row(std::size_t t, std::size_t row, RowPair const& rows) {
    auto const& table = comparison_.tables[t];
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      auto const column = tables::find_column(table.columns[c].name, tables::compared(table.name));
      if (!column || column->when.empty()) continue;
      auto const& counts = column->declared.counts;
      if (counts.whom == Whom::Unpublished || counts.whom == Whom::Nobody) continue;
      CountedField field{t, row, c, {}};
      auto const add = [&](FiguresOfRun& run, std::optional<std::size_t> of_run) {
        if (!of_run) return;
        auto const figures = run.figures.figures_of(table.name, *of_run, counts);
        field.figures.insert(field.figures.end(), figures.begin(), figures.end());
      };
      if (column->when != "after") add(before_, rows.before);
      if (column->when != "before") add(after_, rows.after);
      add_field(std::move(field));
    }
  }

  /// The row of a run for that of the comparison. Nothing if the run has none.
  std::optional<std::size_t> row_in(FiguresOfRun const& run, std::string_view code, bool is_total) {
    auto const& table = table_of(run, "municipalities");
    if (is_total) return table.rows.size() - 1;
    tables::ResultRows const rows{table};
    std::optional<std::size_t> found;
    for (std::size_t r = 0; r + 1 < rows.size(); ++r) {
      if (rows.text(r, "municipality_code") != code) continue;
      if (found) {
        throw InputError{
            {"areas"},
            fmt::format("two municipalities have the code {}, so `publish` cannot tell "
                        "whom their figures count",
                        code),
            "give each a code of its own"};
      }
      found = r;
    }
    return found;
  }

  void add_municipality(std::size_t t, std::size_t row) {
    auto const& table = comparison_.tables[t];
    auto const code = tables::ResultRows{table}.text(row, "municipality_code");
    bool const is_total = row + 1 == table.rows.size();
    RowPair const rows{row_in(before_, code, is_total), row_in(after_, code, is_total)};
    add_row(t, row, rows);
    // The rest of the change is known from who is covered in both runs and who crossed the limit.
    Counts const covered{.whom = Whom::WithStatus, .from = 0, .to = 0};
    std::vector<FigureId> of_rest;
    auto const take = [&](std::vector<FigureId> const& figures) {
      of_rest.insert(of_rest.end(), figures.begin(), figures.end());
    };
    if (rows.before) take(before_.figures.figures_of(table.name, *rows.before, covered));
    if (rows.after) take(after_.figures.figures_of(table.name, *rows.after, covered));
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      auto const column = tables::find_column(table.columns[c].name, tables::compared(table.name));
      if (!column || column->declared.counts.rule != tables::kCrossed) continue;
      std::vector<FigureId> figures;
      if (rows.after) {
        Condition const crossed{further_[kCrossedLimit], column->declared.counts.from,
                                column->declared.counts.to};
        figures = {after_.figures.figure_in_part(table.name, *rows.after, crossed, false)};
      }
      take(figures);
      add_field({t, row, c, std::move(figures)});
    }
    auto const rest = std::ranges::find(table.columns, "from_population", &tables::Column::name);
    if (rest != table.columns.end()) {
      add_field(
          {t, row, static_cast<std::size_t>(rest - table.columns.begin()), std::move(of_rest)});
    }
  }

  void add_area(std::size_t t, std::size_t row) {
    auto const& columns = comparison_.tables[t].columns;
    auto const residents = std::ranges::find(columns, "residents", &tables::Column::name);
    expects(residents != columns.end(), "an area that changed has residents");
    auto const part = static_cast<std::uint32_t>(row + 1);
    auto const& municipalities = table_of(after_, "municipalities");
    auto const figure =
        after_.figures.figure_in_part("municipalities", municipalities.rows.size() - 1,
                                      Condition{further_[kChangedArea], part, part}, true);
    add_field({t, row, static_cast<std::size_t>(residents - columns.begin()), {figure}});
  }

  void add_field(CountedField field) {
    auto const& table = comparison_.tables[field.table];
    // Fields of several figures are changes and shares, of which the figures are fields themselves.
    // The change of what only the earlier run has is its number with a minus.
    if (field.figures.size() == 1) {
      auto const told =
          tables::ResultRows{table}.number(field.row, table.columns[field.column].name);
      auto const counted = after_.figures.count(field.figures.front());
      expects(std::abs(std::abs(told.value_or(counted)) - counted) <= 1e-6 * std::max(1.0, counted),
              "figures count the residents that they are said to");
    }
    fields_.push_back(std::move(field));
  }

  ComparisonToPublish const& comparison_;
  FiguresOfRun before_;
  FiguresOfRun after_;
  std::vector<std::size_t> const& further_;
  std::vector<RowPair> groups_;
  std::vector<CountedField> fields_;
};

}  // namespace

std::vector<disclosure::Division> divisions_of(ComparisonToPublish const& comparison) {
  std::vector<disclosure::Division> divisions(2);
  std::vector<std::uint32_t> area_of;  // by cell of the later run
  for (std::size_t a = 0; a < comparison.areas.size(); ++a) {
    for (auto const cell : comparison.areas[a]) {
      if (area_of.size() <= cell.value()) area_of.resize(cell.value() + 1, 0);
      area_of[cell.value()] = static_cast<std::uint32_t>(a + 1);
    }
  }
  for (auto const& pair : comparison.cells) {
    divisions[kCrossedLimit].push_back(pair.change == CellChange::Gained ? 0
                                       : pair.change == CellChange::Lost ? 1
                                                                         : 2);
    bool const is_in_area = !pair.after.is_none() && pair.after.value() < area_of.size();
    divisions[kChangedArea].push_back(is_in_area ? area_of[pair.after.value()] : 0);
  }
  return divisions;
}

std::vector<CountedField> fields_of(ComparisonToPublish const& comparison, FiguresOfRun before,
                                    FiguresOfRun after, std::vector<std::size_t> const& further) {
  return Fields{comparison, before, after, further}.all();
}

}  // namespace gapmap::publishing
