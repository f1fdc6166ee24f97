#include "gapmap/io/read_roads.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/io/opened.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/io/placing.h"

namespace gapmap::io {
namespace {

/// The class that a code stands for; in a field the user named also the names gapmap itself uses ("ferry").
std::optional<RoadClass> class_of(std::string const& code, Schema const& schema) {
  for (auto const& known : schema.road_codes) {
    if (known.code == code) return known.road_class;
  }
  auto const name = std::ranges::find(kRoadClassNames, code);
  if (name == kRoadClassNames.end()) return std::nullopt;
  return static_cast<RoadClass>(name - kRoadClassNames.begin());
}

/// Codes of the National Land Survey are known in a field of any name.
Schema const& codes_of(Recognised const& fields) {
  return fields.schema->road_codes.empty() ? road_schemas().front() : *fields.schema;
}

}  // namespace

RoadsRead read_roads(RoadInput const& input, WorkingFrame const& frame) {
  if (is_osm_file(input.source.path)) return read_osm_roads(input, frame);
  auto opened = open_input("roads", input.source, GeometryKind::Line, road_schemas(),
                           {{Role::RoadClass, "--road-class", input.class_field}});
  auto& [table, fields, report] = opened;
  Placing placing{table.crs(), frame, table, "--roads-crs"};
  report.crs = placing.source().label();

  network::RoadLines roads;
  std::vector<std::int64_t> row_of_line;
  auto const class_field = fields.field(Role::RoadClass);
  table.visit([&](Record const& record) {
    auto const row = record.row();
    ++report.rows;
    auto shape = record.shape();
    if (shape.kind != GeometryKind::Line) return report.count("no line", row);
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, row, report)) return;
    if (!is_projected(shape)) return report.count("a point that cannot be projected", row);
    RoadAttributes attributes;
    if (class_field) {
      auto const code = record.text(*class_field);
      auto const known = code ? class_of(*code, codes_of(fields)) : std::nullopt;
      if (!known) report.count("unknown road class, travelled like a road", row, Consequence::Used);
      attributes.road_class = known.value_or(RoadClass::Unknown);
      attributes.permitted.fill(usual_modes(attributes.road_class));
    }
    std::size_t first = 0;
    for (auto const end : shape.path_ends) {
      for (auto i = first; i < end; ++i) roads.lines.push_point({shape.points[i].x, shape.points[i].y});
      roads.lines.close_line();
      roads.attributes.push_back(attributes);
      row_of_line.push_back(std::stoll(row));
      first = end;
    }
    ++report.rows_used;
  });
  placing.finish(report.rows_used, table);
  require_rows(opened);
  return {std::move(roads), std::move(row_of_line), std::move(report)};
}

}  // namespace gapmap::io
