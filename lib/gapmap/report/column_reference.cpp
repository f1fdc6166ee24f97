#include "gapmap/report/column_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gapmap/report/headings.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

using tables::Unit;

constexpr std::array<std::string_view, 20> kTables{
    "gaps",          "cells",           "municipalities", "places",
    "reasons",       "sensitivity",     "classes",        "zones",
    "indicators",    "remedies",        "requirements",   "accounts",
    "denominators",  "roads_used",      "roads",          "compare municipalities",
    "compare parts", "compare changes", "compare cells",  "compare places"};

std::string_view name_of(Unit unit) {
  switch (unit) {
    case Unit::None:
      return "";
    case Unit::Residents:
      return "residents";
    case Unit::Share:
      return "share, 0–1";
    case Unit::Meters:
    case Unit::MapMeters:
      return "m";
    case Unit::Seconds:
      return "s";
    case Unit::Cost:
      return "m or s";
    case Unit::KilometersPerHour:
      return "km/h";
    case Unit::PersonKilometers:
      return "person-km";
  }
  return "";
}

/// "{requirement}_met" as "REQUIREMENT_met", "place_{rank}_id" as "place_2_id".
std::string example_of(std::string name) {
  auto const begin = name.find('{');
  if (begin == std::string::npos) return name;
  auto const end = name.find('}');
  auto part = name.substr(begin + 1, end - begin - 1);
  if (part == "rank") {
    part = "2";
  } else {
    std::ranges::transform(part, part.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  }
  return name.replace(begin, end + 1 - begin, part);
}

std::string row_of(std::string_view table, tables::ColumnDeclaration const& column) {
  std::string names;
  std::string about;
  for (auto const& name : tables::names_in(table, column)) {
    auto const example = example_of(name);
    names += fmt::format("{}`{}`", names.empty() ? "" : ", ", example);
    if (!about.empty()) continue;
    // Of columns of both runs what each holds.
    auto const found = tables::find_column(example);
    bool const is_compared = found && !found->when.empty();
    about = description(Language::English, is_compared ? found->heading_key() : example);
  }
  // What is called by the user's word alone says how far that requirement is met.
  if (about.empty()) about = description(Language::English, "status");
  return fmt::format("| {} | {} | {} | {} |\n", table, names, name_of(column.format.unit), about);
}

}  // namespace

std::string column_reference() {
  std::string rows = "| table | column | unit | what it holds |\n| --- | --- | --- | --- |\n";
  for (auto const table : kTables) {
    for (auto const& column : tables::declared_columns()) {
      bool const has_it = std::ranges::find(column.tables, table) != column.tables.end() ||
                          std::ranges::find(column.compared_in, table) != column.compared_in.end();
      if (has_it) rows += row_of(table, column);
    }
  }
  return rows;
}

}  // namespace gapmap::report
