#include "gapmap/io/detail/coordinate_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/io/detail/coordinate_code.h"
#include "gapmap/io/placing.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kLongestText = 2000;  ///< letters of a text that are examined
constexpr char kDegree = '\x01';

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// Returns the text with one sign for each kind of space, degree, minute and second, and with
/// escaped characters of addresses decoded.
std::string plain_signs(std::string_view written) {
  auto text = std::string{written.substr(0, kLongestText)};
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 3> kOfAddresses{{{"%20", " "}, {"%2C", ","}, {"%2c", ","}}};
  constexpr std::string_view kDegreeSign{&kDegree, 1};
  constexpr std::array<Pair, 10> kSigns{{{"\u00B0", kDegreeSign},
                                         {"\u00BA", kDegreeSign},
                                         {"\u02DA", kDegreeSign},
                                         {"\u2032", "'"},
                                         {"\u2019", "'"},
                                         {"\u00B4", "'"},
                                         {"\u2033", "\""},
                                         {"\u201D", "\""},
                                         {"\u201C", "\""},
                                         {"''", "\""}}};
  for (auto const& [what, by] : kOfAddresses) replace_all(text, what, by);
  text = plain_number_signs(text);
  for (auto const& [what, by] : kSigns) replace_all(text, what, by);
  return text;
}

/// One interpretation of the marks in a text.
struct Marks {
  bool comma_is_decimal = false;  ///< else a comma separates numbers
  bool has_thousands = false;     ///< blanks, stops or apostrophes separate groups of three digits
};

struct Number {
  WrittenCoordinate coordinate;
  std::size_t decimals = 0;
};

/// The numbers of a text, with degrees, minutes and seconds as one number, and the words beside
/// them.
class Reading {
 public:
  Reading(std::string const& text, Marks marks) : text_{text}, marks_{marks} {
    constexpr std::size_t kMost = 100;
    while (at_ < text_.size() && numbers_.size() < kMost) {
      if (is_ascii_digit(text_[at_])) {
        numbers_.push_back(degrees_or_number());
      } else if (is_letter(text_[at_])) {
        auto const begin = at_;
        while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
        words_.push_back(ascii_lower_case(std::string_view{text_}.substr(begin, at_ - begin)));
      } else {
        ++at_;
      }
    }
  }

  [[nodiscard]] std::vector<std::string> const& words() const noexcept { return words_; }

  /// Returns the coordinates. "61 22 48 N" is one, but only if each coordinate has as many numbers.
  [[nodiscard]] std::vector<Number> coordinates(std::size_t expected) const {
    auto const parts = numbers_.size() / expected;
    bool const are_parts =
        has_direction() && (parts == 2 || parts == 3) && parts * expected == numbers_.size() &&
        std::ranges::none_of(numbers_,
                             [](auto const& number) { return number.coordinate.is_degrees; });
    if (!are_parts) return numbers_;
    std::vector<Number> whole;
    for (std::size_t i = 0; i < numbers_.size(); i += parts) {
      double value = 0;
      for (auto p = parts; p > 0; --p) {
        auto const part = numbers_[i + p - 1].coordinate.value;
        if (p > 1 && part >= 60) return numbers_;
        value = part + value / 60;
      }
      whole.push_back({{value, true}});
    }
    return whole;
  }

 private:
  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  [[nodiscard]] bool has_direction() const {
    constexpr std::array<std::string_view, 4> kDirections{"n", "e", "p", "i"};
    return std::ranges::any_of(words_, [&](auto const& word) {
      return std::ranges::find(kDirections, word) != kDirections.end();
    });
  }

  [[nodiscard]] char look(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  [[nodiscard]] std::size_t digits_at(std::size_t begin) const {
    auto end = begin;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    return end - begin;
  }

  Number number() {
    auto const first = digits_at(at_);
    auto digits = text_.substr(at_, first);
    at_ += first;
    // A grid coordinate has at most eight digits: 6 805 500, 502 000, 27 502 000.
    std::size_t const most_groups = first == 3 ? 1 : 2;
    for (std::size_t groups = 0; marks_.has_thousands && first <= 3 && groups < most_groups;
         ++groups) {
      bool const is_mark = look() == ' ' || look() == '.' || look() == '\'';
      if (!is_mark || digits_at(at_ + 1) != 3) break;
      digits += text_.substr(at_ + 1, 3);
      at_ += 4;
    }
    bool const is_mark = look() == '.' || (marks_.comma_is_decimal && look() == ',');
    auto const decimals = is_mark ? digits_at(at_ + 1) : 0;
    if (decimals > 0) {
      digits += '.' + text_.substr(at_ + 1, decimals);
      at_ += 1 + decimals;
    }
    return {{parse_number(digits).value_or(0), false}, decimals};
  }

  /// Takes the sign, and blanks before it, if it is next.
  bool take(char sign) {
    auto const back = at_;
    while (look() == ' ') ++at_;
    if (look() == sign) return ++at_, true;
    at_ = back;
    return false;
  }

  /// Takes minutes or seconds, with their sign or at the end of the text.
  std::optional<double> sixtieths(char sign) {
    auto const back = at_;
    while (look() == ' ') ++at_;
    if (is_ascii_digit(look())) {
      auto const part = number().coordinate.value;
      bool const has_sign = take(sign);
      auto const behind = at_;
      bool const is_next = !has_sign && take(kDegree);
      at_ = behind;
      if (part < 60 && !is_next) return part;
    }
    at_ = back;
    return std::nullopt;
  }

  Number degrees_or_number() {
    auto found = number();
    if (!take(kDegree)) return found;
    auto& value = found.coordinate.value;
    found.coordinate.is_degrees = true;
    if (found.decimals > 0) return found;
    auto const minutes = sixtieths('\'');
    if (!minutes) return found;
    value += *minutes / 60;
    if (auto const seconds = sixtieths('"')) value += *seconds / 3600;
    return found;
  }

  std::string const& text_;
  Marks marks_;
  std::size_t at_ = 0;
  std::vector<Number> numbers_;
  std::vector<std::string> words_;
};

constexpr std::array<Marks, 4> kReadings{{{.comma_is_decimal = true, .has_thousands = false},
                                          {.comma_is_decimal = true, .has_thousands = true},
                                          {.comma_is_decimal = false, .has_thousands = false},
                                          {.comma_is_decimal = false, .has_thousands = true}}};

/// Whether the word may accompany a coordinate.
bool is_of_coordinates(std::string const& word) {
  constexpr std::array<std::string_view, 20> kWords{
      "n",      "e",        "p",         "i",       "m",    "x",         "y",
      "lat",    "lon",      "lng",       "long",    "pohj", "pohjoinen", "leveys",
      "pituus", "latitude", "longitude", "latitud", "itä",  "ita"};
  return std::ranges::find(kWords, word) != kWords.end();
}

}  // namespace

std::optional<WrittenCoordinate> written_coordinate(std::string_view text) {
  if (text.size() > kLongestText) return std::nullopt;
  auto const plain = plain_signs(text);
  for (auto const marks : kReadings) {
    Reading const reading{plain, marks};
    auto const found = reading.coordinates(1);
    if (found.size() == 1 && std::ranges::all_of(reading.words(), is_of_coordinates))
      return found.front().coordinate;
  }
  return std::nullopt;
}

bool is_in_finland(WrittenCoordinate east, WrittenCoordinate north) {
  auto const epsg = epsg_by_value({east.value, north.value});
  if (epsg != 4326) return epsg != 0;
  bool const is_there = east.value > 19 && east.value < 32 && north.value > 59 && north.value < 71;
  bool const are_degrees = east.is_degrees || north.is_degrees ||
                           east.value != std::round(east.value) ||
                           north.value != std::round(north.value);
  return is_there && are_degrees;
}

bool holds_coordinates(std::string_view text) {
  if (is_code_of_place(text)) return true;
  if (auto const point = point_in_hexadecimal(text))
    return is_in_finland({point->x, true}, {point->y, true});
  // Numbers with this many decimals are coordinates even if others are between them.
  constexpr std::size_t kManyDecimals = 3;
  auto const plain = plain_signs(text);
  for (auto const marks : kReadings) {
    auto const numbers = Reading{plain, marks}.coordinates(2);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      for (std::size_t j = i + 1; j < numbers.size(); ++j) {
        bool const belong = j == i + 1 || (numbers[i].decimals >= kManyDecimals &&
                                           numbers[j].decimals >= kManyDecimals);
        auto const [a, b] = std::pair{numbers[i].coordinate, numbers[j].coordinate};
        if (belong && (is_in_finland(a, b) || is_in_finland(b, a))) return true;
      }
    }
  }
  return false;
}

}  // namespace gapmap::io
