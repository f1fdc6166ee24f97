#include "gapmap/units/broken_letters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace gapmap {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Windows-1252 from 0x80 to 0x9F. 0 marks a byte that has no letter there and means the control
/// character of Latin-1.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Returns the number of bytes of the UTF-8 character that `lead` begins.
std::size_t length_of(unsigned char lead) {
  if (lead < 0xC0) return 1;
  if (lead < 0xE0) return 2;
  return lead < 0xF0 ? 3 : 4;
}

/// Decodes UTF-8; invalid bytes become replacement characters.
std::vector<char32_t> decoded(std::string_view text) {
  std::vector<char32_t> letters;
  for (std::size_t i = 0; i < text.size();) {
    auto const lead = static_cast<unsigned char>(text[i]);
    auto const length = length_of(lead);
    bool const is_whole = (lead < 0x80 || lead >= 0xC2) && i + length <= text.size();
    char32_t letter = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    bool is_sound = is_whole;
    for (std::size_t k = 1; is_sound && k < length; ++k) {
      auto const next = static_cast<unsigned char>(text[i + k]);
      is_sound = (next & 0xC0U) == 0x80;
      letter = (letter << 6U) | (next & 0x3FU);
    }
    letters.push_back(is_sound ? letter : kReplacement);
    i += is_sound ? length : 1;
  }
  return letters;
}

std::string encoded(std::vector<char32_t> const& letters) {
  std::string text;
  auto const push = [&](char32_t byte) { text += static_cast<char>(byte); };
  for (auto const c : letters) {
    if (c < 0x80) {
      push(c);
    } else if (c < 0x800) {
      push(0xC0U | (c >> 6U));
      push(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
      push(0xE0U | (c >> 12U));
      push(0x80U | ((c >> 6U) & 0x3FU));
      push(0x80U | (c & 0x3FU));
    } else {
      push(0xF0U | (c >> 18U));
      push(0x80U | ((c >> 12U) & 0x3FU));
      push(0x80U | ((c >> 6U) & 0x3FU));
      push(0x80U | (c & 0x3FU));
    }
  }
  return text;
}

/// Returns the byte above ASCII that Windows-1252 or Latin-1 shows as `letter`, if there is one.
std::optional<std::uint8_t> byte_of(char32_t letter) {
  if (letter >= 0x80 && letter <= 0xFF) return static_cast<std::uint8_t>(letter);
  auto const found = std::ranges::find(kWindows1252, letter);
  if (letter == 0 || found == kWindows1252.end()) return std::nullopt;
  return static_cast<std::uint8_t>(0x80 + (found - kWindows1252.begin()));
}

std::optional<char32_t> continuation(std::vector<char32_t> const& letters, std::size_t at) {
  if (at >= letters.size()) return std::nullopt;
  auto const byte = byte_of(letters[at]);
  if (!byte || *byte < 0x80 || *byte > 0xBF) return std::nullopt;
  return *byte & 0x3FU;
}

/// A letter whose UTF-8 bytes were read as two or three characters. Only such first characters
/// count as no Finnish word has before a character of this kind: Ã and Â, Å before the bytes of š
/// and ž, â before dashes and quotes.
struct Spelled {
  char32_t letter;
  std::size_t length;
};
std::optional<Spelled> spelled(std::vector<char32_t> const& letters, std::size_t at) {
  auto const lead = letters[at];
  auto const second = continuation(letters, at + 1);
  if (!second) return std::nullopt;
  if (lead == 0xC2 || lead == 0xC3) return Spelled{((lead & 0x1FU) << 6U) | *second, 2};
  bool const is_caron = *second == 0x20 || *second == 0x21 || *second == 0x3D || *second == 0x3E;
  if (lead == 0xC5 && is_caron) return Spelled{(0x05U << 6U) | *second, 2};
  auto const third = continuation(letters, at + 2);
  if (lead == 0xE2 && third) return Spelled{(0x02U << 12U) | (*second << 6U) | *third, 3};
  return std::nullopt;
}

bool is_letter(std::vector<char32_t> const& letters, std::size_t at) {
  if (at >= letters.size()) return false;
  auto const c = letters[at];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x24F);
}

bool is_in_word(std::vector<char32_t> const& letters, std::size_t at) {
  return at > 0 && is_letter(letters, at - 1);
}

/// Mends letters in one pass: misread UTF-8 first, else code page 850, where „ is ä and ” is ö.
std::vector<char32_t> mended(std::vector<char32_t> const& letters) {
  std::vector<char32_t> mended;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (auto const one = spelled(letters, i)) {
      mended.push_back(one->letter);
      i += one->length - 1;
    } else if (letters[i] == 0x201E && is_in_word(mended, mended.size())) {
      mended.push_back(0xE4);
    } else if (letters[i] == 0x201D && is_in_word(mended, mended.size()) &&
               is_letter(letters, i + 1)) {
      mended.push_back(0xF6);
    } else {
      mended.push_back(letters[i]);
    }
  }
  return mended;
}

/// Whether there is a replacement character, or a question mark that stands for a letter: one
/// before a letter, or several after one. "Mitä?" is a question and has lost nothing.
bool has_lost_letters(std::vector<char32_t> const& letters) {
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == kReplacement) return true;
    if (letters[i] != '?') continue;
    bool const is_start = i == 0 || letters[i - 1] == ' ';
    bool const is_inside = is_in_word(letters, i) || is_start;
    bool const is_double = i + 1 < letters.size() && letters[i + 1] == '?';
    if (is_inside && is_letter(letters, i + 1)) return true;
    if (is_in_word(letters, i) && is_double) return true;
  }
  return false;
}

}  // namespace

std::optional<BrokenLetters> broken_letters(std::string_view text) {
  bool const is_plain = std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '?'; });
  if (is_plain) return std::nullopt;
  auto const letters = decoded(text);
  if (has_lost_letters(letters)) return BrokenLetters{};
  auto meant = mended(letters);
  if (meant == letters) return std::nullopt;
  // Some texts were misread twice.
  meant = mended(meant);
  return BrokenLetters{encoded(meant)};
}

}  // namespace gapmap
