#include "gapmap/report/column_reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gapmap/report/headings.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

using tables::Unit;

constexpr std::array<std::string_view, 48> kTables{"gaps",
                                                   "cells",
                                                   "outside_groups",
                                                   "municipalities",
                                                   "places",
                                                   "reasons",
                                                   "sensitivity",
                                                   "classes",
                                                   "groups",
                                                   "zones",
                                                   "indicators",
                                                   "remedies",
                                                   "joint_remedies",
                                                   "requirements",
                                                   "bands",
                                                   "accounts",
                                                   "denominators",
                                                   "roads_used",
                                                   "roads",
                                                   "compare municipalities",
                                                   "compare parts",
                                                   "compare group_parts",
                                                   "compare changes",
                                                   "compare cells",
                                                   "compare places",
                                                   "compare place_groups",
                                                   "compare groups",
                                                   "isochrones",
                                                   "isochrone_roads",
                                                   "matrix",
                                                   "matrix_places",
                                                   "matrix_cells",
                                                   "matrix columns",
                                                   "plan",
                                                   "plan_groups",
                                                   "plan_municipalities",
                                                   "plan_cells",
                                                   "plan_places",
                                                   "plan_gaps",
                                                   "curve",
                                                   "borders",
                                                   "unserved",
                                                   "loads",
                                                   "assignments",
                                                   "network roads",
                                                   "network near_misses",
                                                   "network odd_speeds",
                                                   "check"};

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
    case Unit::Kilometers:
      return "km";
    case Unit::ThousandthsOfCost:
      return "mm or ms";
    case Unit::Millimeters:
      return "mm";
    case Unit::Milliseconds:
      return "ms";
  }
  return "";
}

/// Returns "{requirement}_met" as "REQUIREMENT_met", "place_{rank}_id" as "place_2_id".
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
    // Columns of both runs are described once, as what each of them holds.
    auto const found = tables::find_column(example, table);
    bool const is_compared = found && !found->when.empty();
    about = is_compared
                ? description(Language::English, found->heading_key(), ShownUnits::ToldElsewhere)
                : description(Language::English, example, ShownUnits::ToldElsewhere, table);
  }
  // A column named only by the user's word holds how far a cell meets that requirement.
  if (about.empty()) about = description(Language::English, "status", ShownUnits::ToldElsewhere);
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
