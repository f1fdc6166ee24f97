#include "gapmap/io/detail/area_rows.h"

#include <utility>

#include "gapmap/io/placing.h"
#include "gapmap/places/codes.h"

namespace gapmap::io {

void visit_areas(OpenedInput& opened, WorkingFrame const& frame, std::string const& crs_option,
                 std::function<bool(Record const&, Area)> const& visit) {
  auto& report = opened.report;
  Placing placing{opened.table.crs(), frame, opened.table.where(), crs_option};
  report.crs = placing.source().label();
  opened.table.visit([&](Record const& record) {
    auto const row = name_of_row(record, opened.fields);
    ++report.rows;
    auto shape = record.shape({GeometryKind::Polygon});
    if (shape.kind == GeometryKind::None) return report.count("no geometry", row);
    if (shape.kind != GeometryKind::Polygon) return report.count("no polygon", row);
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, row, report)) return;
    auto area = sound_area(shape, row, report);
    if (area && visit(record, *std::move(area))) ++report.rows_used;
  });
  placing.finish(report.rows_used, opened.table.where());
  end_reading(opened);
}

std::string padded_code(std::string code, std::size_t width) {
  if (auto bare = places::bare_code(code);
      width > 0 && !bare.empty() && bare.find_first_not_of("0123456789") == std::string::npos)
    code = std::move(bare);
  if (auto const point = code.find('.');
      point != std::string::npos && code.find_first_not_of('0', point + 1) == std::string::npos) {
    code.resize(point);
  }
  bool const is_number = code.find_first_not_of("0123456789") == std::string::npos;
  if (is_number && code.size() < width) code.insert(0, width - code.size(), '0');
  return code;
}

}  // namespace gapmap::io
