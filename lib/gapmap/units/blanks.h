#pragma once
// Blanks: what stands between and around words and shows nothing. Web pages, word processors and
// statistics leave many kinds of them in tables; to people all are one.

#include <string>
#include <string_view>

namespace gapmap {

/// Spaces of every width, no-break ones too, tabs and line breaks.
[[nodiscard]] constexpr bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// Without any width: zero-width spaces and joiners, direction marks, the byte order mark.
[[nodiscard]] constexpr bool shows_nothing(char32_t c) noexcept {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/// Whether UTF-8 text has nothing but blanks of both kinds.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// UTF-8 text without the blanks at both ends; empty if there is nothing else. Beside letters,
/// direction marks, joiners and the separators of lines and paragraphs (U+200C to U+200F, U+2028,
/// U+2029) stay: they are how the text is written, not what a table left around it.
[[nodiscard]] std::string_view without_blanks_around(std::string_view text) noexcept;

/// The same text with a plain space for each that is not of ASCII, and without what shows nothing.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

/// The same text with one plain space for each run of blanks, and none around.
[[nodiscard]] std::string in_one_line(std::string_view text);

}  // namespace gapmap
