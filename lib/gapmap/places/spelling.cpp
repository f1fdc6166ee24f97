#include "gapmap/places/spelling.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "gapmap/units/blanks.h"

namespace gapmap::places {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Takes the next character off UTF-8 text; invalid bytes count one by one.
char32_t take(std::string_view& text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  std::size_t const length = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : byte(0) < 0xF0 ? 3 : 4;
  bool const is_broken = (byte(0) >= 0x80 && byte(0) < 0xC0) || length > text.size();
  char32_t c = byte(0);
  if (length > 1 && !is_broken) {
    c &= 0xFFU >> (length + 1);
    for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (byte(i) & 0x3FU);
  }
  text.remove_prefix(is_broken ? 1 : length);
  return is_broken ? kReplacement : c;
}

void put(std::string& text, char32_t c) {
  auto const byte = [&](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0U | (c >> 6U)), byte(0x80U | (c & 0x3FU));
  if (c < 0x10000) {
    byte(0xE0U | (c >> 12U));
  } else {
    byte(0xF0U | (c >> 18U));
    byte(0x80U | ((c >> 12U) & 0x3FU));
  }
  byte(0x80U | ((c >> 6U) & 0x3FU));
  byte(0x80U | (c & 0x3FU));
}

/// Returns the byte that Windows-1252 shows as this character, if it may end a Nordic letter in
/// UTF-8; else 0.
char32_t windows_byte(char32_t shown) {
  if (shown >= 0x80 && shown <= 0xBF) return shown;
  constexpr std::array<std::pair<char32_t, char32_t>, 6> kOthers{{{0x201E, 0x84},
                                                                  {0x2026, 0x85},
                                                                  {0x2013, 0x96},
                                                                  {0x02DC, 0x98},
                                                                  {0x0153, 0x9C},
                                                                  {0x2030, 0x89}}};
  auto const* const found =
      std::ranges::find(kOthers, shown, &std::pair<char32_t, char32_t>::first);
  return found == kOthers.end() ? 0 : found->second;
}

/// Takes the next letter off the text; two characters like "Ã¤" are read as the letter whose two
/// bytes they were.
char32_t take_meant(std::string_view& text) {
  auto const first = take(text);
  if (first != 0xC3 || text.empty()) return first;
  auto rest = text;
  auto const byte = windows_byte(take(rest));
  if (byte == 0) return first;
  text = rest;
  return 0xC0U | (byte & 0x3FU);
}

char32_t lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (c == 0x160 || c == 0x17D) return c + 1;  // Š, Ž
  return c;
}

bool is_separator(char32_t c) {
  return c < ' ' || is_space(c) || c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015);
}

bool is_left_out(char32_t c) { return c == '.' || c == '\'' || c == 0x2019 || shows_nothing(c); }

char32_t without_mark(char32_t c) {
  // Letters for à … ÿ; a full stop marks characters that stand for themselves.
  constexpr std::string_view kLetters = "aaaaaaaceeeeiiii.nooooo.ouuuuy.y";
  if (c >= 0xE0 && c <= 0xFF && kLetters[c - 0xE0] != '.')
    return static_cast<unsigned char>(kLetters[c - 0xE0]);
  if (c == 0x161) return 's';
  if (c == 0x17E) return 'z';
  return c;
}

bool is_lost(char32_t c) { return c == '?' || c == kReplacement; }

}  // namespace

std::string plain_spelling(std::string_view name) {
  std::string plain;
  bool is_apart = false;
  while (!name.empty()) {
    auto const c = lower(take_meant(name));
    if (is_left_out(c)) continue;
    if (is_separator(c)) {
      is_apart = true;
      continue;
    }
    if (is_apart && !plain.empty()) plain += ' ';
    is_apart = false;
    put(plain, c);
  }
  return plain;
}

std::string ascii_spelling(std::string_view plain) {
  std::string ascii;
  while (!plain.empty()) put(ascii, without_mark(take(plain)));
  return ascii;
}

std::string spelling_key(std::string_view name) { return ascii_spelling(plain_spelling(name)); }

bool has_lost_letters(std::string_view plain) {
  while (!plain.empty()) {
    if (is_lost(take(plain))) return true;
  }
  return false;
}

bool may_be(std::string_view plain, std::string_view name) {
  while (!plain.empty() && !name.empty()) {
    auto const c = take(plain);
    auto const known = take(name);
    if (is_lost(c) ? known < 0x80 : c != known) return false;
  }
  return plain.empty() && name.empty();
}

}  // namespace gapmap::places
