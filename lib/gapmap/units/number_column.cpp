#include "gapmap/units/number_column.h"

#include <algorithm>
#include <cmath>

#include "gapmap/units/parse_quantity.h"
#include "gapmap/units/ascii.h"

namespace gapmap {
namespace {

constexpr std::array kMarks{'.', ','};

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// A number cut into its parts. Spaces and apostrophes between groups of digits become spaces.
struct Parts {
  std::string mantissa;
  int exponent = 0;
  bool has_exponent = false;
};

std::optional<Parts> parts_of(std::string_view text) {
  Parts parts;
  parts.mantissa = plain_number_signs(text);
  replace_all(parts.mantissa, "'", " ");
  replace_all(parts.mantissa, "\u2019", " ");
  auto const e = parts.mantissa.find_first_of("eE");
  if (e == std::string::npos) return parts;
  auto power = std::string_view{parts.mantissa}.substr(e + 1);
  bool const is_negative = power.starts_with('-');
  if (is_negative || power.starts_with('+')) power.remove_prefix(1);
  constexpr std::size_t kMostDigits = 3;
  if (!are_ascii_digits(power) || power.size() > kMostDigits) return std::nullopt;
  for (char const c : power) parts.exponent = parts.exponent * 10 + (c - '0');
  if (is_negative) parts.exponent = -parts.exponent;
  parts.has_exponent = true;
  parts.mantissa.resize(e);
  return parts;
}

std::size_t count_of(std::string_view text, char mark) {
  return static_cast<std::size_t>(std::ranges::count(text, mark));
}

/// Returns the mark that, by this number alone, can only separate thousands; '\0' if neither must.
char own_thousands(std::string_view mantissa) {
  auto const stops = count_of(mantissa, '.');
  auto const commas = count_of(mantissa, ',');
  if (stops > 0 && commas > 0) return mantissa.rfind('.') < mantissa.rfind(',') ? '.' : ',';
  if (stops > 1) return '.';
  return commas > 1 ? ',' : '\0';
}

/// Whether the mark at `at` may separate thousands or decimals: one to three digits, the mark and
/// three digits, as in "1.110", but not in "0.110".
bool may_be_both(std::string_view mantissa, std::size_t at) {
  auto whole = mantissa.substr(0, at);
  if (whole.starts_with('-') || whole.starts_with('+')) whole.remove_prefix(1);
  auto const rest = mantissa.substr(at + 1);
  return are_ascii_digits(whole) && whole.size() <= 3 && whole.front() != '0' &&
         are_ascii_digits(rest) && rest.size() == 3;
}

}  // namespace

std::optional<double> parse_number(std::string_view text, NumberStyle style) {
  if (text.size() > kLongestNumber) return std::nullopt;
  auto parts = parts_of(text);
  if (!parts) return std::nullopt;
  auto& mantissa = parts->mantissa;
  auto const own = own_thousands(mantissa);
  auto const thousands = own != '\0' ? own : parts->has_exponent ? '\0' : style.thousands;
  if (thousands != '\0') std::ranges::replace(mantissa, thousands, ' ');
  auto const number = parse_number(mantissa);
  if (!number || !parts->has_exponent) return number;
  double const value = *number * std::pow(10.0, parts->exponent);
  return std::isfinite(value) ? std::optional{value} : std::nullopt;
}

bool has_lost_digits(std::string_view text) noexcept {
  auto const e = text.find_first_of("eE");
  if (e == std::string_view::npos) return false;
  auto const mark = text.substr(0, e).find_first_of(".,");
  // Programs write 500 000 as 5e+05; spreadsheets ("E") show numbers cut to a few decimals.
  if (mark == std::string_view::npos) return text[e] == 'E';
  int power = 0;
  for (char const c : text.substr(e + 1)) {
    if (is_ascii_digit(c)) power = std::min(power * 10 + (c - '0'), 1000);
  }
  return static_cast<int>(e - mark - 1) < power;
}

void NumberColumn::add(std::string_view text) {
  if (are_ascii_digits(text)) {  // most cells
    auto const first = std::min(text.find_first_not_of('0'), text.size());
    if (first < text.size()) ++(text.size() - first <= 3 ? small_wholes_ : large_wholes_);
    return;
  }
  auto const parts = parts_of(text);
  if (!parts) return;
  std::string_view const mantissa = parts->mantissa;
  if (!parse_number(text, {})) return;
  auto const own = own_thousands(mantissa);
  for (std::size_t m = 0; m < kMarks.size(); ++m) {
    auto const at = mantissa.find(kMarks[m]);
    if (at == std::string_view::npos) continue;
    auto& mark = marks_[m];
    bool const is_grouped = mantissa.find(' ') != std::string_view::npos;
    if (own == kMarks[m]) {
      ++mark.thousands;
    } else if (own != '\0' || is_grouped || parts->has_exponent || !may_be_both(mantissa, at)) {
      ++mark.decimals;
    } else if (mark.either.empty()) {
      mark.either = mantissa;
    }
  }
  bool const is_whole = mantissa.find_first_of(".,") == std::string_view::npos;
  if (is_whole && (parts->has_exponent || mantissa.find(' ') == std::string_view::npos))
    ++small_wholes_;
}

void NumberColumn::add_number(std::string_view number) {
  if (number.find_first_of(".eE") == std::string_view::npos) add(number);
}

NumberColumn::Meaning NumberColumn::meaning(std::size_t m) const {
  auto const& mark = marks_[m];
  auto const& other = marks_[1 - m];
  if (mark.decimals > 0 && mark.thousands > 0)
    return mark.either.empty() ? Meaning::None : Meaning::Unsure;
  if (mark.decimals > 0) return Meaning::Decimals;
  if (mark.thousands > 0) return Meaning::Thousands;
  if (mark.either.empty()) return Meaning::None;
  if (other.decimals > 0 && other.thousands == 0) return Meaning::Thousands;
  if (other.thousands > 0 && other.decimals == 0) return Meaning::Decimals;
  bool const is_alone = other.either.empty();
  if (is_alone && small_wholes_ > 0 && large_wholes_ == 0) return Meaning::Thousands;
  return Meaning::Unsure;
}

NumberStyle NumberColumn::style(Of kind) const {
  for (std::size_t m = 0; m < kMarks.size(); ++m) {
    if (meaning(m) != Meaning::Thousands) continue;
    bool const is_proven = marks_[m].thousands > 0 || marks_[1 - m].decimals > 0;
    if (kind == Of::Counts || is_proven) return {kMarks[m]};
  }
  return {};
}

std::optional<NumberColumn::Doubt> NumberColumn::doubt() const {
  for (std::size_t m = 0; m < kMarks.size(); ++m) {
    if (meaning(m) != Meaning::Unsure) continue;
    auto const& text = marks_[m].either;
    return Doubt{text, parse_number(text, {kMarks[m]}).value_or(0), parse_number(text).value_or(0)};
  }
  return std::nullopt;
}

}  // namespace gapmap
