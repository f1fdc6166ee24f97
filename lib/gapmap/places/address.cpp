#include "gapmap/places/address.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "gapmap/places/spelling.h"
#include "gapmap/units/ascii.h"
#include "gapmap/units/blanks.h"

namespace gapmap::places {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::size_t kPostalDigits = 5;
constexpr std::size_t kMostDigits = 4;  ///< of the number of a house

bool is_letter(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || byte >= 0x80;
}

bool is_ascii_letter(char c) { return is_letter(c) && static_cast<unsigned char>(c) < 0x80; }

bool begins_with_digit(std::string_view word) { return !word.empty() && is_ascii_digit(word[0]); }

std::size_t digits_of(std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find_if_not(word, is_ascii_digit) - word.begin());
}

template <std::size_t N>
bool is_one_of(std::string_view word, std::array<std::string_view, N> const& words) {
  return std::ranges::find(words, word) != words.end();
}

Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    auto const first = text.find_first_not_of(' ', at);
    if (first == std::string_view::npos) break;
    auto const end = std::min(text.find(' ', first), text.size());
    words.push_back(text.substr(first, end - first));
    at = end;
  }
  return words;
}

std::string joined(std::span<std::string_view const> words) {
  std::string text;
  for (auto const word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

/// Returns text with a hyphen for every kind of dash, and without what is in brackets.
std::string with_hyphens(std::string_view text) {
  std::string plain;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' || text[i] == '[') ++depth;
    bool const is_dash = text.compare(i, 2, "\xE2\x80") == 0 && i + 2 < text.size() &&
                         static_cast<unsigned char>(text[i + 2]) >= 0x90 &&
                         static_cast<unsigned char>(text[i + 2]) <= 0x95;
    bool const is_minus = text.compare(i, 3, "\xE2\x88\x92") == 0;
    if (depth == 0 && (is_dash || is_minus)) {
      plain += '-';
      i += 2;
    } else if (depth == 0) {
      plain += text[i];
    }
    if (depth > 0 && (text[i] == ')' || text[i] == ']')) --depth;
  }
  return plain;
}

/// Whether the slash at `at` stands between two streets, as in "Torikatu 2 / Kirkkokatu 3", and not
/// in "c/o" or "19/3".
bool is_between_streets(std::string_view text, std::size_t at) {
  if (text[at] != '/') return false;
  auto const behind = words_of(text.substr(at + 1));
  auto const before = words_of(text.substr(0, at));
  if (behind.empty() || before.empty()) return false;
  constexpr std::size_t kWord = 3;
  return before.back() != "c" && before.back() != "C" && behind.front().size() >= kWord &&
         is_letter(behind.front()[0]) && is_letter(behind.front()[1]);
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    constexpr std::string_view kSeparators = ",;\n\r\t|";
    bool const is_end = i == text.size() || kSeparators.find(text[i]) != std::string_view::npos ||
                        is_between_streets(text, i);
    if (!is_end) continue;
    auto const part = without_blanks_around(text.substr(from, i - from));
    if (!part.empty()) parts.push_back(part);
    from = i + 1;
  }
  return parts;
}

/// Returns the postal code in a word, also behind the country: "FI-50100".
std::string_view postal_code_in(std::string_view word) {
  for (std::string_view const country : {"FI-", "FIN-", "AX-", "fi-", "fin-", "ax-", "FI", "AX"}) {
    if (word.starts_with(country)) {
      word.remove_prefix(country.size());
      break;
    }
  }
  return word.size() == kPostalDigits && are_ascii_digits(word) ? word : std::string_view{};
}

/// Whether a word, in plain spelling, introduces a flat or a door, which is in the house.
bool is_flat(std::string_view word) {
  return is_one_of(word, std::to_array<std::string_view>(
                             {"as", "asunto", "as:", "bst", "bostad", "lgh", "lh", "liikehuoneisto",
                              "huone", "hnro", "rappu", "porras", "trappa", "ovi", "dörr", "apt"}));
}

bool is_floor(std::string_view word) {
  return is_one_of(word, std::to_array<std::string_view>(
                             {"krs", "kerros", "vån", "våning", "våningen", "floor"}));
}

struct HouseRead {
  HouseNumber house;
  std::size_t used = 0;  ///< number of words
};

/// Reads the number in the first of `words` and what belongs to it in those behind.
std::optional<HouseRead> house_in(std::span<std::string_view const> words) {
  auto const word = words.front();
  auto const digits = digits_of(word);
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  auto const number_of = [](std::string_view text) {
    std::uint32_t number = 0;
    for (char const c : text.substr(0, std::min(digits_of(text), kMostDigits)))
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return static_cast<std::uint16_t>(number);
  };
  HouseRead read{{.number = number_of(word)}, 1};
  auto& house = read.house;
  if (house.number == 0) return std::nullopt;
  auto const set_last = [&](std::string_view text) {
    // Behind a smaller or much larger number stands a flat: "12-3", "2-114".
    constexpr int kLongestRange = 100;
    int const last = digits_of(text) <= kMostDigits ? number_of(text) : 0;
    if (last > house.number && last <= house.number + kLongestRange)
      house.last = static_cast<std::uint16_t>(last);
  };
  auto const is_letter_at = [](std::string_view text, std::size_t at) {
    return at < text.size() && is_ascii_letter(text[at]) &&
           (at + 1 == text.size() || !is_letter(text[at + 1]));
  };
  auto const lower = [](char c) { return c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  auto const rest = word.substr(digits);
  if (rest.starts_with('-') && begins_with_digit(rest.substr(1))) {
    set_last(rest.substr(1));
  } else if (auto const letter = rest.starts_with('-') ? 1U : 0U; is_letter_at(rest, letter)) {
    house.letter = lower(rest[letter]);
  }
  auto const next = [&](std::size_t i) {
    return read.used + i < words.size() ? words[read.used + i] : std::string_view{};
  };
  if (rest == "-" && begins_with_digit(next(0))) {
    set_last(next(0));
    ++read.used;
  } else if (next(0) == "-" && begins_with_digit(next(1)) && house.last == 0) {
    set_last(next(1));
    read.used += 2;
  } else if (next(0) == "-" && is_letter_at(next(1), 0)) {
    ++read.used;
  }
  if (is_letter_at(next(0), 0)) {
    if (house.letter == 0) house.letter = lower(next(0)[0]);
    ++read.used;
  }
  // What is left of the numbers is that of the flat: "19 A 3", "19 as. 5", "19 A 3-5".
  for (auto more = next(0); !more.empty(); more = next(0)) {
    bool const is_of_flat = begins_with_digit(more) || is_flat(plain_spelling(more)) ||
                            more == "-" || is_floor(plain_spelling(more));
    if (!is_of_flat || more.size() == kPostalDigits) break;
    ++read.used;
  }
  return read;
}

struct StreetRead {
  WrittenStreet street;
  std::string behind;  ///< words behind number and flat
};

/// Reads "Porrassalmenkatu 19 A 3 Mikkeli", "5. linja 8", "Kauppakatu n:o 5", "Torikatu2".
StreetRead street_in(std::string_view part) {
  auto const words = words_of(part);
  std::span const all{words};
  for (std::size_t i = 1; i < words.size(); ++i) {
    auto const house = house_in(all.subspan(i));
    if (!house) continue;
    auto name = all.first(i);
    bool const says_number =
        is_one_of(plain_spelling(name.back()),
                  std::to_array<std::string_view>({"n:o", "nro", "no", "nr", "numero", "talo"}));
    if (says_number && name.size() > 1) name = name.first(i - 1);
    return {{joined(name), house->house}, joined(all.subspan(i + house->used))};
  }
  // A blank was forgotten.
  auto const last = words.empty() ? std::string_view{} : words.back();
  auto const digit = std::ranges::find_if(last, is_ascii_digit);
  auto const letters = static_cast<std::size_t>(digit - last.begin());
  constexpr std::size_t kShortest = 5;
  if (letters >= kShortest && letters < last.size() && is_letter(last[letters - 1])) {
    auto const glued = last.substr(letters);
    if (auto const house = house_in(std::array{glued})) {
      Words name{words.begin(), words.end() - 1};
      name.push_back(last.substr(0, letters));
      return {{joined(name), house->house}, {}};
    }
  }
  return {{joined(all), {}}, {}};
}

/// Removes "PL 12" and the like from the beginning of a part.
bool take_post_box(std::string_view& part) {
  auto const words = words_of(part);
  auto const plain = [&](std::size_t i) {
    return i < words.size() ? plain_spelling(words[i]) : std::string{};
  };
  std::size_t number = 0;
  constexpr auto kBoxes = std::to_array<std::string_view>(
      {"pl", "pb", "pob", "box", "pobox", "postilokero", "postbox", "postfack"});
  if (is_one_of(plain(0), kBoxes)) {
    number = 1;
  } else if ((plain(0) == "po" && plain(1) == "box")) {
    number = 2;
  } else if (plain(0) == "p" && plain(1) == "o" && plain(2) == "box") {
    number = 3;
  } else {
    auto const first = plain(0);
    bool const is_glued = (first.starts_with("pl") || first.starts_with("pb")) &&
                          are_ascii_digits(std::string_view{first}.substr(2));
    if (!is_glued) return false;
    part.remove_prefix(words[0].size());
    part = without_blanks_around(part);
    return true;
  }
  if (number >= words.size() || !begins_with_digit(words[number])) return false;
  auto const end = static_cast<std::size_t>(words[number].data() - part.data());
  part = without_blanks_around(part.substr(end + words[number].size()));
  return true;
}

/// Whether a part says nothing about where the house is.
bool says_nothing(std::string_view part) {
  auto const plain = plain_spelling(part);
  if (plain.starts_with("c/o") || plain.starts_with("℅") || plain == "suomi" ||
      plain == "finland" || plain == "poste restante")
    return true;
  auto const words = words_of(plain);
  if (words.empty()) return true;
  if (is_flat(words[0])) return true;
  bool const is_number_first = begins_with_digit(words[0]);
  if (is_number_first && words.size() == 1) return true;
  return is_number_first && is_floor(words[1]);
}

/// Puts an address together from its parts.
class Reading {
 public:
  void take(std::string_view part) {
    if (take_post_box(part)) address_.is_post_box = true;
    if (says_nothing(part) && postal_code_in(part).empty()) return;
    auto const words = words_of(part);
    for (std::size_t i = 0; i < words.size(); ++i) {
      auto const code = postal_code_in(words[i]);
      if (code.empty() || !address_.postal_code.empty()) continue;
      address_.postal_code = code;
      auto const before = joined(std::span{words}.first(i));
      if (!before.empty() && !says_nothing(before)) take_street(before);
      address_.town = town_in(std::span{words}.subspan(i + 1));
      return;
    }
    take_street(part);
  }

  WrittenAddress finish() {
    bool const has_number = std::ranges::any_of(read_, is_numbered);
    // A part without a number behind the street is the town.
    bool const may_have_town = address_.town.empty() && read_.size() > 1;
    if (may_have_town && !is_numbered(read_.back())) {
      address_.town = town_in(words_of(read_.back().street.name));
      read_.pop_back();
    }
    if (address_.town.empty() && has_number) {
      auto const numbered = std::ranges::find_if(read_, is_numbered);
      if (numbered != read_.end()) address_.town = town_in(words_of(numbered->behind));
    }
    std::stable_partition(read_.begin(), read_.end(), is_numbered);
    for (auto& read : read_) {
      if (!read.street.name.empty()) address_.streets.push_back(std::move(read.street));
    }
    return std::move(address_);
  }

 private:
  static bool is_numbered(StreetRead const& read) { return read.street.house.number != 0; }

  void take_street(std::string_view part) { read_.push_back(street_in(part)); }

  /// Returns a town without the name of the country behind it.
  static std::string town_in(std::span<std::string_view const> words) {
    if (!words.empty() && says_nothing(words.back())) words = words.first(words.size() - 1);
    return joined(words);
  }

  WrittenAddress address_;
  std::vector<StreetRead> read_;
};

}  // namespace

WrittenAddress parse_address(std::string_view text) {
  auto const plain = with_hyphens(with_plain_spaces(text));
  Reading reading;
  for (auto const part : parts_of(plain)) reading.take(part);
  return reading.finish();
}

HouseNumber parse_house_number(std::string_view text) {
  auto plain = with_hyphens(with_plain_spaces(text));
  // Several numbers of one house, "19;21" or "19, 21", are as good as a range.
  std::ranges::replace_if(
      plain, [](char c) { return c == ';' || c == ',' || c == '/'; }, '-');
  auto const words = words_of(plain);
  if (words.empty()) return {};
  auto const house = house_in(words);
  return house ? house->house : HouseNumber{};
}

std::uint32_t parse_postal_code(std::string_view text) {
  text = without_blanks_around(text);
  constexpr std::size_t kFewestDigits = 3;
  auto code = postal_code_in(text);
  bool const has_lost_zeros = code.empty() && are_ascii_digits(text) &&
                              text.size() >= kFewestDigits && text.size() < kPostalDigits;
  if (has_lost_zeros) code = text;
  std::uint32_t number = 0;
  for (char const c : code) number = number * 10 + static_cast<std::uint32_t>(c - '0');
  return number;
}

std::string text_of(HouseNumber const& house) {
  if (house.number == 0) return {};
  auto text = std::to_string(house.number);
  if (house.last != 0) text += "–" + std::to_string(house.last);
  if (house.letter != 0) text += house.letter;
  return text;
}

}  // namespace gapmap::places
