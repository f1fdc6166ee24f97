#include "gapmap/units/parse_quantity.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <span>
#include <string>

#include "gapmap/units/blanks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

constexpr std::string_view kMinusSign = "\u2212";

/// Drops spaces that separate groups of exactly three digits before the decimal mark, after a first
/// group of one to three digits; returns false if a space stands elsewhere.
bool drop_group_spaces(std::string& text) {
  auto const mark = std::min(text.find_first_of(".,"), text.size());
  std::string_view whole = std::string_view{text}.substr(0, mark);
  std::string joined;
  if (whole.starts_with('-') || whole.starts_with('+')) {
    joined += whole.front();
    whole.remove_prefix(1);
  }
  for (bool is_first = true;; is_first = false) {
    auto const group = whole.substr(0, whole.find(' '));
    bool const is_group = std::ranges::all_of(group, is_ascii_digit) &&
                          (is_first ? !group.empty() && group.size() <= 3 : group.size() == 3);
    if (!is_group) return false;
    joined += group;
    if (group.size() == whole.size()) break;
    whole.remove_prefix(group.size() + 1);
  }
  joined += std::string_view{text}.substr(mark);
  text = joined;
  return text.find(' ') == std::string::npos;
}

}  // namespace

std::string plain_number_signs(std::string_view text) {
  auto plain = with_plain_spaces(text);
  for (auto at = plain.find(kMinusSign); at != std::string::npos; at = plain.find(kMinusSign, at))
    plain.replace(at, kMinusSign.size(), "-");
  return std::string{without_blanks_around(plain)};
}

std::optional<std::size_t> parse_whole(std::string_view text) {
  std::size_t number = 0;
  auto const* const end = text.data() + text.size();
  auto const parsed = std::from_chars(text.data(), end, number);
  return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional{number} : std::nullopt;
}

std::optional<double> parse_number(std::string_view text) {
  if (text.size() > kLongestNumber) return std::nullopt;
  auto plain = plain_number_signs(text);
  if (plain.find(' ') != std::string::npos && !drop_group_spaces(plain)) return std::nullopt;
  auto const comma = plain.find(',');
  if (comma != std::string::npos) {
    if (plain.find('.') != std::string::npos || plain.find(',', comma + 1) != std::string::npos) {
      return std::nullopt;
    }
    plain[comma] = '.';
  }
  std::string_view digits{plain};
  auto const unsigned_digits =
      digits.starts_with('-') || digits.starts_with('+') ? digits.substr(1) : digits;
  if (unsigned_digits.empty() ||
      !(is_ascii_digit(unsigned_digits[0]) || unsigned_digits[0] == '.')) {
    return std::nullopt;  // refuses "inf", "nan" and "+-1"
  }
  if (digits.starts_with('+')) digits = unsigned_digits;  // from_chars does not read a plus
  double value = 0;
  // Exponents are refused: a spreadsheet that writes 6,84E+06 has already lost the coordinate.
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::fixed);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

namespace {

struct Unit {
  std::string_view name;
  double factor;
};

/// Parses a number followed by one of `units`, and converts it. `example` is what the error
/// proposes.
double parse_with_unit(std::string_view text, std::string_view option, std::span<Unit const> units,
                       std::string_view kind, std::string_view example) {
  auto const plain = plain_number_signs(text);
  auto const unit_start = plain.find_last_of("0123456789., ");
  std::string const unit = unit_start == std::string::npos ? plain : plain.substr(unit_start + 1);
  auto const fail = [&](std::string const& what) {
    return UsageError{std::string{option}, what,
                      fmt::format("write a number and a unit, such as {}", example)};
  };
  if (unit.empty()) throw fail(fmt::format("\"{}\" has no unit", text));
  auto const known = std::ranges::find(units, unit, &Unit::name);
  if (known == units.end()) throw fail(fmt::format("\"{}\" is not a {}", text, kind));
  auto const number = parse_number(std::string_view{plain}.substr(0, plain.size() - unit.size()));
  if (!number) throw fail(fmt::format("\"{}\" is not a {}", text, kind));
  if (*number < 0) throw fail(fmt::format("\"{}\" is negative", text));
  return *number * known->factor;
}

constexpr std::array kLengthUnits{Unit{"km", 1000}, Unit{"m", 1}};
constexpr std::array kTimeUnits{Unit{"h", 3600}, Unit{"min", 60}, Unit{"s", 1}};

}  // namespace

Meters parse_length(std::string_view text, std::string_view option) {
  return Meters{parse_with_unit(text, option, kLengthUnits, "length", R"("20 km" or "500 m")")};
}

Seconds parse_time(std::string_view text, std::string_view option) {
  return Seconds{parse_with_unit(text, option, kTimeUnits, "time", R"("30 min" or "1,5 h")")};
}

namespace {

std::variant<Meters, Seconds> parse_length_or_time(std::string_view text, std::string_view option) {
  std::array<Unit, kLengthUnits.size() + kTimeUnits.size()> all{};
  auto const times = std::ranges::copy(kLengthUnits, all.begin()).out;
  std::ranges::copy(kTimeUnits, times);
  constexpr std::string_view kExample = R"("20 km" or "30 min")";
  (void)parse_with_unit(text, option, all, "length or time", kExample);
  // Only units of length (km, m) end in "m".
  if (plain_number_signs(text).ends_with('m')) return parse_length(text, option);
  return parse_time(text, option);
}

}  // namespace

std::variant<Meters, Seconds> parse_limit(std::string_view text, std::string_view option) {
  auto const limit = parse_length_or_time(text, option);
  // Costs are counted in thousandths of the unit, so a limit below one is 0.
  bool const is_counted =
      std::visit([](auto value) { return to_cost<Millimeters>(value.value()).value() > 0; }, limit);
  if (is_counted) return limit;
  throw UsageError{std::string{option}, fmt::format("nobody gets anywhere within \"{}\"", text),
                   R"(write a number over 0 and a unit, such as "20 km" or "30 min")"};
}

std::variant<std::vector<Meters>, std::vector<Seconds>> parse_limits(std::string_view text,
                                                                     std::string_view option) {
  auto const plain = plain_number_signs(text);
  auto const unit_start = plain.find_last_of("0123456789.,; ");
  auto const unit = unit_start == std::string::npos ? plain : plain.substr(unit_start + 1);
  std::string const numbers = plain.substr(0, plain.size() - unit.size());
  bool const has_unit_inside = std::ranges::any_of(
      numbers, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
  if (has_unit_inside) {
    throw UsageError{std::string{option},
                     fmt::format("\"{}\" has more than numbers before its unit", text),
                     "write numbers and one unit at the end, such as \"1,3,5,10 km\""};
  }
  std::vector<Meters> lengths;
  std::vector<Seconds> times;
  for (std::size_t at = 0; at < numbers.size();) {
    auto const start = numbers.find_first_not_of(",; ", at);
    if (start == std::string::npos) break;
    at = std::min(numbers.find_first_of(",; ", start), numbers.size());
    auto const one = parse_length_or_time(numbers.substr(start, at - start) + unit, option);
    if (auto const* length = std::get_if<Meters>(&one)) lengths.push_back(*length);
    if (auto const* time = std::get_if<Seconds>(&one)) times.push_back(*time);
  }
  if (lengths.empty() && times.empty()) {
    throw UsageError{std::string{option}, fmt::format("\"{}\" holds no limit", text),
                     "write numbers and a unit, such as \"1,3,5,10 km\""};
  }
  auto const ascending = [](auto values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
  };
  if (!times.empty()) return ascending(std::move(times));
  return ascending(std::move(lengths));
}

}  // namespace gapmap
