#include "gapmap/io/detail/input_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "gapmap/units/blanks.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {
namespace {

bool has_any(std::span<std::string const> cells) {
  return std::ranges::any_of(cells, [](auto const& cell) { return !is_blank(cell); });
}

/// Removes blanks around a cell.
void trim(std::string& cell) {
  auto const inner = without_blanks_around(cell);
  if (inner.size() != cell.size()) cell = std::string{inner};
}

/// Removes the marks in ="005" or '005, by which people keep zeros that a spreadsheet would remove.
void unwrap(std::string& cell) {
  if (cell.size() > 3 && cell.starts_with("=\"") && cell.ends_with('"') &&
      cell.find('"', 2) == cell.size() - 1) {
    cell = cell.substr(2, cell.size() - 3);
    return;
  }
  bool const is_marked = cell.size() > 1 && cell[0] == '\'' &&
                         cell.find_first_not_of("0123456789", 1) == std::string::npos;
  if (is_marked) cell.erase(0, 1);
}

}  // namespace

InputSheet::InputSheet(std::shared_ptr<RowSource const> source, InputError::Where where,
                       std::optional<std::size_t> header, KnownName const& is_known)
    : source_{std::move(source)}, where_{std::move(where)} {
  constexpr std::size_t kLooked = 50;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> numbers;
  source_->visit([&](InputRow& row) {
    if (header && row.number > *header) return false;
    if (!has_any(row.cells) || (header && row.number < *header)) return true;
    rows.push_back(row.cells);
    numbers.push_back(row.number);
    return rows.size() < kLooked;
  });
  if (header && rows.empty()) {
    throw InputError{
        where_, fmt::format("its {} {} has no header (`header-row`)", source_->row_is(), *header),
        "count rows from the top of the file, titles and blank ones too"};
  }
  if (rows.empty()) return;
  auto const at = header ? 0 : header_row(rows, is_known);
  header_ = numbers[at];
  if (at > 0 || header) skipped_to_ = header_;
  // Four times Excel's limit; more columns mean rows that a program wrote side by side.
  constexpr std::size_t kMostColumns = 65'536;
  if (rows[at].size() > kMostColumns) {
    throw InputError{where_, fmt::format("has {} columns", rows[at].size()),
                     "check that lines end where rows do, and that it is the right file"};
  }
  names_ = rows[at];
  for (auto& name : names_) name = in_one_line(name);
  name_fields(names_);
  if (header) return;
  for (auto const i : rows_above(rows, at)) rows_above_.push_back(numbers[i]);
  for (auto const i : io::like_headers(rows, at, is_known)) like_headers_.push_back(numbers[i]);
  other_header_.emplace(rows[at], std::span{rows}.subspan(at + 1), is_known);
}

void InputSheet::name_fields(std::vector<std::string> const& header) {
  auto size = header.size();
  while (size > 0 && is_blank(header[size - 1])) --size;
  std::unordered_set<std::string> taken;
  // Columns without a heading may have values; those beyond the header are reported as odd.
  for (std::size_t i = 0; i < size; ++i) {
    auto name = header[i];
    if (name.empty()) name = fmt::format("field_{}", i + 1);
    auto unique = name;
    for (int k = 2; taken.contains(unique); ++k) unique = fmt::format("{}_{}", name, k);
    taken.insert(unique);
    fields_.push_back(std::move(unique));
  }
}

bool InputSheet::is_header_again(std::vector<std::string> const& cells) const {
  std::size_t same = 0;
  for (std::size_t i = 0; i < std::max(cells.size(), names_.size()); ++i) {
    auto const cell = i < cells.size() ? std::string_view{cells[i]} : std::string_view{};
    auto const name = i < names_.size() ? std::string_view{names_[i]} : std::string_view{};
    if (cell != name && in_one_line(cell) != name) return false;
    if (!name.empty()) ++same;
  }
  return same >= 2;
}

/// Returns the cells beyond the last field.
std::span<std::string const> InputSheet::beyond(InputRow const& row) const {
  return std::span{row.cells}.subspan(std::min(row.cells.size(), fields_.size()));
}

/// Whether the row is longer than the header, or has a number where the header has a blank. A word
/// there is a note, as spreadsheets save it.
bool InputSheet::is_shifted(InputRow const& row) const {
  auto const more = beyond(row);
  if (more.empty() || !source_->may_shift()) return false;
  auto const behind_header = more.subspan(std::min(more.size(), names_.size() - fields_.size()));
  return has_any(behind_header) || std::ranges::any_of(more, [](auto const& cell) {
           return parse_number(cell, {}).has_value();
         });
}

void InputSheet::visit(std::function<void(InputRow const&)> const& visitor) const {
  std::size_t count = 0;
  source_->visit([&](InputRow& row) {
    if (row.number <= header_) return true;
    ++count;
    if (!has_any(row.cells) || is_shifted(row) || is_header_again(row.cells)) return true;
    row.cells.resize(fields_.size());
    for (auto& cell : row.cells) {
      trim(cell);
      if (!cell.empty() && (cell[0] == '=' || cell[0] == '\'')) unwrap(cell);
    }
    auto const in_file = row.number;
    if (!source_->has_numbered_rows()) row.number = count;
    visitor(row);
    row.number = in_file;
    return true;
  });
}

void InputSheet::refuse_other_header(std::size_t number) const {
  auto const row_is = source_->row_is();
  throw InputError{where_,
                   fmt::format("its {} {} and {} {} both look like headers, with rows between them",
                               row_is, header_, row_is, number),
                   fmt::format("put each table in a file of its own, or choose the header with "
                               "`header-row` {} or `header-row` {}",
                               header_, number)};
}

std::vector<RowOddity> InputSheet::oddities() const {
  constexpr RemarkText kMore{"row with more cells than there are fields"};
  std::vector<RowOddity> found;
  auto const place = [&](std::size_t number) {
    return fmt::format("{} {}", source_->row_is(), number);
  };
  for (auto const number : rows_above_)
    found.push_back({"row of the table above its header", place(number), true});
  auto other = other_header_;
  std::size_t rows = 0;
  std::size_t shifted = 0;
  std::size_t first_shifted = 0;
  source_->visit([&](InputRow& row) {
    if (row.number <= header_ || !has_any(row.cells)) return true;
    if (is_header_again(row.cells)) {
      found.push_back({"the header once more", place(row.number), true});
      return true;
    }
    if (other && other->is_at(row.cells)) refuse_other_header(row.number);
    ++rows;
    if (is_shifted(row)) {
      if (shifted++ == 0) first_shifted = row.number;
      found.push_back({kMore, place(row.number), true});
      return true;
    }
    if (has_any(beyond(row))) found.push_back({kMore, place(row.number)});
    RowOddity formulas{kNeverComputed, place(row.number)};
    for (std::size_t i = 0; i < std::min(row.kinds.size(), fields_.size()); ++i) {
      if (row.kinds[i] == CellKind::NeverComputed) formulas.fields.push_back(i);
    }
    if (!formulas.fields.empty()) found.push_back(std::move(formulas));
    return true;
  });
  if (shifted * 2 > rows) {
    throw InputError{
        where_,
        fmt::format("{} of its {} rows have more cells than its header, the first in {} {}",
                    shifted, rows, source_->row_is(), first_shifted),
        "put text and numbers that have the separator in them between quotation marks, and name "
        "every column in the header"};
  }
  for (auto const& [what, number] : source_->oddities()) found.push_back({what, place(number)});
  return found;
}

}  // namespace gapmap::io
