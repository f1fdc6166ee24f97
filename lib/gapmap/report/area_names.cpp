#include "gapmap/report/area_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "gapmap/report/gap_names.h"
#include "gapmap/report/masthead.h"

namespace gapmap::report {
namespace {

using tables::OutputTable;
using tables::Value;

/// Returns the position of a column.
std::optional<std::size_t> column_of(OutputTable const& table, std::string_view name) {
  auto const found = std::ranges::find(table.columns, name, &tables::Column::name);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::string_view text_of(Value const& value) {
  auto const* const text = std::get_if<std::string>(&value);
  return text == nullptr ? std::string_view{} : std::string_view{*text};
}

/// Returns the name of an area in a language; nothing if it has none.
std::string const* name_of(Language language, AreaNames const& names, std::string_view level,
                           std::string_view code) {
  auto const areas = names.find(level);
  if (areas == names.end()) return nullptr;
  auto const area = areas->second.find(code);
  if (area == areas->second.end()) return nullptr;
  auto const name = area->second.find(code_of(language));
  return name == area->second.end() ? nullptr : &name->second;
}

/// Columns of a name, of its code, and of its level; without one, of municipalities.
struct NameColumns {
  std::string_view name, code, level;
};

constexpr std::array kNameColumns{NameColumns{"municipality_name", "municipality_code", {}},
                                  NameColumns{"zone_name", "zone_code", "level"},
                                  NameColumns{"name", "code", "level"}};

}  // namespace

void name_areas(Language language, AreaNames const& names, OutputTable& table) {
  for (auto const& columns : kNameColumns) {
    auto const name = column_of(table, columns.name);
    auto const code = column_of(table, columns.code);
    auto const level = columns.level.empty() ? std::nullopt : column_of(table, columns.level);
    if (!name || !code || (!level && !columns.level.empty())) continue;
    for (auto& row : table.rows) {
      auto const of_level = level ? text_of(row[*level]) : std::string_view{kMunicipalityLevel};
      if (auto const* const own = name_of(language, names, of_level, text_of(row[*code])))
        row[*name] = *own;
    }
  }
}

bool has_names_in(Language language, AreaNames const& names) {
  for (auto const& [level, areas] : names) {
    for (auto const& [code, its] : areas) {
      if (its.contains(code_of(language))) return true;
    }
  }
  return false;
}

std::vector<OutputTable> named_in(Language language, AreaNames const& names,
                                  std::span<OutputTable const> tables) {
  std::vector<OutputTable> named{tables.begin(), tables.end()};
  for (auto& table : named) name_areas(language, names, table);
  return named;
}

NamedRun::NamedRun(Language language, ReportedRun const& run) : run_{run} {
  bool const has_gap_names = std::ranges::any_of(run.tables, [](OutputTable const& table) {
    return table.name == "gaps" && !table.rows.empty() && column_of(table, "gap_name");
  });
  bool const are_gaps_of_another = has_gap_names && run.facts.language != code_of(language);
  if (are_gaps_of_another || has_names_in(language, run.facts.names)) {
    tables_ = named_in(language, run.facts.names, run.tables);
    name_gaps(language, tables_);
    run_.tables = tables_;
  }
  run_.masthead = with_region(std::move(run_.masthead), run_.tables);
}

NamedComparison::NamedComparison(Language language, ReportedComparison const& comparison)
    : comparison_{comparison} {
  if (has_names_in(language, comparison.record.names)) {
    tables_ = named_in(language, comparison.record.names, comparison.tables);
    comparison_.tables = tables_;
  }
  comparison_.masthead.usual_title = "comparison";
  comparison_.masthead = with_region(std::move(comparison_.masthead), comparison_.tables);
}

NamedPlan::NamedPlan(Language language, ReportedPlan const& plan) : plan_{plan} {
  bool const has_gaps = table_named(plan.tables, "plan_gaps") != nullptr;
  if ((has_gaps && language != plan.language) || has_names_in(language, plan.names)) {
    tables_ = named_in(language, plan.names, plan.tables);
    name_gaps(language, tables_);
    plan_.tables = tables_;
  }
  plan_.masthead.usual_title = "plan title";
  plan_.masthead = with_region(std::move(plan_.masthead), plan_.tables);
}

}  // namespace gapmap::report
