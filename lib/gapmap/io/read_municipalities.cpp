#include "gapmap/io/read_municipalities.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/detail/area_rows.h"
#include "gapmap/io/detail/filter_advice.h"
#include "gapmap/io/detail/language_fields.h"
#include "gapmap/io/detail/study.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

std::vector<NamedField> named_fields(MunicipalityInput const& input) {
  return {{Role::Code, "area-code", input.code_field}, {Role::Name, "area-name", input.name_field}};
}

/// Returns the row numbers that pass the study filter.
std::set<std::string> studied_rows(MunicipalityInput const& input, Table const& all) {
  auto source = input.source;
  source.where =
      source.where.empty() ? input.study : fmt::format("({}) AND ({})", source.where, input.study);
  std::set<std::string> rows;
  std::string advice;
  try {
    auto const table = Table::open(source);
    table.visit([&](Record const& record) { rows.insert(record.row()); });
    if (rows.empty()) advice = filter_advice(table, source, input.study);
  } catch (UsageError const&) {
    // Its own error would be about SQL that nobody wrote.
    throw UsageError{all.where(), fmt::format("`study` \"{}\" cannot be used", input.study),
                     fmt::format("write names of municipalities with commas between them, or a "
                                 "condition such as kunta in ('061', '109'); its fields are {}",
                                 fmt::join(all.fields(), ", "))};
  }
  if (rows.empty()) {
    throw InputError{all.where(), fmt::format("`study` \"{}\" selects no area", input.study),
                     advice};
  }
  return rows;
}

/// Returns all levels of the key, by the codes of the municipalities; without a key, none.
AreaKey key_of_study(MunicipalityInput const& input, Municipalities const& municipalities) {
  if (!input.key) return {};
  auto every = *input.key;
  every.has_all_levels = true;
  auto read = read_area_key(every);
  places::give_codes_to_names(read.key, municipalities);
  return std::move(read.key);
}

struct Collected {
  std::string name;
  NamesByLanguage names;
  std::vector<Area> parts;
  bool is_studied = false;
};

}  // namespace

MunicipalitiesRead read_municipalities(MunicipalityInput const& input, WorkingFrame const& frame) {
  auto opened =
      open_input("areas", input.source, GeometryKind::Polygon, area_schemas(), named_fields(input));
  auto const& fields = opened.fields;
  bool const is_chosen_by_rows = !input.study.empty() && is_condition(input.study);
  auto const studied =
      is_chosen_by_rows ? studied_rows(input, opened.table) : std::set<std::string>{};
  if (is_chosen_by_rows) count_misspelled(input.source, input.study, opened.report);
  auto const code_field = *fields.field(Role::Code);
  auto const width = code_width(opened.table.fields()[static_cast<std::size_t>(code_field)]);
  // A field that was asked for is the name in every language.
  auto const languages =
      input.name_field.empty() ? LanguageFields::of_areas(opened.table) : LanguageFields{};
  std::map<std::string, Collected> by_code;
  visit_areas(opened, frame, "areas-crs", [&](Record const& record, Area area) {
    auto const code = record.text(code_field);
    if (!code) return opened.report.count("no code", name_of_row(record, fields)), false;
    auto& collected = by_code[padded_code(*code, width)];
    if (auto const name = fields.field(Role::Name); name && collected.name.empty()) {
      collected.name = record.text(*name).value_or("");
      collected.names = languages.names(record);
    }
    collected.parts.push_back(std::move(area));
    collected.is_studied =
        collected.is_studied || !is_chosen_by_rows || studied.contains(record.row());
    return true;
  });

  Municipalities municipalities;
  for (auto& [code, collected] : by_code) {
    auto area =
        collected.parts.size() == 1 ? std::move(collected.parts[0]) : unite(collected.parts);
    municipalities.push_back({code, collected.name.empty() ? code : collected.name, std::move(area),
                              collected.is_studied, std::move(collected.names)});
  }
  if (!input.study.empty() && !is_chosen_by_rows) {
    study_named(input.study, key_of_study(input, municipalities), municipalities,
                opened.table.where());
  }
  return {std::move(municipalities), std::move(opened.report)};
}

}  // namespace gapmap::io
