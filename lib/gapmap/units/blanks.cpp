#include "gapmap/units/blanks.h"

#include <algorithm>

namespace gapmap {
namespace {

/// A UTF-8 character and its number of bytes; a blank has at most three.
struct Character {
  char32_t code = 0;
  std::size_t size = 1;
};

Character character_at(std::string_view text, std::size_t at) noexcept {
  auto const byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  auto const goes_on = [&](std::size_t i) {
    return at + i < text.size() && (byte(i) & 0xC0U) == 0x80U;
  };
  auto const lead = byte(0);
  if (lead >= 0xC0 && lead < 0xE0 && goes_on(1))
    return {((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (lead >= 0xE0 && lead < 0xF0 && goes_on(1) && goes_on(2))
    return {((lead & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  return {lead < 0x80 ? lead : 0xFFFD, 1};
}

bool is_any(Character character) noexcept {
  return is_space(character.code) || shows_nothing(character.code);
}

bool is_around(Character character) noexcept {
  auto const c = character.code;
  bool const is_of_text = (c >= 0x200C && c <= 0x200F) || c == 0x2028 || c == 0x2029;
  return is_any(character) && !is_of_text;
}

/// Returns the number of bytes of the blank that ends the text; 0 if none does.
std::size_t last_blank(std::string_view text) noexcept {
  constexpr std::size_t kMostBytes = 3;
  for (std::size_t size = 1; size <= std::min(kMostBytes, text.size()); ++size) {
    auto const last = character_at(text, text.size() - size);
    if (last.size == size && is_around(last)) return size;
  }
  return 0;
}

bool is_ascii(std::string_view text) noexcept {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool is_blank(std::string_view text) noexcept {
  while (!text.empty()) {
    auto const first = character_at(text, 0);
    if (!is_any(first)) return false;
    text.remove_prefix(first.size);
  }
  return true;
}

std::string_view without_blanks_around(std::string_view text) noexcept {
  if (is_blank(text)) return {};
  while (!text.empty()) {
    auto const first = character_at(text, 0);
    if (!is_around(first)) break;
    text.remove_prefix(first.size);
  }
  while (auto const size = last_blank(text)) text.remove_suffix(size);
  return text;
}

std::string with_plain_spaces(std::string_view text) {
  if (is_ascii(text)) return std::string{text};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    auto const next = character_at(text, at);
    if (next.size > 1 && is_space(next.code)) {
      plain += ' ';
    } else if (!shows_nothing(next.code)) {
      plain += text.substr(at, next.size);
    }
    at += next.size;
  }
  return plain;
}

std::string in_one_line(std::string_view text) {
  std::string line;
  for (char const c : with_plain_spaces(text)) {
    bool const is_apart = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_apart) line += c;
    if (is_apart && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace gapmap
