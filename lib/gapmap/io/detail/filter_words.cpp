#include "gapmap/io/detail/filter_words.h"

#include <cctype>
#include <string_view>
#include <utility>

#include "gapmap/units/ascii.h"

namespace gapmap::io {
namespace {

using Kind = FilterWord::Kind;

bool is_letter(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return is_ascii_letter_or_digit(c) || c == '_' || c == '.' || byte >= 0x80;
}

/// Returns the text from `i` to its closing quotation mark, in which two marks stand for one; `i`
/// moves behind it.
std::string quoted(std::string const& filter, std::size_t& i) {
  char const quote = filter[i++];
  std::string text;
  for (; i < filter.size(); ++i) {
    if (filter[i] == quote) {
      if (i + 1 >= filter.size() || filter[i + 1] != quote) break;
      ++i;
    }
    text += filter[i];
  }
  ++i;
  return text;
}

/// Cursor over the words of a filter.
class Words {
 public:
  explicit Words(std::vector<FilterWord> words) : words_{std::move(words)} {}

  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  [[nodiscard]] bool is(std::size_t i, Kind kind) const {
    return i < words_.size() && words_[i].kind == kind;
  }
  [[nodiscard]] bool is_sign(std::size_t i, std::string_view sign) const {
    return is(i, Kind::Sign) && words_[i].text == sign;
  }
  [[nodiscard]] bool is_word(std::size_t i, std::string_view word) const {
    return is(i, Kind::Name) && !words_[i].is_quoted && ascii_lower_case(words_[i].text) == word;
  }
  [[nodiscard]] bool is_equals(std::size_t i) const { return is_sign(i, "="); }
  [[nodiscard]] bool is_unequal(std::size_t i) const {
    return is_sign(i, "<>") || is_sign(i, "!=");
  }
  [[nodiscard]] std::string const& text(std::size_t i) const { return words_[i].text; }

 private:
  std::vector<FilterWord> words_;
};

}  // namespace

std::vector<FilterWord> filter_words(std::string const& filter) {
  std::vector<FilterWord> words;
  for (std::size_t i = 0; i < filter.size();) {
    char const c = filter[i];
    if (c == '\'') {
      words.push_back({Kind::Value, quoted(filter, i), true});
    } else if (c == '"') {
      words.push_back({Kind::Name, quoted(filter, i), true});
    } else if (is_letter(c)) {
      auto const begin = i;
      while (i < filter.size() && is_letter(filter[i])) ++i;
      auto word = filter.substr(begin, i - begin);
      bool const is_number = std::isdigit(static_cast<unsigned char>(word.front())) != 0;
      words.push_back({is_number ? Kind::Value : Kind::Name, std::move(word), false});
    } else {
      auto const sign = filter.substr(i, 2);
      bool const is_double = sign == "<>" || sign == "!=" || sign == "<=" || sign == ">=";
      if (std::isspace(static_cast<unsigned char>(c)) == 0)
        words.push_back({Kind::Sign, is_double ? sign : std::string{c}, false});
      i += is_double ? 2 : 1;
    }
  }
  return words;
}

std::vector<FilterComparison> filter_comparisons(std::string const& filter) {
  Words const words{filter_words(filter)};
  std::vector<FilterComparison> comparisons;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const& first = words.text(i);
    bool const is_comparison = words.is_equals(i + 1) || words.is_unequal(i + 1);
    if (words.is(i, Kind::Value) && is_comparison && words.is(i + 2, Kind::Name)) {
      comparisons.push_back({words.text(i + 2), first, words.is_unequal(i + 1)});
      continue;
    }
    if (!words.is(i, Kind::Name)) continue;
    if (is_comparison && words.is(i + 2, Kind::Value)) {
      comparisons.push_back({first, words.text(i + 2), words.is_unequal(i + 1)});
      continue;
    }
    bool const is_negated = words.is_word(i + 1, "not");
    auto at = i + (is_negated ? 2 : 1);
    bool const is_like = words.is_word(at, "like") || words.is_word(at, "ilike");
    if (is_like && words.is(at + 1, Kind::Value)) {
      bool const is_pattern = words.text(at + 1).find_first_of("%_") != std::string::npos;
      if (!is_pattern) comparisons.push_back({first, words.text(at + 1), is_negated});
    }
    if (!words.is_word(at, "in") || !words.is_sign(at + 1, "(")) continue;
    for (at += 2; words.is(at, Kind::Value); ++at) {
      comparisons.push_back({first, words.text(at), is_negated});
      if (!words.is_sign(++at, ",")) break;
    }
  }
  return comparisons;
}

}  // namespace gapmap::io
