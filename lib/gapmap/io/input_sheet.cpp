#include "gapmap/io/input_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "gapmap/io/header_row.h"
#include "gapmap/io/line_cells.h"

namespace gapmap::io {
namespace {

bool is_blank_row(std::vector<std::string> const& cells) {
  return std::ranges::all_of(cells, [](auto const& cell) { return is_blank(cell); });
}

/// A name in one line: headings break where the column is narrow.
std::string name_in(std::string const& cell) {
  std::string name;
  for (char const c : cell) {
    bool const is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_space) name += c;
    if (is_space && !name.empty() && name.back() != ' ') name += ' ';
  }
  while (name.ends_with(' ')) name.pop_back();
  return name;
}

/// Zeros that a spreadsheet would take away are kept by writing ="005" or '005.
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
                       std::optional<std::size_t> header,
                       std::function<bool(std::string_view)> const& is_known)
    : source_{std::move(source)} {
  constexpr std::size_t kLooked = 50;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> numbers;
  source_->visit([&](InputRow& row) {
    if (header && row.number > *header) return false;
    if (is_blank_row(row.cells) || (header && row.number < *header)) return true;
    rows.push_back(row.cells);
    numbers.push_back(row.number);
    return rows.size() < kLooked;
  });
  if (header && rows.empty()) {
    throw InputError{
        where, fmt::format("its {} {} has no header (--header-row)", source_->row_is(), *header),
        "count rows from the top of the file, titles and blank ones too"};
  }
  if (rows.empty()) return;
  auto const at = header ? 0 : header_row(rows, is_known);
  header_ = numbers[at];
  if (at > 0 || header) skipped_to_ = header_;
  // Four times what Excel has: more are rows that a program wrote side by side.
  constexpr std::size_t kMostColumns = 65'536;
  if (rows[at].size() > kMostColumns) {
    throw InputError{where, fmt::format("has {} columns", rows[at].size()),
                     "check that lines end where rows do, and that it is the right file"};
  }
  name_fields(rows[at]);
}

void InputSheet::name_fields(std::vector<std::string> const& header) {
  auto size = header.size();
  while (size > 0 && is_blank(header[size - 1])) --size;
  std::unordered_set<std::string> taken;
  // Columns without a heading may hold something; those beyond are told as odd.
  for (std::size_t i = 0; i < size; ++i) {
    auto name = name_in(header[i]);
    if (name.empty()) name = fmt::format("field_{}", i + 1);
    auto unique = name;
    for (int k = 2; taken.contains(unique); ++k) unique = fmt::format("{}_{}", name, k);
    taken.insert(unique);
    fields_.push_back(std::move(unique));
  }
}

void InputSheet::visit(std::function<void(InputRow const&)> const& visitor) const {
  std::size_t count = 0;
  source_->visit([&](InputRow& row) {
    if (row.number <= header_) return true;
    ++count;
    if (is_blank_row(row.cells)) return true;
    row.cells.resize(fields_.size());
    for (auto& cell : row.cells) {
      if (!cell.empty() && (cell[0] == '=' || cell[0] == '\'')) unwrap(cell);
    }
    auto const in_file = row.number;
    if (!source_->has_numbered_rows()) row.number = count;
    visitor(row);
    row.number = in_file;
    return true;
  });
}

std::vector<std::pair<RemarkText, std::string>> InputSheet::remarks() const {
  std::vector<std::pair<RemarkText, std::string>> remarks;
  auto const place = [&](std::size_t number) {
    return fmt::format("{} {}", source_->row_is(), number);
  };
  source_->visit([&](InputRow& row) {
    bool const has_more =
        row.number > header_ && row.cells.size() > fields_.size() &&
        std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(fields_.size()),
                    row.cells.end(), [](auto const& cell) { return !is_blank(cell); });
    constexpr RemarkText kMore{"row with more cells than there are fields"};
    if (has_more) remarks.emplace_back(kMore, place(row.number));
    return true;
  });
  for (auto const& [what, number] : source_->oddities()) remarks.emplace_back(what, place(number));
  return remarks;
}

}  // namespace gapmap::io
