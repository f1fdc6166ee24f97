// What lies behind the result: gaps, places, the people counted, inputs and method.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <numeric>

#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/report/result_rows.h"
#include "gapmap/report/sections.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

constexpr std::size_t kShownPlaces = 20;

/// The rows only: shapes are not for tables.
io::OutputTable some_rows(io::OutputTable const& table, std::vector<std::size_t> const& rows) {
  io::OutputTable some{table.name, table.columns, {}, {}};
  for (auto const r : rows) some.rows.push_back(table.rows[r]);
  return some;
}

std::vector<std::size_t> first_rows(io::OutputTable const& table, std::size_t count) {
  std::vector<std::size_t> rows(std::min(count, table.rows.size()));
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  return rows;
}

}  // namespace

std::string gap_part(Language language, ReportedRun const& run) {
  auto const* const gaps = table_named(run.tables, "gaps");
  if (gaps == nullptr || gaps->rows.empty()) return paragraph(label(language, "no_gaps"));
  auto const first = some_rows(*gaps, first_rows(*gaps, kNumberedGaps));
  auto table = html_table(language, sheet_of(language, first),
                          {{"gap_id"},
                           {"municipality_name"},
                           {"residents"},
                           {run.scale.is_time ? "time_mean_s" : "distance_mean_m"},
                           {"nearest_place_name"},
                           {"reason"},
                           {"cure_place_name", "gap_cure"},
                           {"cure_covers", "gap_cure_covers"}});
  table.caption = label(language, "largest_gaps");
  return to_html(table) +
         paragraph(fmt::format(fmt::runtime(label(language, "gap_note")),
                               number(language, static_cast<double>(gaps->rows.size()))));
}

std::string closure_part(Language language, ReportedRun const& run) {
  auto const* const places = table_named(run.tables, "places");
  if (places == nullptr) return {};
  ResultRows const rows{*places};
  auto order = first_rows(*places, places->rows.size());
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t r) {
    return rows.number(r, "fall_outside").value_or(0);
  });
  order.resize(std::min(order.size(), kShownPlaces));
  auto table = html_table(language, sheet_of(language, some_rows(*places, order)),
                          {{"place_name"},
                           {"municipality_name"},
                           {"residents_nearest", "closure_nearest"},
                           {"residents_within_limit"},
                           {"fall_outside", "closure_outside"},
                           {"become_unreachable", "closure_unreachable"}});
  table.caption = label(language, "closures");
  return to_html(table) + paragraph(label(language, "closure_note"));
}

std::string denominator_part(Language language, ReportedRun const& run) {
  auto const* const denominators = table_named(run.tables, "denominators");
  if (denominators == nullptr) return paragraph(label(language, "no_denominators"));
  auto sheet = sheet_of(language, *denominators);
  for (auto& column : sheet.columns) {
    // Shares of the whole, as the others are told.
    if (column.header == label_of(language, "ratio").value_or("ratio"))
      column.format = io::NumberFormat::Percent;
  }
  auto table = html_table(language, sheet,
                          {{"municipality_name"},
                           {"residents_grid", "grid_residents"},
                           {"residents_official", "official_residents"},
                           {"ratio", "grid_share"},
                           {"cells_without_number"}});
  return to_html(table);
}

std::string remark_part(Language language, ReportedRun const& run) {
  auto const sheet = remarks_sheet(language, run.inputs);
  if (sheet.table.rows.empty()) return paragraph(label(language, "no_remarks"));
  return to_html(html_table(language, sheet));
}

std::string method_part(Language language, ReportedRun const& /*run*/) {
  std::string html;
  for (auto const* key :
       {"method_way", "method_limit", "method_people", "method_gap", "method_limits"}) {
    html += paragraph(label(language, key));
  }
  return html;
}

std::string source_part(Language language, ReportedRun const& run) {
  HtmlTable table{.caption = std::string{label(language, "sources")}, .columns = {}, .rows = {}};
  for (auto const* key : {"input", "input_file", "years", "rows_read", "rows_used"}) {
    bool const is_number = std::string_view{key}.starts_with("rows");
    table.columns.push_back({std::string{label(language, key)}, is_number});
  }
  bool has_osm = false;
  bool has_eurostat = false;
  for (auto const& input : run.inputs) {
    has_osm |= input.recognised.find("OpenStreetMap") != std::string::npos;
    has_eurostat |= input.recognised.find("Eurostat") != std::string::npos;
    auto const file = std::filesystem::path{input.source.path}.filename().string();
    table.rows.push_back(
        {input_name(language, input.input), input.files.empty() ? input.source.path : file,
         input.years.empty() ? "–" : fmt::format("{}", fmt::join(input.years, ", ")),
         number(language, static_cast<double>(input.rows)),
         number(language, static_cast<double>(input.rows_used))});
  }
  auto html = to_html(table);
  if (has_osm) html += paragraph(label(language, "licence_osm"));
  if (has_eurostat) html += paragraph(label(language, "licence_eurostat"));
  return html + paragraph(label(language, "licence_note"));
}

std::string identity_part(Language language, ReportedRun const& run) {
  return to_html(html_table(language, about_sheet(language, run.options, run.inputs, run.version)));
}

}  // namespace gapmap::report
