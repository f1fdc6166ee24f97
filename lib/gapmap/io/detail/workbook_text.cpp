#include "gapmap/io/detail/workbook_text.h"

#include <algorithm>

namespace gapmap::io {
namespace {

/// Returns the number of Excel's characters (UTF-16 units) for a letter that begins with this byte:
/// two beyond the first 65 536 code points, none for continuation bytes.
std::size_t excel_characters(char c) {
  auto const byte = static_cast<unsigned char>(c);
  if ((byte & 0xC0U) == 0x80U) return 0;
  return byte >= 0xF0U ? 2 : 1;
}

}  // namespace

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view fitting(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    characters += excel_characters(text[i]);
    if (characters > most) return text.substr(0, i);
  }
  return text;
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    longest = std::max(longest, length_of(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return longest;
}

std::size_t lines_in(std::string_view text, double width) {
  std::size_t lines = 1;
  double column = 0;
  while (!text.empty()) {
    auto const end = std::min(text.find(' '), text.size());
    auto const word = static_cast<double>(length_of(text.substr(0, end)));
    bool const fits = column == 0 || column + 1 + word <= width;
    if (!fits) ++lines;
    column = fits && column > 0 ? column + 1 + word : word;
    for (; column > width; column -= width) ++lines;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace gapmap::io
