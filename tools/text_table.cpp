#include "tools/text_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace gapmap::tools {

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string plain(std::string text) {
  constexpr std::string_view kNoBreakSpace = "\u00a0";
  for (auto at = text.find(kNoBreakSpace); at != std::string::npos;
       at = text.find(kNoBreakSpace, at))
    text.replace(at, kNoBreakSpace.size(), " ");
  return text;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  if (width <= indent) return std::string{text};
  std::string lines;
  std::size_t column = 0;
  while (!text.empty()) {
    auto const end = std::min(text.find(' ', text.find_first_not_of(' ')), text.size());
    auto word = text.substr(0, end);
    text.remove_prefix(end);
    if (column > indent && column + width_of(word) > width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
      word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
    }
    lines += word;
    column += width_of(word);
  }
  return lines;
}

std::vector<std::string> aligned(std::vector<std::vector<std::string>> const& rows,
                                 std::string_view sides) {
  std::vector<std::size_t> widths(rows.empty() ? 0 : rows[0].size());
  for (auto const& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], width_of(row[c]));
  }
  std::vector<std::string> lines;
  for (auto const& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) {
      std::string const padding(widths[c] - width_of(row[c]), ' ');
      bool const is_text = c < sides.size() && sides[c] == 'l';
      line += (c == 0 ? "" : "  ") + (is_text ? row[c] + padding : padding + row[c]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string grouped(People people) {
  auto digits = fmt::format("{:.0f}", people.value());
  for (auto i = static_cast<std::ptrdiff_t>(digits.size()) - 3; i > 0; i -= 3) {
    digits.insert(static_cast<std::size_t>(i), " ");
  }
  return digits;
}

}  // namespace gapmap::tools
