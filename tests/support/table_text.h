#pragma once
// Tables as tests look at them.

#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

[[nodiscard]] inline std::vector<std::string> names_of(OutputTable const& table) {
  std::vector<std::string> names;
  for (auto const& column : table.columns) names.push_back(column.name);
  return names;
}

/// Rows as lines of fields with bars.
[[nodiscard]] inline std::string text_of(OutputTable const& table) {
  std::string text;
  for (auto const& row : table.rows) {
    for (std::size_t c = 0; c < row.size(); ++c)
      text += (c == 0 ? "" : "|") + to_text(row[c], table.columns[c]);
    text += '\n';
  }
  return text;
}

}  // namespace gapmap::tables
