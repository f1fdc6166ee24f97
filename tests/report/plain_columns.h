#pragma once
// Columns of tables made by hand, also such as no result has.

#include <string>

#include "gapmap/tables/output_table.h"

namespace gapmap::report::column {

inline tables::Column text(std::string name) { return {std::move(name), tables::ColumnType::Text}; }
inline tables::Column integer(std::string name) {
  return {std::move(name), tables::ColumnType::Integer};
}
inline tables::Column meters(std::string name) {
  return {std::move(name), tables::ColumnType::Real, 3};
}

}  // namespace gapmap::report::column
