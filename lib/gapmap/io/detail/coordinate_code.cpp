#include "gapmap/io/detail/coordinate_code.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "gapmap/units/ascii.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

std::vector<unsigned char> bytes_in(std::string_view digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::vector<unsigned char> bytes;
  if (digits.size() % 2 != 0) return {};
  auto const lower = ascii_lower_case(digits);
  for (std::size_t i = 0; i < lower.size(); i += 2) {
    auto const high = kDigits.find(lower[i]);
    auto const low = kDigits.find(lower[i + 1]);
    if (high == kDigits.npos || low == kDigits.npos) return {};
    bytes.push_back(static_cast<unsigned char>(high * 16 + low));
  }
  return bytes;
}

template <class Number>
Number number_at(std::vector<unsigned char> const& bytes, std::size_t at, bool is_little) {
  std::array<unsigned char, sizeof(Number)> own{};
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), own.size(), own.begin());
  if (!is_little) std::ranges::reverse(own);
  Number number{};
  std::memcpy(&number, own.data(), own.size());
  return number;
}

bool are_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether it is MGRS in zones 34 to 36 and bands V and W, which are Finland's.
bool is_mgrs(std::string const& code) {
  bool const is_zone = code.size() >= 9 && code[0] == '3' && code[1] >= '4' && code[1] <= '6' &&
                       (code[2] == 'v' || code[2] == 'w');
  auto const is_letter = [&](std::size_t i) { return code[i] >= 'a' && code[i] <= 'z'; };
  return is_zone && is_letter(3) && is_letter(4) && code.size() % 2 == 1 &&
         are_digits(std::string_view{code}.substr(5), 4, 10);
}

/// Whether it is an Open Location Code in Finland: 9F and 9G are the squares of 20 degrees with
/// most of Finland, CF and CG those north of 70 degrees.
bool is_plus_code(std::string const& code) {
  constexpr std::string_view kLetters = "23456789cfghjmpqrvwx";
  auto const plus = code.find('+');
  if (plus != 8 || code.size() < 11) return false;
  auto const square = code.substr(0, 2);
  bool const is_near = square == "9f" || square == "9g" || square == "cf" || square == "cg";
  return is_near && std::ranges::all_of(code, [&](char c) {
           return c == '+' || kLetters.find(c) != kLetters.npos;
         });
}

/// Whether it is a YKJ square: north and east with equally many digits, 10 km to 1 m.
bool is_ykj_square(std::string const& code) {
  auto const colon = code.find(':');
  if (colon == code.npos || colon < 3 || code.size() != 2 * colon + 1) return false;
  auto const north = std::string_view{code}.substr(0, colon);
  auto const east = std::string_view{code}.substr(colon + 1);
  if (!are_digits(north, 3, 7) || !are_digits(east, 3, 7)) return false;
  auto const scale = std::pow(10.0, static_cast<double>(7 - colon));
  auto const n = parse_number(north).value_or(0) * scale;
  auto const e = parse_number(east).value_or(0) * scale;
  return n >= 6.6e6 && n <= 7.8e6 && e >= 3.05e6 && e <= 3.75e6;
}

}  // namespace

std::optional<RawPoint> point_in_hexadecimal(std::string_view text) {
  constexpr std::size_t kShortest = 1 + 4 + 16;
  constexpr std::size_t kLongest = kShortest + 4 + 16;
  if (text.size() < 2 * kShortest || text.size() > 2 * kLongest) return std::nullopt;
  auto const bytes = bytes_in(text);
  if (bytes.size() < kShortest || bytes[0] > 1) return std::nullopt;
  bool const is_little = bytes[0] == 1;
  auto const type = number_at<std::uint32_t>(bytes, 1, is_little);
  constexpr std::uint32_t kHasReference = 0x20000000U;
  constexpr std::uint32_t kFlags = 0xE0000000U;
  bool const is_point = (type & ~kFlags) % 1000 == 1;
  std::size_t const begin = (type & kHasReference) != 0 ? 9 : 5;
  if (!is_point || bytes.size() < begin + 16) return std::nullopt;
  return RawPoint{number_at<double>(bytes, begin, is_little),
                  number_at<double>(bytes, begin + 8, is_little)};
}

bool is_code_of_place(std::string_view text) {
  constexpr std::size_t kLongest = 30;
  if (text.size() > kLongest) return false;
  auto code = ascii_lower_case(text);
  std::erase(code, ' ');
  return is_mgrs(code) || is_plus_code(code) || is_ykj_square(code);
}

}  // namespace gapmap::io
