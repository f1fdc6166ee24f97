#include "gapmap/io/read_population.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/cell_id.h"
#include "gapmap/io/detail/grid_spacing.h"
#include "gapmap/io/detail/group_fields.h"
#include "gapmap/io/opened.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/positions.h"
#include "gapmap/io/raster.h"
#include "gapmap/io/detail/read_population_raster.h"
#include "gapmap/io/detail/resident_number.h"
#include "gapmap/io/square_check.h"
#include "gapmap/io/detail/totals_row.h"

namespace gapmap::io {
namespace {

struct PopulationRow {
  PositionedRow position;
  std::string id;
  std::optional<People> residents;
  std::optional<PeopleRange> range = std::nullopt;  ///< range of residents that are not published
  GroupNumbers groups = {};
  std::string countries = {};
  std::optional<SpelledCell> spelled = std::nullopt;  ///< according to its id
  std::optional<SpelledCell> beside = std::nullopt;   ///< according to coordinates in fields
};

/// A row without position that may be the sum of all others, which is unknown until those are read.
struct PerhapsTotal {
  People residents;
  std::vector<Remark> remarks;  ///< if it is not the sum
};

/// An input while its rows are read.
struct Reading {
  OpenedInput& opened;
  std::vector<GroupField> groups;
  std::optional<NamedGrid> grid;  ///< according to the name of the layer
  std::set<std::string> ids = {};
  std::set<int> years = {};
  People known{0};          ///< residents of all rows that have a number, except totals
  std::size_t counted = 0;  ///< number of rows in `known`
  std::size_t read = 0;     ///< all rows so far
  std::optional<PerhapsTotal> first = std::nullopt;
  std::optional<PerhapsTotal> latest = std::nullopt;
};

// Sums of fractions in another order differ slightly.
bool is_same_sum(double a, double b) {
  constexpr double kNobody = 1e-6;
  return std::abs(a - b) <= kNobody * std::max(1.0, a);
}

/// Counts a row that is lost although it may have a number.
void count_lost(std::optional<PerhapsTotal>& row, Reading& reading) {
  if (!row) return;
  for (auto const& remark : row->remarks) reading.opened.report.count(remark);
  reading.known += row->residents;
  ++reading.counted;
  row.reset();
}

/// Decides whether a row at the end or the top of a list is its total.
void judge_total(std::optional<PerhapsTotal>& row, Reading& reading) {
  constexpr std::size_t kFewest = 2;
  bool const is_total = row && row->residents > People{0} && reading.counted >= kFewest &&
                        is_same_sum(row->residents.value(), reading.known.value());
  if (!is_total) return count_lost(row, reading);
  reading.opened.report.count("totals row", row->remarks.front().examples.front());
}

/// Returns false, and counts the row, if it has no usable number of residents.
bool read_residents(Record const& record, Recognised const& fields, PopulationRow& row,
                    ImportReport& report) {
  auto const number =
      resident_number(record, *fields.field(Role::Residents), std::span{fields.schema->suppressed});
  switch (number.published) {
    case Published::Number:
      row.residents = number.people;
      return true;
    case Published::Suppressed:
      report.count("number of residents suppressed, counted as unknown", row.id, Consequence::Used);
      if (number.range.high.is_finite()) row.range = number.range;
      return true;
    case Published::Blank: {
      static constexpr RemarkText kNone{"no number of residents"};
      report.count(
          record.is_never_computed(*fields.field(Role::Residents)) ? kNeverComputed : kNone,
          row.id);
      return false;
    }
    case Published::NotANumber:
      return report.count("number of residents is not a number", row.id), false;
    case Published::Negative:
      return report.count("negative number of residents", row.id), false;
    case Published::TooMany:
      break;
  }
  return report.count("more residents than there are people on Earth", row.id), false;
}

std::optional<std::string> text_of(Record const& record, Recognised const& fields, Role role) {
  auto const field = fields.field(role);
  return field ? record.text(*field) : std::nullopt;
}

std::optional<double> number_of(Record const& record, Recognised const& fields, Role role) {
  auto const field = fields.field(role);
  return field ? record.number(*field) : std::nullopt;
}

/// Reads what the row says about its square besides its geometry.
void read_squares(Record const& record, Reading const& reading, PopulationRow& row) {
  auto const& fields = reading.opened.fields;
  auto& position = row.position;
  auto const spelled = parse_cell_id(row.id);
  bool const is_cell = position.is_point && fields.schema->position == Position::None;
  if (is_cell && position.cell_size_m == 0 && reading.grid)
    position.cell_size_m = reading.grid->size_m;
  if (fields.schema->position != Position::CellId) row.spelled = spelled;
  auto const x = number_of(record, fields, Role::CornerX);
  auto const y = number_of(record, fields, Role::CornerY);
  if (!x || !y) return;
  double const size = spelled ? spelled->size_m : reading.grid ? reading.grid->size_m : 0;
  row.beside = SpelledCell{"EPSG:3067", {*x, *y}, size};
}

/// Returns an id that is the same for one square, however its numbers are padded.
std::string plain_id(std::string const& id) {
  auto const cell = parse_cell_id(id);
  return cell ? fmt::format("{} {} {} {}", cell->crs, cell->lower_left.x, cell->lower_left.y,
                            cell->size_m)
              : id;
}

std::optional<PopulationRow> read_row(Record const& record, Reading& reading) {
  auto& [table, fields, report] = reading.opened;
  PopulationRow row;
  row.id = name_of_row(record, fields);
  ImportReport told;  // kept until the row is known not to be a total
  bool const counts = read_residents(record, fields, row, told);
  auto position = counts ? position_of(record, fields, told) : std::nullopt;
  bool const is_lost = !position && is_nowhere(record, fields);
  if (is_lost && says_total(record, table)) return report.count("totals row", row.id), std::nullopt;
  if (is_lost && row.residents) {
    auto& held = reading.read == 1 ? reading.first : reading.latest;
    held = PerhapsTotal{*row.residents, std::move(told.remarks)};
    return std::nullopt;
  }
  for (auto const& remark : told.remarks) report.count(remark);
  if (!counts) return std::nullopt;
  reading.known += row.residents.value_or(People{0});
  if (row.residents) ++reading.counted;
  if (!position) return std::nullopt;
  row.position = *std::move(position);
  if (!reading.ids.insert(plain_id(row.id)).second)
    report.count("id that an earlier row has as well", row.id, Consequence::Used);
  if (!reading.groups.empty()) {
    row.groups = read_groups(record, row.id, reading.groups, fields.schema->suppressed,
                             row.residents, report);
  }
  row.countries = text_of(record, fields, Role::Countries).value_or("");
  if (auto const year = number_of(record, fields, Role::Year))
    reading.years.insert(static_cast<int>(*year));
  read_squares(record, reading, row);
  return row;
}

std::vector<PopulationRow> read_rows(Reading& reading) {
  auto& report = reading.opened.report;
  std::vector<PopulationRow> rows;
  reading.opened.table.visit([&](Record const& record) {
    ++report.rows;
    ++reading.read;
    count_lost(reading.latest, reading);
    if (auto row = read_row(record, reading)) rows.push_back(*std::move(row));
  });
  judge_total(reading.first, reading);
  judge_total(reading.latest, reading);
  if (reading.years.empty() && reading.grid) reading.years.insert(reading.grid->year);
  int const year = reading.opened.fields.schema->year;
  if (reading.years.empty() && year != 0) reading.years.insert(year);
  report.years.assign(reading.years.begin(), reading.years.end());
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

/// Returns the projected row as a cell; nothing, and counted, if its polygon is unusable.
std::optional<Cell> cell_of(PopulationRow& row, Meters point_cell_size, ImportReport& report) {
  auto const& position = row.position;
  auto const& id = row.id;
  auto const& shape = position.shape;
  Cell cell{.id = id,
            .center = {},
            .outline = {},
            .residents = row.residents,
            .groups = row.groups.numbers,
            .residents_range = row.range,
            .group_ranges = row.groups.ranges,
            .countries = row.countries};
  if (position.is_point) {
    cell.center = {shape.points.front().x, shape.points.front().y};
    bool const is_cell = position.cell_size_m > 0;
    cell.outline =
        square_around(cell.center, is_cell ? position.cell_size_m : point_cell_size.value());
    cell.is_point = !is_cell;
    return cell;
  }
  auto outline = sound_area(shape, id, report);
  if (!outline) return std::nullopt;
  cell.outline = *std::move(outline);
  cell.center = centroid(cell.outline);
  return cell;
}

/// Counts cells whose geometry contradicts their stated square; the geometry is used.
void check_squares(PopulationRow const& row, SquareCheck& check, ImportReport& report) {
  auto const& shape = row.position.shape;
  if (row.spelled && !check.agrees(shape, *row.spelled)) {
    report.count("cell id spells another square than its geometry, which was used", row.id,
                 Consequence::Used);
  }
  if (row.beside && !check.agrees(shape, *row.beside)) {
    report.count("xkoord and ykoord are not the corner of its geometry, which was used", row.id,
                 Consequence::Used);
  }
}

/// Sets the size of squares whose convention does not fix it: that in the name of their layer, else
/// the spacing of corners. Corners on no grid are points.
void tell_squares(std::vector<PopulationRow>& rows, Reading const& reading) {
  auto& [table, fields, report] = reading.opened;
  auto const& schema = *fields.schema;
  if (schema.position != Position::LowerLeftCorner || schema.cell_size_m > 0) return;
  std::vector<RawPoint> corners;
  corners.reserve(rows.size());
  for (auto const& row : rows) corners.push_back(row.position.shape.points.front());
  auto const spacing = grid_spacing(corners);
  if (!spacing) {
    fields.schema = &point_schema();
    report.recognised += "; no corners of a grid, taken as points";
    for (auto& row : rows) row.position.is_point = true;
    return;
  }
  bool const is_named = reading.grid.has_value();
  double const side = is_named ? reading.grid->size_m : spacing->side;
  for (auto const row : spacing->off_grid)
    report.count("corner that is not on the grid of the others, used as it is", rows[row].id,
                 Consequence::Used);
  for (auto const row : spacing->twice)
    report.count("corner that an earlier row has as well", rows[row].id, Consequence::Used);
  report.recognised +=
      fmt::format("; squares of {} m {}", side, is_named ? "by name" : "by their spacing");
  for (auto& row : rows) row.position.shape = square_shape(row.position.shape.points.front(), side);
}

std::vector<FieldIndex> fields_of(std::vector<GroupField> const& groups) {
  std::vector<FieldIndex> fields;
  fields.reserve(groups.size());
  for (auto const& group : groups) fields.push_back(group.field);
  return fields;
}

std::vector<std::pair<std::string, double>> sums_of(Population const& population,
                                                    Groups const& groups) {
  std::vector<std::pair<std::string, double>> sums{{"residents", 0}};
  for (auto const& group : groups) sums.emplace_back(group.name, 0);
  for (auto const& cell : population) {
    sums[0].second += cell.residents.value_or(People{0}).value();
    for (auto const g : groups.ids())
      sums[1 + g.value()].second += cell.groups[g].value_or(People{0}).value();
  }
  return sums;
}

}  // namespace

PopulationRead read_population(PopulationInput const& input, WorkingFrame const& frame) {
  if (Raster::is_one(input.source)) return read_population_raster(input, frame);
  auto opened = open_input("population", input.source, GeometryKind::Point, population_schemas(),
                           {{Role::Residents, "population-total", input.residents_field},
                            {Role::Id, "cell-id", input.id_field},
                            {Role::X, "population-x", input.x_field},
                            {Role::Y, "population-y", input.y_field}});
  auto& table = opened.table;
  auto& report = opened.report;
  Reading reading{opened, find_groups(table, input.groups), parse_grid_name(table.name())};
  if (!reading.groups.empty()) report.recognised += "; groups " + describe(reading.groups);
  table.learn({.measures = {}, .counts = fields_of(reading.groups), .ids = {}});
  auto rows = read_rows(reading);
  if (rows.empty()) end_reading(opened);
  tell_squares(rows, reading);
  std::vector<PositionedRow> positions;
  positions.reserve(rows.size());
  for (auto const& row : rows) positions.push_back(row.position);
  Placing placing{crs_of(positions, opened), frame, table.where(), "population-crs"};
  SquareCheck check{placing.source()};

  PopulationRead result;
  for (auto const& field : reading.groups) result.groups.push_back(field.group);
  result.population.reserve(rows.size());
  for (auto& row : rows) {
    check_squares(row, check, report);
    auto& shape = row.position.shape;
    auto const raw = shape.points.front();
    placing.project(shape);
    if (!placing.accept(shape.points.front(), raw, row.id, report)) continue;
    if (auto cell = cell_of(row, input.point_cell_size, report))
      result.population.push_back(*std::move(cell));
  }
  report.rows_used = result.population.size();
  report.sums = sums_of(result.population, result.groups);
  auto const known = reading.known.value();
  auto const used = report.sums.front().second;
  if (known > used && !is_same_sum(known, used)) report.residents_left_out = known - used;
  placing.finish(report.rows_used, table.where());
  end_reading(opened);
  result.report = std::move(report);
  return result;
}

}  // namespace gapmap::io
