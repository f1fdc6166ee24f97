// Sections about what lies behind the result: gaps, places, the people counted.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kShownPlaces = 20;

/// Returns some rows without shapes, which HTML tables do not show.
tables::OutputTable some_rows(tables::OutputTable const& table,
                              std::vector<std::size_t> const& rows) {
  tables::OutputTable some{table.name, table.columns, {}, {}};
  for (auto const r : rows) some.rows.push_back(table.rows[r]);
  return some;
}

std::vector<std::size_t> first_rows(tables::OutputTable const& table, std::size_t count) {
  std::vector<std::size_t> rows(std::min(count, table.rows.size()));
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

/// Returns a sentence about what a new place would do for the residents of a gap; without a name, a
/// place within the gap.
std::string remedy_sentence(Language language, std::string_view name, double covers,
                            double remains) {
  auto const key =
      fmt::format("remedy {}{}", name.empty() ? "inside" : "named", remains > 0 ? "" : " all");
  auto const brought = number(language, covers);
  auto const left = number(language, remains);
  if (name.empty()) return counted(language, key, covers, brought, left);
  return counted(language, key, covers, name, brought, left);
}

/// Returns a sentence about the group that the report is about, of all whom the best remedy of a
/// gap would bring; empty if that is everybody, or the run does not tell.
std::string remedy_of_group(Language language, ReportedRun const& run, double gap) {
  auto const* const remedies = table_named(run.tables, "remedies");
  auto const group = std::string{group_of(run)};
  if (group == kEverybody || remedies == nullptr) return {};
  tables::ResultRows const rows{*remedies};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.number(r, "gap_id") != gap || !rows.number(r, group + "_low")) continue;
    return sentence(language, "remedy of_group", capitalised(word(language, "group", group)),
                    range_in_words(language, rows, r, group));
  }
  return {};
}

/// Returns sentences about one gap: why it is one, what would remedy it, and how much longer the
/// limit would have to be.
std::string advice(Language language, ReportedRun const& run, tables::ResultRows const& gaps,
                   std::size_t row) {
  std::vector<std::string> sentences;
  auto const reason = gaps.text(row, "reason");
  if (!reason.empty()) {
    auto const key = fmt::format("why {}", reason);
    auto const of_times = label_of(language, key + " in_time");
    sentences.emplace_back(run.scale.is_time && of_times ? *of_times : label(language, key));
  }
  if (auto const covers = gaps.number(row, "remedy_covers")) {
    auto const name = gaps.text(row, "remedy_place_name");
    if (*covers <= 0) {
      sentences.emplace_back(label(language, "remedy none"));
    } else {
      sentences.push_back(
          remedy_sentence(language, name, *covers, gaps.number(row, "remedy_remains").value_or(0)));
    }
    if (auto const also = gaps.number(row, "remedy_also_covers").value_or(0); also > 0)
      sentences.push_back(counted(language, "remedy also", also, number(language, also)));
    if (auto of_group = remedy_of_group(language, run, gaps.number(row, "gap_id").value_or(0));
        !of_group.empty())
      sentences.push_back(std::move(of_group));
  }
  // Published runs hide the numbers of remedies, but may show which candidate is best.
  auto const best = gaps.text(row, "remedy_place_name");
  if (!gaps.number(row, "remedy_covers") && !best.empty())
    sentences.push_back(sentence(language, "remedy best", best));
  if (auto const more =
          gaps.number(row, run.scale.is_time ? "limit_increase_s" : "limit_increase_m")) {
    // Rounded up to a tenth of a kilometre or a whole minute, so that it is enough.
    double const unit = run.scale.is_time ? 60 : 100;
    sentences.push_back(
        sentence(language, "remedy limit",
                 cost_in_words(language, run.scale, std::ceil(*more / unit) * unit)));
  }
  return fmt::format("{}", fmt::join(sentences, " "));
}

/// Returns a list of the gaps with the numbers they have on the map.
std::string what_to_do(Language language, ReportedRun const& run, tables::ResultRows const& gaps) {
  auto html =
      fmt::format("<h3>{}</h3>\n<ol class=\"advice\">\n", escaped(label(language, "what_to_do")));
  std::size_t remedied = 0;
  for (std::size_t r = 0; r < gaps.size(); ++r) {
    remedied += gaps.number(r, "remedy_covers").value_or(0) > 0 ? 1 : 0;
    html +=
        fmt::format("<li><strong>{}.</strong> {}</li>\n",
                    escaped(sentence(language, "gap_heading", gap_name(gaps, r),
                                     residents_in_words(language, gaps.number(r, "residents")))),
                    escaped(advice(language, run, gaps, r)));
  }
  html += "</ol>\n";
  return remedied < 2 ? html : html + paragraph(label(language, "remedies_overlap"));
}

/// Whether gaps come in the order of their residents, and not of those of a group. Hidden numbers
/// are taken to be in order.
bool is_by_residents(tables::OutputTable const& gaps) {
  tables::ResultRows const rows{gaps};
  for (std::size_t r = 1; r < rows.size(); ++r) {
    auto const larger = rows.number(r - 1, "residents");
    auto const smaller = rows.number(r, "residents");
    if (larger && smaller && *larger < *smaller) return false;
  }
  return true;
}

}  // namespace

std::string gap_part(Language language, ReportedRun const& run) {
  auto const* const gaps = table_named(run.tables, "gaps");
  if (gaps == nullptr || gaps->rows.empty()) return paragraph(label(language, "no_gaps"));
  auto const first = some_rows(*gaps, first_rows(*gaps, kNumberedGaps));
  bool const has_names = !tables::ResultRows{first}.text(0, "gap_name").empty();
  auto table = html_table(language, sheet_of(language, first),
                          {{"gap_id"},
                           {has_names ? "gap_name" : "municipality_name"},
                           {"residents"},
                           {run.scale.is_time ? "time_mean_s" : "distance_mean_m"},
                           {"nearest_place_name"},
                           {"reason"},
                           {"remedy_place_name", "gap_remedy"},
                           {"remedy_covers", "gap_remedy_covers"}});
  table.caption = label(language, is_by_residents(*gaps) ? "gaps_caption" : "largest_gaps");
  if (auto const group = group_of(run); group != kEverybody)
    insert_group(language, table, tables::ResultRows{first}, word(language, "group", group),
                 std::string{group}, 2);
  return to_html(table) +
         paragraph(counted(language, "gap_note", static_cast<double>(gaps->rows.size()),
                           number(language, static_cast<double>(gaps->rows.size())))) +
         what_to_do(language, run, tables::ResultRows{first});
}

std::string closure_part(Language language, ReportedRun const& run) {
  auto const* const places = table_named(run.tables, "places");
  if (places == nullptr) return {};
  auto const group = group_of(run);
  auto const of_group = fmt::format("{}_fall_outside", group);
  // Of a group, where the run tells of it, those places come first whose closing may cost it most.
  bool const has_group = std::ranges::find(places->columns, of_group + "_low",
                                           &tables::Column::name) != places->columns.end();
  auto order =
      tables::ResultRows{*places}.largest_first(has_group ? of_group + "_high" : "fall_outside");
  order.resize(std::min(order.size(), kShownPlaces));
  auto const shown = some_rows(*places, order);
  auto table = html_table(language, sheet_of(language, shown),
                          {{"place_name"},
                           {"municipality_name"},
                           {"residents_nearest", "closure_nearest"},
                           {"residents_within_limit"},
                           {"fall_outside", "closure_outside"},
                           {"become_unreachable", "closure_unreachable"}});
  table.caption = label(language, "closures_caption");
  if (has_group) {
    insert_group(language, table, tables::ResultRows{shown},
                 sentence(language, "group_falls_outside", word(language, "group", group)),
                 of_group, 4);
  }
  return to_html(table) +
         paragraph(label(language, has_group ? "closure_note of_group" : "closure_note"));
}

std::string denominator_part(Language language, ReportedRun const& run) {
  auto const* const denominators = table_named(run.tables, "denominators");
  if (run.facts.published_below) return paragraph(label(language, "not_published"));
  if (denominators == nullptr) return paragraph(label(language, "no_denominators"));
  auto sheet = sheet_of(language, *denominators);
  for (auto& column : sheet.columns) {
    // Shown as a percentage, like the other shares.
    if (column.header == label_of(language, "ratio").value_or("ratio"))
      column.format = io::NumberFormat::Percent;
  }
  auto table = html_table(language, sheet,
                          {{"municipality_name"},
                           {"residents_grid", "grid_residents"},
                           {"residents_official", "official_residents"},
                           {"ratio", "grid_share"},
                           {"cells_without_number"}});
  tables::ResultRows const rows{*denominators};
  bool is_compared = false;
  for (std::size_t r = 0; r < rows.size(); ++r)
    is_compared |= rows.number(r, "residents_official").has_value();
  table.caption =
      label(language, is_compared ? "denominators_caption" : "residents_by_municipality");
  return (is_compared ? "" : paragraph(label(language, "no_denominators"))) + to_html(table);
}

}  // namespace gapmap::report
