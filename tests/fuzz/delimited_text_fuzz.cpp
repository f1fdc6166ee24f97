// Whatever the bytes, delimited text is read without a crash, or refused with an InputError; every
// letter of the text is in exactly one cell, and rows come in the order of their lines.

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "gapmap/io/delimited_text.h"
#include "gapmap/io/header_row.h"
#include "gapmap/units/error.h"

namespace {

using gapmap::io::DelimitedText;
using gapmap::io::TextEncoding;

void expect(bool holds) {
  if (!holds) std::abort();
}

/// Those that no rule of quoting, trimming or splitting takes away.
std::size_t letters_in(std::string_view text, char separator) {
  std::size_t letters = 0;
  for (char const c : text) {
    bool const is_form =
        c == '"' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == separator;
    if (!is_form) ++letters;
  }
  return letters;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view bytes{reinterpret_cast<char const*>(data), size};
  try {
    DelimitedText const text{"fuzz.csv", bytes};
    std::size_t letters = 0;
    std::size_t line = 0;
    std::vector<std::vector<std::string>> first;
    std::vector<gapmap::io::TextOddity> oddities;
    text.visit(
        [&](gapmap::io::TextRow& row) {
          expect(row.line > line && !row.cells.empty());
          line = row.line;
          for (auto const& cell : row.cells) {
            letters += letters_in(cell, text.separator());
            expect(gapmap::io::is_utf8(cell));
          }
          if (first.size() < 50) first.push_back(row.cells);
          return true;
        },
        &oddities);
    if (!first.empty())
      expect(gapmap::io::header_row(first, [](auto name) { return name.size() == 1; }) <
             first.size());
    // A mark at the beginning, one at the end, and the line that tells the separator are no cells.
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.ends_with('\x1A')) bytes.remove_suffix(1);
    bool const tells = bytes.substr(0, 8).find('=') != std::string_view::npos;
    if (text.encoding() == TextEncoding::Utf8 && !tells)
      expect(letters == letters_in(bytes, text.separator()));
  } catch (gapmap::InputError const&) {
    // refused with its line
  }
  return 0;
}
