#pragma once
// A result as rows and columns, before it becomes a file: the same table is written as CSV, a
// GeoJSON layer or a sheet.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/geometry/shapes.h"

namespace gapmap::tables {

enum class ColumnType : std::uint8_t { Text, Integer, Real };

struct Column {
  std::string name;
  ColumnType type;
  int decimals = 0;  ///< number of meaningful decimals of a Real
};

/// The content of a field; std::monostate is an empty field in CSV and null in JSON.
using Value = std::variant<std::monostate, std::string, std::int64_t, double>;

/// The geometry type of a table's rows.
enum class OutputShape : std::uint8_t { Area, Line, Point };

struct OutputTable {
  std::string name;  ///< also the name of the layer
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
  std::vector<Area>
      areas;  ///< one per row in the working CRS; fewer if the last rows have no place on a map
  std::vector<std::vector<Point>> lines = {};  ///< instead of areas, one per row; lines of a single
                                               ///< point are points, in all rows or in none
  OutputShape shape_if_empty = OutputShape::Area;  ///< geometry type of a layer without rows
};

/// Returns the geometry type of the rows, if the table is a layer.
[[nodiscard]] OutputShape shape_of(OutputTable const& table);

/// Appends the columns of `more` to those of `table`, row by row.
/// Requires: both tables have equally many rows.
void append_columns(OutputTable& table, OutputTable const& more);

/// Returns the value as text with the column's decimals, without trailing zeros and with a decimal
/// point: "1234.5"; empty if there is no value.
[[nodiscard]] std::string to_text(Value const& value, Column const& column);

/// Parses text written by to_text(). Returns nothing if it is not a number of the column's type.
[[nodiscard]] std::optional<Value> to_value(std::string text, Column const& column);

}  // namespace gapmap::tables
