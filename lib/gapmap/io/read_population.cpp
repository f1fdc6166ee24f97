#include "gapmap/io/read_population.h"

#include <algorithm>
#include <set>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/positions.h"

namespace gapmap::io {
namespace {

struct Row {
  PositionedRow position;
  std::string id;
  std::optional<People> residents;
};

/// Beyond it a number is a slip of the pen or another field; sums of plausible ones stay exact.
constexpr double kMostResidents = 1e10;

/// False, and counted, if the row has no usable number of residents.
bool read_residents(Record const& record, Recognised const& fields, Row& row,
                    ImportReport& report) {
  auto const field = *fields.field(Role::Residents);
  auto const number = record.number(field);
  if (!number) {
    bool const is_blank = !record.text(field);
    return report.count(is_blank ? "no number of residents" : "number of residents is not a number",
                        row.id),
           false;
  }
  if (std::ranges::find(fields.schema->suppressed, *number) != fields.schema->suppressed.end()) {
    report.count("number of residents suppressed, counted as unknown", row.id, Consequence::Used);
    return true;
  }
  if (*number < 0) return report.count("negative number of residents", row.id), false;
  if (*number > kMostResidents)
    return report.count("more residents than there are people on Earth", row.id), false;
  row.residents = People{*number};
  return true;
}

std::vector<Row> read_rows(OpenedInput& opened) {
  auto& table = opened.table;
  auto& fields = opened.fields;
  auto& report = opened.report;
  std::vector<Row> rows;
  std::set<std::string> ids;
  table.visit([&](Record const& record) {
    ++report.rows;
    Row row;
    auto const id_field = fields.field(Role::Id);
    row.id = (id_field ? record.text(*id_field) : std::nullopt).value_or(record.row());
    if (!read_residents(record, fields, row, report)) return;
    auto position = position_of(record, fields, report);
    if (!position) return;
    row.position = *std::move(position);
    if (!ids.insert(row.id).second)
      report.count("id that an earlier row has as well", row.id, Consequence::Used);
    rows.push_back(std::move(row));
  });
  return rows;
}

Area square_around(Point center, double size) {
  double const half = size / 2;
  Area area;
  area.points = {{center.x - half, center.y - half},
                 {center.x + half, center.y - half},
                 {center.x + half, center.y + half},
                 {center.x - half, center.y + half},
                 {center.x - half, center.y - half}};
  area.close_ring();
  area.close_part();
  return area;
}

}  // namespace

PopulationRead read_population(PopulationInput const& input, WorkingFrame const& frame) {
  auto opened = open_input("population", input.source, GeometryKind::Point, population_schemas(),
                           {{Role::Residents, "--population-total", input.residents_field},
                            {Role::Id, "--cell-id", input.id_field},
                            {Role::X, "--population-x", input.x_field},
                            {Role::Y, "--population-y", input.y_field}});
  auto& table = opened.table;
  auto& report = opened.report;
  auto rows = read_rows(opened);
  if (rows.empty()) require_rows(opened);
  std::vector<PositionedRow> positions;
  for (auto const& row : rows) positions.push_back(row.position);
  Placing placing{crs_of(positions, opened), frame, table, "--population-crs"};

  Population population;
  population.reserve(rows.size());
  for (auto& [position, id, residents] : rows) {
    auto& shape = position.shape;
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, id, report)) continue;
    Cell cell{.id = id,
              .center = {},
              .outline = {},
              .is_point = position.is_point,
              .residents = residents};
    if (position.is_point) {
      cell.center = {shape.points.front().x, shape.points.front().y};
      bool const is_cell = position.cell_size_m > 0;
      cell.outline = square_around(cell.center,
                                   is_cell ? position.cell_size_m : input.point_cell_size.value());
      cell.is_point = !is_cell;
    } else {
      auto outline = sound_area(shape, id, report);
      if (!outline) continue;
      cell.outline = *std::move(outline);
      cell.center = centroid(cell.outline);
    }
    population.push_back(std::move(cell));
  }
  report.rows_used = population.size();
  placing.finish(report.rows_used, table);
  require_rows(opened);
  return {std::move(population), {}, std::move(report)};
}

}  // namespace gapmap::io
