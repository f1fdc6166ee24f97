#include "gapmap/io/detail/point_rows.h"

#include <utility>

#include "gapmap/geometry/measure.h"
#include "gapmap/io/placing.h"
#include "gapmap/io/positions.h"
#include "gapmap/io/detail/totals_row.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

/// Rows as read, and the positions of those that have one.
struct Raw {
  std::vector<PointRow> rows;
  std::vector<PositionedRow> positions;
  std::vector<std::size_t> row_of_position;
};

/// Whether a row of a list that people type is the heading of those below it, like "Mikkelin alue":
/// one cell is filled, and it is no number. Only where the list has two further fields at least
/// beside that one and the coordinates, which every place would leave blank; else it is a place
/// without coordinates. A locality alone can be found in a gazetteer.
bool is_subheading(Record const& record, OpenedInput const& opened) {
  if (opened.table.geometry() != GeometryKind::None) return false;
  std::size_t others = 0;
  std::optional<FieldIndex> filled;
  for (std::size_t i = 0; i < opened.table.fields().size(); ++i) {
    auto const field = static_cast<FieldIndex>(i);
    if (auto const text = record.text(field)) {
      if (filled || parse_number(*text, {})) return false;
      filled = field;
    } else if (opened.fields.field(Role::X) != field && opened.fields.field(Role::Y) != field) {
      ++others;
    }
  }
  return filled && others >= 2 && opened.fields.field(Role::Locality) != filled;
}

PointRow words_of(Record const& record, Recognised const& fields, PointRowOptions const& options) {
  PointRow row{.row = name_of_row(record, fields),
               .texts = {},
               .capacity = std::nullopt,
               .cost = std::nullopt,
               .passes = {},
               .point = std::nullopt};
  if (auto const field = fields.field(Role::Capacity)) row.capacity = record.number(*field);
  if (auto const field = fields.field(Role::Cost)) row.cost = record.number(*field);
  for (auto const& [role, field] : fields.fields) {
    if (role == Role::X || role == Role::Y) continue;
    if (auto text = record.text(field)) row.texts.emplace(role, *std::move(text));
  }
  for (auto const& condition : options.conditions)
    row.passes.push_back(condition.holds(record) ? 1 : 0);
  return row;
}

Raw read_raw(OpenedInput& opened, PointRowOptions const& options) {
  Raw raw;
  opened.table.visit([&](Record const& record) {
    ++opened.report.rows;
    bool const keeps =
        options.nowhere == RowsNowhere::Keep && is_without_position(record, opened.fields);
    ImportReport told;  // kept until the row is known not to be a total
    auto position = keeps ? std::nullopt : position_of(record, opened.fields, told);
    bool const is_total = !keeps && !position && is_nowhere(record, opened.fields) &&
                          says_total(record, opened.table);
    if (is_total) return opened.report.count("totals row", name_of_row(record, opened.fields));
    if (!position && is_subheading(record, opened))
      return opened.report.count("subheading row", name_of_row(record, opened.fields));
    for (auto const& remark : told.remarks) opened.report.count(remark);
    if (!keeps && !position) return;
    if (position) {
      raw.positions.push_back(*std::move(position));
      raw.row_of_position.push_back(raw.rows.size());
    }
    raw.rows.push_back(words_of(record, opened.fields, options));
  });
  return raw;
}

/// Returns the point in metres; nothing, and counted, if it is implausible or its polygon encloses
/// nothing.
std::optional<Point> point_of(PositionedRow& position, Placing& placing, ImportReport& report) {
  auto& shape = position.shape;
  auto const raw = shape.points.front();
  placing.project(shape);
  if (!placing.accept(shape.points.front(), raw, position.row, report)) return std::nullopt;
  if (position.is_point) return Point{shape.points.front().x, shape.points.front().y};
  auto const area = sound_area(shape, position.row, report);
  return area ? std::optional{centroid(*area)} : std::nullopt;
}

}  // namespace

std::vector<PointRow> read_point_rows(OpenedInput& opened, WorkingFrame const& frame,
                                      PointRowOptions const& options) {
  auto& report = opened.report;
  auto raw = read_raw(opened, options);
  std::vector<char> is_usable(raw.rows.size(), 1);
  std::size_t used = raw.rows.size();
  if (raw.positions.empty()) {
    report.crs = "no coordinates";
  } else {
    Placing placing{crs_of(raw.positions, opened), frame, opened.table.where(), options.crs_option};
    for (std::size_t i = 0; i < raw.positions.size(); ++i) {
      auto const row = raw.row_of_position[i];
      raw.rows[row].point = point_of(raw.positions[i], placing, report);
      if (raw.rows[row].point) continue;
      is_usable[row] = 0;
      --used;
    }
    placing.finish(used, opened.table.where());
  }
  std::vector<PointRow> rows;
  rows.reserve(used);
  for (std::size_t row = 0; row < raw.rows.size(); ++row) {
    if (is_usable[row] != 0) rows.push_back(std::move(raw.rows[row]));
  }
  report.rows_used = rows.size();
  end_reading(opened);
  return rows;
}

}  // namespace gapmap::io
