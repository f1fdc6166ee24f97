#include "gapmap/tables/output_table.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "gapmap/units/error.h"

namespace gapmap::tables {
namespace {

template <class Number>
std::optional<Value> number_of(std::string const& text) {
  Number number{};
  auto const* const end = text.data() + text.size();
  auto const [stopped, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stopped != end) return std::nullopt;
  return number;
}

}  // namespace

OutputShape shape_of(OutputTable const& table) {
  if (!table.lines.empty())
    return table.lines[0].size() == 1 ? OutputShape::Point : OutputShape::Line;
  return table.areas.empty() ? table.shape_if_empty : OutputShape::Area;
}

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

std::optional<Value> to_value(std::string text, Column const& column) {
  if (text.empty()) return Value{};
  switch (column.type) {
    case ColumnType::Text:
      return Value{std::move(text)};
    case ColumnType::Integer:
      return number_of<std::int64_t>(text);
    case ColumnType::Real:
      return number_of<double>(text);
  }
  return std::nullopt;
}

}  // namespace gapmap::tables
