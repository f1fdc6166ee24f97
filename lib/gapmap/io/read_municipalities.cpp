#include "gapmap/io/read_municipalities.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/detail/area_rows.h"
#include "gapmap/io/detail/filter_advice.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

std::vector<NamedField> named_fields(MunicipalityInput const& input) {
  return {{Role::Code, "area-code", input.code_field}, {Role::Name, "area-name", input.name_field}};
}

/// Returns the row numbers that pass the study filter.
std::set<std::string> studied_rows(MunicipalityInput const& input) {
  auto source = input.source;
  source.where =
      source.where.empty() ? input.study : fmt::format("({}) AND ({})", source.where, input.study);
  auto const table = Table::open(source);
  std::set<std::string> rows;
  table.visit([&](Record const& record) { rows.insert(record.row()); });
  if (rows.empty()) {
    throw InputError{table.where(), fmt::format("`study` \"{}\" selects no area", input.study),
                     filter_advice(table, source, input.study)};
  }
  return rows;
}

struct Collected {
  std::string name;
  std::vector<Area> parts;
  bool is_studied = false;
};

}  // namespace

MunicipalitiesRead read_municipalities(MunicipalityInput const& input, WorkingFrame const& frame) {
  auto opened =
      open_input("areas", input.source, GeometryKind::Polygon, area_schemas(), named_fields(input));
  auto const& fields = opened.fields;
  auto const studied = input.study.empty() ? std::set<std::string>{} : studied_rows(input);

  if (!input.study.empty()) count_misspelled(input.source, input.study, opened.report);
  auto const code_field = *fields.field(Role::Code);
  auto const width = code_width(opened.table.fields()[static_cast<std::size_t>(code_field)]);
  std::map<std::string, Collected> by_code;
  visit_areas(opened, frame, "areas-crs", [&](Record const& record, Area area) {
    auto const row = record.row();
    auto const code = record.text(code_field);
    if (!code) return opened.report.count("no code", row), false;
    auto& collected = by_code[padded_code(*code, width)];
    if (auto const name = fields.field(Role::Name); name && collected.name.empty()) {
      collected.name = record.text(*name).value_or("");
    }
    collected.parts.push_back(std::move(area));
    collected.is_studied = collected.is_studied || input.study.empty() || studied.contains(row);
    return true;
  });

  Municipalities municipalities;
  for (auto& [code, collected] : by_code) {
    auto area =
        collected.parts.size() == 1 ? std::move(collected.parts[0]) : unite(collected.parts);
    municipalities.push_back({code, collected.name.empty() ? code : collected.name, std::move(area),
                              collected.is_studied});
  }
  return {std::move(municipalities), std::move(opened.report)};
}

}  // namespace gapmap::io
