#include "gapmap/io/unused_coordinates.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gapmap/io/degrees.h"
#include "gapmap/io/placing.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

bool is_in_finland(RawPoint p) {
  bool const are_degrees = p.x > 19 && p.x < 32 && p.y > 59 && p.y < 71;
  int const epsg = epsg_by_value(p);
  // Degrees are written with decimals; other small numbers are ages and seats.
  bool const are_fractions = p.x != std::round(p.x) || p.y != std::round(p.y);
  return epsg == 4326 ? are_degrees && are_fractions : epsg != 0;
}

/// Also with signs and directions, whichever axis it may be of.
std::optional<double> coordinate_of(Record const& record, FieldIndex field, std::string_view text) {
  if (auto const number = record.number(field)) return number;
  auto const north = parse_coordinate(text, Axis::North, {});
  return north ? north : parse_coordinate(text, Axis::East, {});
}

/// "62.1234, 27.1234" or "POINT (27.1 62.1)" in one cell.
bool holds_both(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t i = 0; i < text.size();) {
    auto const start = text.find_first_of("0123456789", i);
    if (start == std::string_view::npos) break;
    auto end = std::min(text.find_first_not_of("0123456789.", start), text.size());
    if (auto const number = parse_number(text.substr(start, end - start), {}))
      numbers.push_back(*number);
    i = end + 1;
  }
  return numbers.size() == 2 &&
         (is_in_finland({numbers[0], numbers[1]}) || is_in_finland({numbers[1], numbers[0]}));
}

}  // namespace

void refuse_unused_coordinates(Table const& table, Recognised const& used,
                               std::string const& option) {
  auto const& fields = table.fields();
  auto const size = fields.size();
  std::vector<char> is_free(size, 1);
  for (auto const& [role, field] : used.fields) {
    // A name, an id or a locality is no coordinate whatever else it is.
    is_free[static_cast<std::size_t>(field)] = 0;
  }
  std::vector<std::vector<std::optional<double>>> columns(size);
  std::vector<std::size_t> both(size);
  std::vector<std::size_t> filled(size);
  table.visit([&](Record const& record) {
    for (std::size_t i = 0; i < size; ++i) {
      if (is_free[i] == 0) continue;
      auto const text = record.text(static_cast<FieldIndex>(i));
      columns[i].push_back(text ? coordinate_of(record, static_cast<FieldIndex>(i), *text)
                                : std::nullopt);
      if (!text) continue;
      ++filled[i];
      if (holds_both(*text)) ++both[i];
    }
  });
  auto const refuse = [&](std::string const& what, std::string const& what_to_do) {
    throw InputError{table.where(), what, what_to_do};
  };
  for (std::size_t i = 0; i < size; ++i) {
    if (filled[i] > 0 && both[i] * 2 > filled[i])
      refuse(fmt::format("its field {} holds what look like coordinates, which are not used",
                         fields[i]),
             fmt::format("put them in two fields and name those with {}-x and {}-y, or delete the "
                         "field to use the gazetteer alone",
                         option, option));
  }
  for (std::size_t x = 0; x < size; ++x) {
    for (std::size_t y = 0; y < size; ++y) {
      if (x == y || columns[x].empty() || columns[y].empty()) continue;
      std::size_t fit = 0;
      std::size_t with_both = 0;
      for (std::size_t r = 0; r < columns[x].size(); ++r) {
        if (!columns[x][r] || !columns[y][r]) continue;
        ++with_both;
        if (is_in_finland({*columns[x][r], *columns[y][r]})) ++fit;
      }
      if (with_both == 0 || fit * 2 <= with_both) continue;
      refuse(fmt::format("its fields {} and {} hold what look like coordinates, which are not used",
                         fields[x], fields[y]),
             fmt::format("name them with {}-x {} {}-y {}, or delete them to use the gazetteer "
                         "alone",
                         option, fields[x], option, fields[y]));
    }
  }
}

}  // namespace gapmap::io
