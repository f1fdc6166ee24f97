#pragma once
// ASCII letters and digits, whatever the locale: for file names, addresses and keys. Words of
// people are handled by places/spelling.

#include <algorithm>
#include <string>
#include <string_view>

namespace gapmap {

/// Whether the byte is one of 0 to 9.
[[nodiscard]] constexpr bool is_ascii_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Whether the text is digits and nothing else; false of no text.
[[nodiscard]] constexpr bool are_ascii_digits(std::string_view text) noexcept {
  return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

[[nodiscard]] constexpr bool is_ascii_letter_or_digit(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Returns `text` with A to Z in lower case; other characters stay as they are.
[[nodiscard]] inline std::string ascii_lower_case(std::string_view text) {
  std::string lower{text};
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

}  // namespace gapmap
