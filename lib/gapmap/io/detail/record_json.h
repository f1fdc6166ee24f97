#pragma once
// Parts of run.json that the records of runs and comparisons have in common, written and read.
// `Json` is nlohmann's ordered JSON, which no header names.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

#include "gapmap/io/detail/record_words.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/json_number.h"
#include "gapmap/io/manifest.h"

namespace gapmap::io {

template <class Json>
[[nodiscard]] Json json_of(ImportReport const& report) {
  auto const& source = report.source;
  Json json{{"input", report.input}, {"path", source.path}, {"layer", report.layer}};
  if (!source.layer.empty()) json["layer_given"] = source.layer;
  if (!source.crs.empty()) json["crs_given"] = source.crs;
  if (!source.where.empty()) json["where"] = source.where;
  json["recognised"] = report.recognised;
  if (report.kind != DataKind::Other) json["kind"] = word_of(kDataKinds, report.kind);
  json["crs"] = report.crs;
  json["row_is"] = report.row_is;
  json["rows"] = report.rows;
  json["rows_used"] = report.rows_used;
  if (!report.years.empty()) json["years"] = report.years;
  if (report.residents_left_out > 0)
    json["residents_left_out"] = json_number<Json>(report.residents_left_out);
  for (auto const& [name, sum] : report.sums)
    json["sums"].push_back({{"of", name}, {"sum", json_number<Json>(sum)}});
  json["remarks"] = Json::array();
  for (auto const& remark : report.remarks) {
    json["remarks"].push_back({{"what", remark.what},
                               {"rows", word_of(kConsequences, remark.consequence)},
                               {"count", remark.count},
                               {"examples", remark.examples}});
  }
  json["files"] = Json::array();
  for (auto const& file : report.files) {
    Json entry{{"path", file.path}, {"bytes", file.bytes}};
    if (!file.sha256.empty()) entry["sha256"] = file.sha256;
    if (!file.xxh3.empty()) entry["xxh3"] = file.xxh3;
    json["files"].push_back(std::move(entry));
  }
  return json;
}

template <class Json>
[[nodiscard]] Json json_of(PublicationRecord const& record) {
  Json json{{"hidden_below", json_number<Json>(record.below)},
            {"figures", record.figures},
            {"hidden_small", record.small},
            {"hidden_complements", record.complements},
            {"tables_left_out", record.left_out},
            {"fewer_values_possible", Json::array()}};
  for (auto const& [table, row, column] : record.narrow) {
    json["fewer_values_possible"].push_back(
        {{"table", table},
         {"row", row},
         {"column", column},
         {"why", "no values so far apart were found that agree with all sums"}});
  }
  json["protects_against"] =
      "a reader of all files who solves all sums of what is shown: no hidden number "
      "follows, and each that is not listed may have as many values as the threshold";
  json["does_not_protect_against"] = {
      "a reader who knows the residents of some cells, and subtracts them",
      "another publication about the same residents, such as a run with other limits, places or "
      "areas",
      "a published grid with the residents of the same cells"};
  return json;
}

/// Removes the numbers of residents but keeps those of cells.
template <class Json>
void leave_out_residents(Json& json) {
  if (json.is_object()) json.erase("residents");
  if (json.is_structured()) {
    for (auto& part : json) leave_out_residents(part);
  }
}

template <class Json>
[[nodiscard]] Json json_of(TableRecord const& table) {
  Json json{{"table", table.name}, {"rows", table.rows}};
  if (table.shape) {
    json["shape"] = word_of(kShapes, *table.shape);
    json["shapes"] = table.shapes;
  }
  json["columns"] = Json::array();
  for (auto const& column : table.columns) {
    Json entry{{"name", column.name}, {"type", word_of(kColumnTypes, column.type)}};
    if (column.type == tables::ColumnType::Real) entry["decimals"] = column.decimals;
    json["columns"].push_back(std::move(entry));
  }
  return json;
}

/// Returns the value that a word of run.json stands for.
template <class Enumeration, class Json, std::size_t n>
[[nodiscard]] Enumeration meant_by(std::array<std::string_view, n> const& words, Json const& json) {
  auto const word = json.template get<std::string>();
  auto const found = std::ranges::find(words, word);
  if (found == words.end())
    throw std::invalid_argument{fmt::format("\"{}\" is no word of it", word)};
  return static_cast<Enumeration>(found - words.begin());
}

/// Returns a count. Other numbers are refused, because they would turn into arbitrary counts.
template <class Json>
[[nodiscard]] std::size_t count_in(Json const& json) {
  if (!json.is_number_unsigned())
    throw std::invalid_argument{fmt::format("{} is no number of things", json.dump())};
  return json.template get<std::size_t>();
}

template <class Json>
[[nodiscard]] ImportReport import_in(Json const& json) {
  ImportReport report;
  report.input = json.at("input");
  report.source.path = json.at("path");
  report.source.layer = json.value("layer_given", "");
  report.source.crs = json.value("crs_given", "");
  report.source.where = json.value("where", "");
  report.layer = json.at("layer");
  report.recognised = json.at("recognised");
  if (json.contains("kind")) report.kind = meant_by<DataKind>(kDataKinds, json.at("kind"));
  report.crs = json.at("crs");
  report.row_is = json.at("row_is");
  report.rows = count_in(json.at("rows"));
  report.rows_used = count_in(json.at("rows_used"));
  for (auto const& year : json.value("years", Json::array()))
    report.years.push_back(static_cast<int>(std::min<std::size_t>(count_in(year), 9999)));
  report.residents_left_out = json.value("residents_left_out", 0.0);
  for (auto const& sum : json.value("sums", Json::array()))
    report.sums.emplace_back(sum.at("of"), sum.at("sum"));
  for (auto const& remark : json.at("remarks")) {
    report.remarks.push_back({remark.at("what"),
                              meant_by<Consequence>(kConsequences, remark.at("rows")),
                              count_in(remark.at("count")), remark.at("examples")});
  }
  for (auto const& file : json.at("files")) {
    report.files.push_back({file.at("path"), count_in(file.at("bytes")), file.value("sha256", ""),
                            file.value("xxh3", "")});
  }
  return report;
}

template <class Json>
[[nodiscard]] TableRecord table_in(Json const& json) {
  constexpr std::size_t kMostDecimals = 17;  // more than a double can have
  TableRecord table;
  table.name = json.at("table");
  // The name is that of a file in this folder; a path could lead elsewhere.
  if (table.name.find('/') != std::string::npos)
    throw std::invalid_argument{fmt::format("\"{}\" is no table of it", table.name)};
  table.rows = count_in(json.at("rows"));
  if (json.contains("shape")) {
    table.shape = meant_by<tables::OutputShape>(kShapes, json.at("shape"));
    table.shapes = count_in(json.at("shapes"));
  }
  for (auto const& column : json.at("columns")) {
    table.columns.push_back({column.at("name"),
                             meant_by<tables::ColumnType>(kColumnTypes, column.at("type")),
                             static_cast<int>(std::min<std::size_t>(
                                 count_in(column.value("decimals", Json(0U))), kMostDecimals))});
  }
  return table;
}

/// Texts by the language of their readers.
template <class Json>
[[nodiscard]] Json json_of(std::map<std::string, std::string> const& texts) {
  auto json = Json::object();
  for (auto const& [language, text] : texts) json[language] = as_recorded(text);
  return json;
}

template <class Json>
[[nodiscard]] std::map<std::string, std::string> texts_in(Json const& json) {
  std::map<std::string, std::string> texts;
  for (auto const& [language, text] : json.items())
    texts[language] = as_recorded(text.template get<std::string>());
  return texts;
}

template <class Json>
[[nodiscard]] Json json_of(AreaNames const& names) {
  auto json = Json::object();
  for (auto const& [level, areas] : names) {
    for (auto const& [code, its] : areas) {
      for (auto const& [language, name] : its)
        json[as_recorded(level)][as_recorded(code)][language] = as_recorded(name);
    }
  }
  return json;
}

template <class Json>
[[nodiscard]] AreaNames area_names_in(Json const& json) {
  AreaNames names;
  for (auto const& [level, areas] : json.items()) {
    for (auto const& [code, its] : areas.items()) {
      for (auto const& [language, name] : its.items())
        names[level][code][language] = as_recorded(name.template get<std::string>());
    }
  }
  return names;
}

/// Without the reasons why, which are the same for all fields.
template <class Json>
[[nodiscard]] PublicationRecord publication_in(Json const& json) {
  PublicationRecord record{.below = json.at("hidden_below"),
                           .figures = count_in(json.at("figures")),
                           .small = count_in(json.at("hidden_small")),
                           .complements = count_in(json.at("hidden_complements")),
                           .left_out = json.at("tables_left_out"),
                           .narrow = {}};
  for (auto const& field : json.at("fewer_values_possible"))
    record.narrow.push_back({field.at("table"), count_in(field.at("row")), field.at("column")});
  return record;
}

}  // namespace gapmap::io
