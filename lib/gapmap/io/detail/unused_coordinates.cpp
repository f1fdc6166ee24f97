#include "gapmap/io/detail/unused_coordinates.h"

#include <fmt/format.h>

#include <tuple>
#include <vector>

#include "gapmap/io/detail/coordinate_text.h"
#include "gapmap/io/detail/degrees.h"
#include "gapmap/io/positions.h"

namespace gapmap::io {
namespace {

/// A cell of a field that has no role.
struct Cell {
  bool is_filled = false;
  bool is_number = false;  ///< as the reader of coordinates would read it
  bool holds_both = false;
  std::optional<WrittenCoordinate> one = std::nullopt;
};

struct Cells {
  std::vector<std::vector<Cell>> columns;  ///< by field; empty: the field is used
  std::vector<char> are_nowhere;           ///< by row: it has no position
};

Cells read_cells(Table const& table, Recognised const& used) {
  Cells cells{std::vector<std::vector<Cell>>(table.fields().size()), {}};
  std::vector<char> is_free(table.fields().size(), 1);
  // Names, ids and localities are no coordinates, whatever they look like.
  for (auto const& [role, field] : used.fields) is_free[static_cast<std::size_t>(field)] = 0;
  table.visit([&](Record const& record) {
    cells.are_nowhere.push_back(is_without_position(record, used) ? 1 : 0);
    for (std::size_t i = 0; i < is_free.size(); ++i) {
      if (is_free[i] == 0) continue;
      auto const field = static_cast<FieldIndex>(i);
      auto const text = record.text(field);
      auto& cell = cells.columns[i].emplace_back();
      if (!text) continue;
      cell.is_filled = true;
      cell.is_number = record.number(field) || parse_coordinate(*text, Axis::North, {}) ||
                       parse_coordinate(*text, Axis::East, {});
      cell.holds_both = holds_coordinates(*text);
      cell.one = written_coordinate(*text);
    }
  });
  return cells;
}

/// Number of rows that have a value, that look like coordinates, and that have no other position.
struct Fit {
  std::size_t filled = 0;
  std::size_t fitting = 0;
  std::size_t nowhere = 0;

  void add(bool fits, bool is_nowhere) {
    ++filled;
    if (fits) ++fitting;
    if (fits && is_nowhere) ++nowhere;
  }
  [[nodiscard]] bool is_refused() const { return fitting * 2 > filled && nowhere > 0; }
};

}  // namespace

// NOLINTNEXTLINE(readability-function-cognitive-complexity): each row of each pair of fields.
void refuse_unused_coordinates(Table const& table, Recognised const& used,
                               std::string const& option) {
  auto const [columns, are_nowhere] = read_cells(table, used);
  auto const& fields = table.fields();
  auto const rows = are_nowhere.size();
  bool const is_by_locality = used.schema->position == Position::Locality;
  std::string const some_elsewhere{
      "put the coordinates of all rows into the same two fields, or delete those that are not to "
      "be used"};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    Fit fit;
    for (std::size_t r = 0; r < columns[i].size(); ++r) {
      if (columns[i][r].is_filled) fit.add(columns[i][r].holds_both, are_nowhere[r] != 0);
    }
    if (!fit.is_refused()) continue;
    throw InputError{
        table.where(),
        fmt::format("its field {} holds what look like coordinates, which are not used", fields[i]),
        is_by_locality
            ? fmt::format(
                  "put them in two fields and name those with `{}-x` and `{}-y`, or delete the "
                  "field to look its rows up by address or locality",
                  option, option)
            : some_elsewhere};
  }
  for (std::size_t x = 0; x < columns.size(); ++x) {
    for (std::size_t y = 0; y < columns.size(); ++y) {
      if (x == y || columns[x].empty() || columns[y].empty()) continue;
      Fit fit;
      bool are_numbers = true;
      for (std::size_t r = 0; r < rows; ++r) {
        auto const& [a, b] = std::tie(columns[x][r], columns[y][r]);
        if (!a.one || !b.one) continue;
        bool const fits = is_in_finland(*a.one, *b.one);
        fit.add(fits, are_nowhere[r] != 0);
        if (fits) are_numbers = are_numbers && a.is_number && b.is_number;
      }
      if (!fit.is_refused()) continue;
      throw InputError{
          table.where(),
          fmt::format("its fields {} and {} hold what look like coordinates, which are not used",
                      fields[x], fields[y]),
          !is_by_locality ? some_elsewhere
          : are_numbers
              ? fmt::format("name them with `{}-x` {} `{}-y` {}, or delete them to look its "
                            "rows up by address or locality",
                            option, fields[x], option, fields[y])
              : fmt::format(
                    "write them as plain numbers and name them with `{}-x` {} `{}-y` {}, or "
                    "delete them to look its rows up by address or locality",
                    option, fields[x], option, fields[y])};
    }
  }
}

}  // namespace gapmap::io
