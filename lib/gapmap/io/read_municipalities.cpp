#include "gapmap/io/read_municipalities.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <set>

#include "gapmap/geometry/overlay.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {
namespace {

/// "20" and "20.0" → "020" where codes have three digits; codes that are no numbers stay as they
/// are.
std::string padded(std::string code, std::size_t width) {
  if (auto const point = code.find('.');
      point != std::string::npos && code.find_first_not_of('0', point + 1) == std::string::npos) {
    code.resize(point);
  }
  bool const is_number = code.find_first_not_of("0123456789") == std::string::npos;
  if (is_number && code.size() < width) code.insert(0, width - code.size(), '0');
  return code;
}

std::vector<NamedField> named_fields(MunicipalityInput const& input) {
  return {{Role::Code, "--area-code", input.code_field},
          {Role::Name, "--area-name", input.name_field}};
}

/// Row numbers that the study filter lets through.
std::set<std::string> studied_rows(MunicipalityInput const& input) {
  auto source = input.source;
  source.where =
      source.where.empty() ? input.study : fmt::format("({}) AND ({})", source.where, input.study);
  auto const table = Table::open(source);
  std::set<std::string> rows;
  table.visit([&](Record const& record) { rows.insert(record.row()); });
  if (rows.empty()) {
    throw InputError{table.where(), fmt::format("--study \"{}\" selects no area", input.study),
                     fmt::format("its fields are {}", fmt::join(table.fields(), ", "))};
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
  auto& table = opened.table;
  auto& fields = opened.fields;
  auto& report = opened.report;
  Placing placing{table.crs(), frame, table, "--areas-crs"};
  report.crs = placing.source().label();
  auto const studied = input.study.empty() ? std::set<std::string>{} : studied_rows(input);

  auto const code_field = *fields.field(Role::Code);
  auto const width = code_width(table.fields()[static_cast<std::size_t>(code_field)]);
  std::map<std::string, Collected> by_code;
  table.visit([&](Record const& record) {
    auto const row = record.row();
    ++report.rows;
    auto const code = record.text(code_field);
    if (!code) return report.count("no code", row);
    auto shape = record.shape();
    if (shape.kind != GeometryKind::Polygon) return report.count("no polygon", row);
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, row, report)) return;
    auto const area = sound_area(shape, row, report);
    if (!area) return;
    auto& collected = by_code[padded(*code, width)];
    if (auto const name = fields.field(Role::Name); name && collected.name.empty()) {
      collected.name = record.text(*name).value_or("");
    }
    collected.parts.push_back(*area);
    collected.is_studied = collected.is_studied || input.study.empty() || studied.contains(row);
    ++report.rows_used;
  });
  placing.finish(report.rows_used, table);
  require_rows(opened);

  Municipalities municipalities;
  for (auto& [code, collected] : by_code) {
    auto area =
        collected.parts.size() == 1 ? std::move(collected.parts[0]) : unite(collected.parts);
    municipalities.push_back({code, collected.name.empty() ? code : collected.name, std::move(area),
                              collected.is_studied});
  }
  return {std::move(municipalities), std::move(report)};
}

}  // namespace gapmap::io
