#include "gapmap/report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gapmap::report {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

std::string_view group_mark(Language language) {
  return language == Language::English ? std::string_view{","} : kNoBreakSpace;
}
char decimal_mark(Language language) { return language == Language::English ? '.' : ','; }

/// Returns one part of a date as a number; nothing if it is not all digits.
std::optional<int> digits(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::string number(Language language, double value, int decimals) {
  double const unit = std::pow(10.0, decimals);
  double const rounded = std::round(value * unit) / unit;
  auto text = fmt::format("{:.{}f}", std::abs(rounded), decimals);
  auto point = text.find('.');
  if (point == std::string::npos) point = text.size();
  if (point < text.size()) text[point] = decimal_mark(language);
  for (auto i = static_cast<std::ptrdiff_t>(point) - 3; i > 0; i -= 3) {
    text.insert(static_cast<std::size_t>(i), group_mark(language));
  }
  // A real minus sign, not a hyphen.
  return rounded < 0 ? "\xE2\x88\x92" + text : text;
}

std::string percent(Language language, double share, int decimals) {
  auto text = number(language, 100 * share, decimals);
  if (language != Language::English) text += kNoBreakSpace;
  return text + '%';
}

std::string date(Language language, std::string_view iso_date) {
  constexpr std::array<std::string_view, 12> kMonths{
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  bool const has_form = iso_date.size() == 10 && iso_date[4] == '-' && iso_date[7] == '-';
  if (!has_form) return std::string{iso_date};
  auto const year = digits(iso_date.substr(0, 4));
  auto const month = digits(iso_date.substr(5, 2));
  auto const day = digits(iso_date.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12) return std::string{iso_date};
  if (language == Language::English) {
    return fmt::format("{} {} {}", *day, kMonths[static_cast<std::size_t>(*month - 1)], *year);
  }
  return fmt::format("{}.{}.{}", *day, *month, *year);
}

std::string quantity_as_written(Language language, std::string_view text) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const skip = [&](std::size_t from, auto const& accept) {
    while (from < text.size() && accept(text[from])) ++from;
    return from;
  };
  std::string written{text};
  auto const point = skip(0, is_digit);
  if (point == 0 || point >= text.size() || text[point] != '.') return written;
  auto const end = skip(point + 1, is_digit);
  bool const is_unit = skip(end, [](char c) {
                         return c == ' ' || c == '/' || (c >= 'a' && c <= 'z');
                       }) == text.size();
  if (end > point + 1 && is_unit) written[point] = decimal_mark(language);
  return written;
}

}  // namespace gapmap::report
