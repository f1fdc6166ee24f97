#include "gapmap/report/summary_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gapmap/report/detail/access_words.h"
#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/workbook.h"
#include "gapmap/units/error.h"

namespace gapmap::report {
namespace {

using io::NumberFormat;

constexpr std::size_t kLargest = 10;

void add_facts(io::Sheet& sheet, Language language, tables::OutputTable const& municipalities,
               tables::CostScale const& scale) {
  tables::ResultRows const rows{municipalities};
  struct Fact {
    std::string_view column;
    NumberFormat format;
  };
  auto const cost = scale.is_time ? NumberFormat::Minutes : NumberFormat::Kilometers;
  std::array const facts{
      Fact{"residents", NumberFormat::Whole},
      Fact{"covered", NumberFormat::Whole},
      Fact{"share", NumberFormat::Percent},
      Fact{"outside", NumberFormat::Whole},
      Fact{"unreachable", NumberFormat::Whole},
      Fact{"off_network", NumberFormat::Whole},
      Fact{scale.is_time ? "time_mean_s" : "distance_mean_m", cost},
      Fact{scale.is_time ? "time_median_s" : "distance_median_m", cost},
      Fact{"cells_without_number", NumberFormat::Whole},
  };
  for (auto const& [column, format] : facts) {
    // Published results have no means.
    if (std::ranges::find(municipalities.columns, column, &tables::Column::name) ==
        municipalities.columns.end())
      continue;
    auto const key = column == "share" ? std::string_view{"share_within_limit"} : column;
    sheet.facts.push_back(
        {std::string{label(language, key)}, rows.value(rows.size() - 1, column), format});
  }
}

/// Returns the largest gaps, with the columns that readers ask for first; the least of the group in
/// them, if the run is about one.
tables::OutputTable largest(tables::OutputTable gaps, std::string const& group) {
  show_hidden(gaps);
  auto const group_low = group + "_low";
  std::array<std::string_view, 11> const columns{
      "municipality_name", "gap_id",      "gap_name",           group_low, "residents",
      "distance_mean_m",   "time_mean_s", "nearest_place_name", "reason",  "remedy_place_name",
      "remedy_covers"};
  tables::OutputTable table{gaps.name, {}, {}, {}};
  table.rows.resize(std::min(gaps.rows.size(), kLargest));
  for (auto const name : columns) {
    auto const column = std::ranges::find(gaps.columns, name, &tables::Column::name);
    if (column == gaps.columns.end()) continue;
    table.columns.push_back(*column);
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      table.rows[r].push_back(tables::ResultRows{gaps}.value(r, name));
  }
  return table;
}

}  // namespace

io::Sheet summary_sheet(Language language, ReportedRun const& run) {
  auto const& tables = run.tables;
  auto const& scale = run.scale;
  auto const* const municipalities = table_named(tables, "municipalities");
  auto const* const gaps = table_named(tables, "gaps");
  expects(municipalities != nullptr && !municipalities->rows.empty() && gaps != nullptr,
          "a summary is of municipalities with a total, and of gaps");
  auto shown = *municipalities;
  show_hidden(shown);
  tables::ResultRows const rows{shown};
  auto sheet = sheet_of(language, largest(*gaps, run.facts.group));
  sheet.title = label(language, "summary");
  sheet.headline = label(language, "title");
  sheet.caption = label(language, "largest_gaps");
  sheet.notes.push_back(question_sentence(language, run));
  if (auto figure = group_figure(language, run); !figure.empty())
    sheet.notes.push_back(std::move(figure));
  if (auto const beyond = beyond_limits(language, run); !beyond.name.empty())
    sheet.notes.push_back(fmt::format("{}: {}.", beyond.name, beyond.text));
  if (rows.number(rows.size() - 1, "residents").value_or(1) > 0) {
    for (auto& each : main_sentences(language, shown, scale))
      sheet.notes.push_back(std::move(each));
  } else {
    sheet.notes.emplace_back(label(language, "no_known_residents"));
  }
  if (auto sensitivity = sensitivity_sentence(language, tables))
    sheet.notes.push_back(*std::move(sensitivity));
  add_facts(sheet, language, shown, scale);
  auto const count = [&](std::string_view key, tables::OutputTable const& of) {
    sheet.facts.push_back(
        {std::string{label(language, key)}, static_cast<std::int64_t>(of.rows.size())});
  };
  count("number_of_gaps", *gaps);
  if (auto const* const places = table_named(tables, "places")) count("number_of_places", *places);
  sheet.after.push_back({});
  sheet.after.emplace_back(label(language, "look_next"));
  for (auto const* key :
       {"municipalities", "classes_by_municipality", "gaps", "places", "remarks", "about"}) {
    sheet.after.push_back(
        fmt::format("{} – {}", label(language, key), label(language, fmt::format("next {}", key))));
  }
  return sheet;
}

}  // namespace gapmap::report
