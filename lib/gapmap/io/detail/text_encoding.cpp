#include "gapmap/io/detail/text_encoding.h"

#include <algorithm>
#include <array>

namespace gapmap::io {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint8_t>(bytes[at]);
}

void append_utf8(std::uint32_t code, std::string& text) {
  auto const tail = [&](unsigned shift) {
    text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
  };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6U));
    tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | (code >> 12U));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0U | (code >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

/// Returns the number of bytes that follow a leading byte; 4 or more if it cannot lead.
std::size_t followers_of(std::uint8_t lead) {
  if (lead < 0x80) return 0;
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  return lead >= 0xF0 && lead <= 0xF4 ? 3 : 4;
}

/// Whether the second byte is valid after the first: not overlong, not half of a surrogate pair,
/// not beyond Unicode.
bool may_follow(std::uint8_t lead, std::uint8_t second) {
  if (lead == 0xE0) return second >= 0xA0;
  if (lead == 0xED) return second <= 0x9F;
  if (lead == 0xF0) return second >= 0x90;
  return lead != 0xF4 || second <= 0x8F;
}

/// Recognises UTF-16 without a byte order mark: western text has a zero in every unit, always on
/// the same side.
TextEncoding by_zeros(std::string_view bytes) {
  constexpr std::size_t kLooked = 4096;
  auto const size = std::min(bytes.size(), kLooked) & ~std::size_t{1};
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  auto const units = size / 2;
  bool const is_enough = units >= 2;
  if (is_enough && zeros[1] * 10 >= units * 7 && zeros[0] * 10 <= units)
    return TextEncoding::Utf16LittleEndian;
  if (is_enough && zeros[0] * 10 >= units * 7 && zeros[1] * 10 <= units)
    return TextEncoding::Utf16BigEndian;
  return TextEncoding::Utf8;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
  for (std::size_t i = 0; i < bytes.size();) {
    auto const lead = byte_at(bytes, i);
    auto const followers = followers_of(lead);
    if (followers == 0) {
      ++i;
      continue;
    }
    if (followers > 3 || i + followers >= bytes.size()) return false;
    for (std::size_t k = 1; k <= followers; ++k) {
      if ((byte_at(bytes, i + k) & 0xC0U) != 0x80) return false;
    }
    if (!may_follow(lead, byte_at(bytes, i + 1))) return false;
    i += followers + 1;
  }
  return true;
}

TextEncoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return TextEncoding::Utf16LittleEndian;
  if (bytes.starts_with("\xFE\xFF")) return TextEncoding::Utf16BigEndian;
  if (auto const wide = by_zeros(bytes); wide != TextEncoding::Utf8) return wide;
  return is_utf8(bytes) ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

std::string from_utf16(std::string_view bytes, TextEncoding encoding) {
  bool const is_little = encoding == TextEncoding::Utf16LittleEndian;
  auto const unit = [&](std::size_t at) -> std::uint32_t {
    auto const first = byte_at(bytes, at);
    auto const second = byte_at(bytes, at + 1);
    return is_little ? first | (second << 8U) : (first << 8U) | second;
  };
  std::string text;
  text.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) {
      append_utf8(kReplacement, text);
      break;
    }
    auto code = unit(i);
    if (i == 0 && code == 0xFEFF) continue;
    bool const is_high = code >= 0xD800 && code < 0xDC00;
    if (is_high && i + 3 < bytes.size()) {
      auto const low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        append_utf8(0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00), text);
        i += 2;
        continue;
      }
    }
    append_utf8(code >= 0xD800 && code < 0xE000 ? kReplacement : code, text);
  }
  return text;
}

std::string from_windows_1252(std::string_view bytes) {
  constexpr std::array<std::uint16_t, 32> kHigh{
      0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (char const c : bytes) {
    auto const byte = static_cast<std::uint8_t>(c);
    append_utf8(byte >= 0x80 && byte < 0xA0 ? kHigh[byte - 0x80U] : byte, text);
  }
  return text;
}

}  // namespace gapmap::io
