// Sections about how the result was made: remarks on inputs, the method, sources, what was run.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <utility>

#include "gapmap/report/detail/access_words.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/record_sheets.h"
#include "gapmap/checks/survey.h"
#include "gapmap/report/detail/sections.h"

namespace gapmap::report {
namespace {

/// The years of an input: those that its rows tell, else those in the names of its layer and file,
/// as gapmap check takes them.
std::string years_in_words(io::ImportReport const& input) {
  std::set<int> years{input.years.begin(), input.years.end()};
  auto const file = std::filesystem::path{input.source.path}.filename().string();
  for (auto const& name : {input.layer, file}) {
    if (years.empty()) years = checks::years_in(name);
  }
  return years.empty() ? "–" : fmt::format("{}", fmt::join(years, ", "));
}

}  // namespace

std::string remark_part(Language language, ReportedRun const& run) {
  auto const sheet = remarks_sheet(language, run.inputs);
  if (sheet.table.rows.empty()) return paragraph(label(language, "no_remarks"));
  auto table = html_table(language, sheet);
  table.caption = label(language, "remarks_caption");
  return to_html(table);
}

/// Returns the traffic assumed for drives; empty unless the run counts time by car.
std::string traffic_paragraph(Language language, ReportedRun const& run) {
  if (!run.scale.is_time || run.facts.mode != "car") return {};
  auto const text = label_of(language, "method_traffic " + run.facts.traffic);
  return text ? paragraph(*text) : std::string{};
}

std::string method_part(Language language, ReportedRun const& run) {
  std::string html;
  for (auto const* key :
       {"method_way", "method_limit", "method_people", "method_gap", "method_limits"}) {
    html += paragraph(label(language, key));
    if (key != std::string_view{"method_way"}) continue;
    html += traffic_paragraph(language, run);
    if (auto const text = access_sentence(language, run.tables)) html += paragraph(*text);
  }
  return html;
}

std::string source_part(Language language, ReportedRun const& run) {
  return source_table(language, run.inputs);
}

std::string source_table(Language language, std::span<io::ImportReport const> inputs) {
  HtmlTable table{
      .caption = std::string{label(language, "sources_caption")}, .columns = {}, .rows = {}};
  for (auto const* key : {"input", "input_file", "years", "rows_read", "rows_used"}) {
    bool const is_number = std::string_view{key}.starts_with("rows");
    table.columns.push_back({std::string{label(language, key)}, is_number});
  }
  bool has_osm = false;
  bool has_eurostat = false;
  for (auto const& input : inputs) {
    has_osm |= input.kind == io::DataKind::OpenStreetMap;
    has_eurostat |=
        input.kind == io::DataKind::Eurostat || input.kind == io::DataKind::EurostatCensusGrid;
    auto const file = std::filesystem::path{input.source.path}.filename().string();
    table.rows.push_back({input_name(language, input.input),
                          input.files.empty() ? input.source.path : file, years_in_words(input),
                          number(language, static_cast<double>(input.rows)),
                          number(language, static_cast<double>(input.rows_used))});
  }
  auto html = to_html(table);
  if (has_osm) html += paragraph(label(language, "licence_osm"));
  if (has_eurostat) html += paragraph(label(language, "licence_eurostat"));
  return html + paragraph(label(language, "licence_note"));
}

std::string identity_part(Language language, ReportedRun const& run) {
  auto table = html_table(
      language,
      about_sheet(language, {run.options, publication_note(language, hidden_in(run.facts)),
                             run.inputs, run.version}));
  table.caption = label(language, "identity_caption");
  table.columns.back().is_code = true;
  return to_html(table);
}

}  // namespace gapmap::report
