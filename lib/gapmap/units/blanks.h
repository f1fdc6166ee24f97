#pragma once
// Blanks: characters that stand between and around words and show nothing. Web pages, word
// processors and statistics leave many kinds of them in tables; people see no difference between
// them.

#include <string>
#include <string_view>

namespace gapmap {

/// Whether `c` is a space of any width (no-break ones too), a tab or a line break.
[[nodiscard]] constexpr bool is_space(char32_t c) noexcept {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

/// Whether `c` has no width: zero-width spaces and joiners, direction marks, the byte order mark.
[[nodiscard]] constexpr bool shows_nothing(char32_t c) noexcept {
  return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/// Whether UTF-8 text consists of characters that are a space or show nothing.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// Returns UTF-8 text without the blanks at both ends; empty if there is nothing else. Direction
/// marks, joiners and the separators of lines and paragraphs (U+200C to U+200F, U+2028, U+2029)
/// stay where they stand beside a letter: they belong to how the text is written, not to what a
/// table left around it.
[[nodiscard]] std::string_view without_blanks_around(std::string_view text) noexcept;

/// Returns `text` with a plain space for each space outside ASCII, and without characters that show
/// nothing.
[[nodiscard]] std::string with_plain_spaces(std::string_view text);

/// Returns `text` with one plain space for each run of blanks, and without blanks at its ends.
[[nodiscard]] std::string in_one_line(std::string_view text);

}  // namespace gapmap
