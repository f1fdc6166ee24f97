#include "gapmap/io/output_table.h"

#include <fmt/format.h>

#include "gapmap/units/error.h"

namespace gapmap::io {

void append_columns(OutputTable& table, OutputTable const& more) {
  expects(table.rows.size() == more.rows.size(), "both tables have the same rows");
  table.columns.insert(table.columns.end(), more.columns.begin(), more.columns.end());
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    table.rows[r].insert(table.rows[r].end(), more.rows[r].begin(), more.rows[r].end());
  }
}

std::string to_text(Value const& value, Column const& column) {
  if (auto const* text = std::get_if<std::string>(&value)) return *text;
  if (auto const* integer = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *integer);
  auto const* real = std::get_if<double>(&value);
  if (real == nullptr) return {};
  auto text = fmt::format("{:.{}f}", *real, column.decimals);
  if (column.decimals > 0) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace gapmap::io
