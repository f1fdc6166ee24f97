#include "gapmap/io/write_table.h"

#include "gapmap/geometry/measure.h"
#include "gapmap/io/csv.h"
#include "gapmap/io/write_file.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

tables::Value as_written(tables::Value value, tables::Column const& column) {
  auto const* text = std::get_if<std::string>(&value);
  bool const is_same = text != nullptr ? column.type == tables::ColumnType::Text && !text->empty()
                                       : std::holds_alternative<std::monostate>(value) ||
                                             (column.type == tables::ColumnType::Integer &&
                                              std::holds_alternative<std::int64_t>(value));
  if (is_same) return value;
  auto written = tables::to_value(tables::to_text(value, column), column);
  expects(written.has_value(), "what a column writes it reads");
  return *std::move(written);
}

}  // namespace

tables::OutputTable as_written(tables::OutputTable table) {
  for (auto& row : table.rows) {
    stop_if_asked();
    for (std::size_t c = 0; c < row.size(); ++c)
      row[c] = as_written(std::move(row[c]), table.columns[c]);
  }
  for (auto& area : table.areas) area = wound_anticlockwise(std::move(area));
  return table;
}

void write_csv(std::string const& path, tables::OutputTable const& table) {
  std::string text;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    text += (c == 0 ? "" : ",") + csv_field(table.columns[c].name);
  }
  text += '\n';
  for (auto const& row : table.rows) {
    stop_if_asked();
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > 0) text += ',';
      text += csv_field(tables::to_text(row[c], table.columns[c]));
    }
    text += '\n';
  }
  write_file(path, text);
}

}  // namespace gapmap::io
