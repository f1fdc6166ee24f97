#pragma once
// A result as rows and columns, before it becomes a file: the same table is a CSV, a GeoJSON layer,
// a sheet.

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
  int decimals = 0;  ///< of Real: as many as mean something
};

/// Nothing is nothing: an empty field in CSV, null in JSON.
using Value = std::variant<std::monostate, std::string, std::int64_t, double>;

/// What the rows of a table are on a map.
enum class OutputShape : std::uint8_t { Area, Line, Point };

struct OutputTable {
  std::string name;  ///< of the layer
  std::vector<Column> columns;
  std::vector<std::vector<Value>> rows;
  std::vector<Area>
      areas;  ///< one a row in the working CRS; fewer if the last rows have no place on a map
  std::vector<std::vector<Point>> lines =
      {};  ///< or these, one a row; a line of one point is a point, in all rows or none
  OutputShape shape_if_empty = OutputShape::Area;  ///< what a layer without rows is one of
};

/// What its rows are on a map, if it is one.
[[nodiscard]] OutputShape shape_of(OutputTable const& table);

/// Puts the columns of `more` behind those of `table`, row by row. Requires: as many rows in both.
void append_columns(OutputTable& table, OutputTable const& more);

/// As text with the column's decimals, trailing zeros dropped, a decimal point: "1234.5"; empty for
/// nothing.
[[nodiscard]] std::string to_text(Value const& value, Column const& column);

/// What such a text says; nothing at all if it is no number of the column's type.
[[nodiscard]] std::optional<Value> to_value(std::string text, Column const& column);

}  // namespace gapmap::tables
