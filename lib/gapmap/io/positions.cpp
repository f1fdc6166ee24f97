#include "gapmap/io/positions.h"

#include <fmt/format.h>

#include <utility>

#include "gapmap/io/cell_id.h"
#include "gapmap/io/detail/degrees.h"
#include "gapmap/io/detail/suppressed_number.h"

namespace gapmap::io {
namespace {

RawShape point_shape(RawPoint p) { return {GeometryKind::Point, {p}, {1}, {}}; }

std::optional<double> coordinate(Record const& record, FieldIndex field, Axis axis) {
  if (auto const number = record.number(field)) return number;
  auto const text = record.text(field);
  return text ? parse_coordinate(*text, axis, record.style(field)) : std::nullopt;
}

std::optional<RawPoint> coordinates_of(Record const& record, Recognised const& fields,
                                       std::string const& row, ImportReport& report) {
  auto const x_field = *fields.field(Role::X);
  auto const y_field = *fields.field(Role::Y);
  auto const x = coordinate(record, x_field, Axis::East);
  auto const y = coordinate(record, y_field, Axis::North);
  if (x && y) return RawPoint{*x, *y};
  auto const is_any = [&](auto const& holds) { return holds(x_field) || holds(y_field); };
  if (is_any([&](FieldIndex field) { return record.is_never_computed(field); })) {
    report.count(kNeverComputed, row);
  } else if (is_without_position(record, fields)) {
    report.count("no coordinates", row);
  } else if (is_any([&](FieldIndex field) {
               auto const text = record.text(field);
               return text && has_minutes(*text);
             })) {
    report.count("coordinates in degrees and minutes: write them as decimal degrees", row);
  } else {
    report.count("coordinates are not numbers", row);
  }
  return std::nullopt;
}

std::optional<SpelledCell> spelled_cell(Record const& record, Recognised const& fields) {
  auto const field = fields.field(Role::Id);
  auto const id = field ? record.text(*field) : std::nullopt;
  return id ? parse_cell_id(*id) : std::nullopt;
}

/// Whether the field has a coordinate, valid or not.
bool says_any(Record const& record, FieldIndex field) {
  auto const text = record.text(field);
  return text && !is_missing_mark(*text);
}

}  // namespace

RawShape square_shape(RawPoint low, double size) {
  return {GeometryKind::Polygon,
          {low, {low.x + size, low.y}, {low.x + size, low.y + size}, {low.x, low.y + size}, low},
          {5},
          {1}};
}

bool is_without_position(Record const& record, Recognised const& fields) {
  switch (fields.schema->position) {
    case Position::None:
      return record.shape().kind == GeometryKind::None;
    case Position::Point:
    case Position::LowerLeftCorner:
      return !says_any(record, *fields.field(Role::X)) || !says_any(record, *fields.field(Role::Y));
    case Position::CellId:
      return false;
    case Position::Locality:
    case Position::Joined:
      return true;
  }
  return false;
}

std::optional<PositionedRow> position_of(Record const& record, Recognised const& fields,
                                         ImportReport& report) {
  PositionedRow position{.row = name_of_row(record, fields), .shape = {}};
  auto const& row = position.row;
  switch (fields.schema->position) {
    case Position::None: {
      position.shape = record.shape({GeometryKind::Polygon, GeometryKind::Point});
      auto const kind = position.shape.kind;
      if (kind == GeometryKind::None) return report.count("no geometry", row), std::nullopt;
      position.is_point = kind == GeometryKind::Point && position.shape.points.size() == 1;
      if (kind != GeometryKind::Polygon && !position.is_point) {
        return report.count("neither one point nor a polygon", row), std::nullopt;
      }
      if (position.is_point) {
        if (auto const cell = spelled_cell(record, fields)) position.cell_size_m = cell->size_m;
      }
      return position;
    }
    case Position::Point: {
      auto const point = coordinates_of(record, fields, row, report);
      if (!point) return std::nullopt;
      position.shape = point_shape(*point);
      position.is_point = true;
      return position;
    }
    case Position::LowerLeftCorner: {
      auto const corner = coordinates_of(record, fields, row, report);
      if (!corner) return std::nullopt;
      // Without a fixed size, squares are found by the spacing of all corners.
      bool const is_square = fields.schema->cell_size_m > 0;
      position.shape =
          is_square ? square_shape(*corner, fields.schema->cell_size_m) : point_shape(*corner);
      return position;
    }
    case Position::CellId: {
      auto const cell = spelled_cell(record, fields);
      if (!cell) return report.count("cell id that spells no square", row), std::nullopt;
      position.shape = square_shape(cell->lower_left, cell->size_m);
      return position;
    }
    case Position::Locality:
      return report.count("no coordinates", row), std::nullopt;
    case Position::Joined:
      break;
  }
  return std::nullopt;
}

std::optional<Crs> crs_of(std::vector<PositionedRow> const& rows, OpenedInput& opened) {
  std::vector<RawPoint> points;
  points.reserve(rows.size());
  for (auto const& row : rows) points.push_back(row.shape.points.front());
  return crs_of_points(std::move(points), opened);
}

std::optional<Crs> crs_of_points(std::vector<RawPoint> points, OpenedInput& opened) {
  auto& table = opened.table;
  auto& fields = opened.fields;
  auto& report = opened.report;
  auto const learnt = [&](Crs crs, std::string_view how) {
    report.crs = fmt::format("{}{}", crs.label(), how);
    return std::optional{std::move(crs)};
  };
  if (auto crs = table.crs()) return learnt(*std::move(crs), "");
  bool const is_coordinates = fields.schema->position == Position::Point;
  if (!is_coordinates && !fields.schema->crs.empty()) {
    return learnt(Crs::from_text(std::string{fields.schema->crs}), " (by its fields)");
  }
  if (fields.schema->position == Position::CellId) {
    bool const is_eurostat = !points.empty() && points.front().x > 1e6;
    return learnt(Crs::from_text(is_eurostat ? "EPSG:3035" : "EPSG:3067"), " (by its cell ids)");
  }
  if (!is_coordinates) return std::nullopt;
  // Values take precedence over names of fields: "latitude" has been seen to hold northings.
  if (auto crs = guess_crs(points)) {
    bool const is_as_named = crs->label() == fields.schema->crs;
    return learnt(*std::move(crs), is_as_named ? " (by its fields)" : " (guessed from the values)");
  }
  for (auto& point : points) std::swap(point.x, point.y);
  if (auto const crs = guess_crs(points)) {
    throw InputError{table.where(),
                     fmt::format("its coordinates are in the wrong order: the first is x = {}, y = "
                                 "{}, which would be {} the other way",
                                 points.front().y, points.front().x, crs->label()),
                     "swap the fields: x is east or longitude, y north or latitude"};
  }
  if (!fields.schema->crs.empty())
    return learnt(Crs::from_text(std::string{fields.schema->crs}), " (by its fields)");
  return std::nullopt;
}

}  // namespace gapmap::io
