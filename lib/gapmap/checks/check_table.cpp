#include "gapmap/checks/check_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <nlohmann/json.hpp>

#include "gapmap/io/json_number.h"
#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_values.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/secrets.h"
#include "gapmap/units/version.h"

namespace gapmap::checks {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(Finding const& finding) {
  return {{"severity", name_of(finding.severity)},
          {"input", finding.input},
          {"finding", masked(finding.what)},
          {"rows", finding.rows ? Json(*finding.rows) : Json(nullptr)},
          {"residents",
           finding.residents ? io::json_number<Json>(finding.residents->value()) : Json(nullptr)},
          {"examples", finding.examples},
          {"advice", masked(finding.advice)}};
}

}  // namespace

std::size_t count_of(Findings const& findings, Severity severity) noexcept {
  return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

std::string_view name_of(Severity severity) noexcept {
  constexpr std::array<std::string_view, 3> kNames{"error", "warning", "note"};
  return kNames[static_cast<std::size_t>(severity)];
}

void sort_findings(Findings& findings) {
  // "zones kylat" belongs to the zones; inputs that are none of these belong to the job itself.
  constexpr std::array<std::string_view, 11> kInputs{
      "areas",    "roads", "population", "places",    "addresses",          "gazetteer",
      "area key", "zones", "candidates", "buildings", "official_population"};
  auto const rank = [&](Finding const& finding) {
    auto const of = std::ranges::find_if(kInputs, [&](std::string_view name) {
      return finding.input == name || finding.input.starts_with(std::string{name} + ' ');
    });
    bool const are_places = finding.input == "places" || finding.input == "gazetteer" ||
                            finding.input.starts_with("addresses");
    return std::tuple{finding.severity, !(finding.is_loss && are_places), of - kInputs.begin()};
  };
  std::ranges::stable_sort(findings, {}, rank);
}

tables::OutputTable check_table(Findings const& findings) {
  tables::OutputTable table{
      .name = "check",
      .columns = tables::columns_of("check")(
          {"severity", "input", "finding", "rows", "residents", "examples", "advice"}),
      .rows = {},
      .areas = {}};
  for (auto const& finding : findings) {
    table.rows.push_back(
        {std::string{name_of(finding.severity)}, finding.input, masked(finding.what),
         finding.rows ? tables::count_of(*finding.rows) : tables::Value{},
         tables::value_of(finding.residents), fmt::format("{}", fmt::join(finding.examples, "; ")),
         masked(finding.advice)});
  }
  return table;
}

void write_check_json(std::string const& path, Findings const& findings,
                      std::vector<io::ImportReport> const& inputs, std::string_view language) {
  Json json{{"gapmap", version()}};
  if (!language.empty()) json["language"] = language;
  json["can_run"] = count_of(findings, Severity::Error) == 0;
  json["errors"] = count_of(findings, Severity::Error);
  json["warnings"] = count_of(findings, Severity::Warning);
  json["notes"] = count_of(findings, Severity::Note);
  json["inputs"] = Json::object();
  json["findings"] = Json::array();
  for (auto const& input : inputs) {
    json["inputs"][input.input] = {{"path", io::as_recorded(input.source.path)},
                                   {"layer", masked(input.layer, input.source.path)},
                                   {"recognised", input.recognised},
                                   {"crs", input.crs},
                                   {"rows", input.rows},
                                   {"rows_used", input.rows_used}};
  }
  for (auto const& finding : findings) json["findings"].push_back(to_json(finding));
  // Paths and names may hold bytes that are not UTF-8, which findings may be about.
  io::write_file(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

}  // namespace gapmap::checks
