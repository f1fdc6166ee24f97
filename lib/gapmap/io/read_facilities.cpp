#include "gapmap/io/read_facilities.h"

#include <map>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/io/osm_places.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/positions.h"

namespace gapmap::io {
namespace {

struct Row {
  PositionedRow position;
  std::optional<std::string> id;
  std::optional<std::string> name;
};

std::vector<Row> read_rows(OpenedInput& opened) {
  auto& table = opened.table;
  auto& fields = opened.fields;
  auto& report = opened.report;
  std::vector<Row> rows;
  auto const text = [&](Record const& record, Role role) {
    auto const field = fields.field(role);
    return field ? record.text(*field) : std::nullopt;
  };
  table.visit([&](Record const& record) {
    ++report.rows;
    if (auto position = position_of(record, fields, report)) {
      rows.push_back({*std::move(position), text(record, Role::Id), text(record, Role::Name)});
    }
  });
  return rows;
}

}  // namespace

FacilitiesRead read_facilities(FacilityInput const& input, WorkingFrame const& frame) {
  if (is_osm_file(input.source.path)) return read_osm_places(input, frame);
  auto opened = open_input("places", input.source, GeometryKind::Point, place_schemas(),
                           {{Role::Id, "--place-id", input.id_field},
                            {Role::Name, "--place-name", input.name_field},
                            {Role::X, "--place-x", input.x_field},
                            {Role::Y, "--place-y", input.y_field}});
  auto& table = opened.table;
  auto& report = opened.report;
  auto rows = read_rows(opened);
  if (rows.empty()) require_rows(opened);
  std::vector<PositionedRow> positions;
  for (auto const& row : rows) positions.push_back(row.position);
  Placing placing{crs_of(positions, opened), frame, table, "--place-crs"};

  Facilities facilities;
  std::map<Point, std::string> first_at;
  for (auto& [position, id, name] : rows) {
    auto& shape = position.shape;
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, position.row, report)) continue;
    Point point{shape.points.front().x, shape.points.front().y};
    if (!position.is_point) {
      auto const area = sound_area(shape, position.row, report);
      if (!area) continue;
      point = centroid(*area);
    }
    auto const known_as = id.value_or(position.row);
    if (!first_at.emplace(point, known_as).second) {
      report.count("place on the very same point as an earlier one", known_as, Consequence::Used);
    }
    facilities.push_back({known_as, name.value_or(known_as), point});
  }
  report.rows_used = facilities.size();
  placing.finish(report.rows_used, table);
  require_rows(opened);
  return {std::move(facilities), std::move(report)};
}

}  // namespace gapmap::io
