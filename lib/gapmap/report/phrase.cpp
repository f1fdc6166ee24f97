// Translates English phrases: keys of the catalogues are patterns.

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/report/findings.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

/// Text that fills the "{}" of a key.
struct Filler {
  Language language;
  std::string_view text;
};

/// A key with at least one "{}".
struct Pattern {
  Label const* label;
  std::vector<std::string> pieces;  ///< texts before, between and after the "{}"
  std::size_t letters = 0;          ///< total length of the pieces
};

/// Returns the pattern of a key, in which literal braces are doubled, as in a format string.
Pattern pattern_of(Label const& label) {
  Pattern pattern{&label, {""}};
  auto const& key = label.key;
  for (std::size_t i = 0; i < key.size(); ++i) {
    auto const two = key.substr(i, 2);
    if (two == "{}") {
      pattern.pieces.emplace_back();
    } else {
      pattern.pieces.back() += key[i];
      bool const is_ascii = static_cast<unsigned char>(key[i]) < 0x80U;
      if (!is_ascii || std::isalpha(static_cast<unsigned char>(key[i])) != 0) ++pattern.letters;
    }
    if (two == "{}" || two == "{{" || two == "}}") ++i;
  }
  return pattern;
}

/// Returns all patterns by number of letters, most first; of equals the one with fewer "{}", then
/// the first in the table.
std::vector<Pattern> const& patterns() {
  static auto const all = [] {
    std::vector<Pattern> patterns;
    for (auto const& label : labels()) {
      auto pattern = pattern_of(label);
      if (pattern.pieces.size() > 1 && pattern.letters > 0) patterns.push_back(std::move(pattern));
    }
    std::ranges::stable_sort(patterns, [](Pattern const& a, Pattern const& b) {
      return a.letters != b.letters ? a.letters > b.letters : a.pieces.size() < b.pieces.size();
    });
    return patterns;
  }();
  return all;
}

/// Returns the texts of `text` in place of "{}", each as short as possible except the last; nothing
/// if `text` does not match the pattern.
std::optional<std::vector<std::string_view>> fit(Pattern const& pattern, std::string_view text) {
  auto const& pieces = pattern.pieces;
  if (!text.starts_with(pieces.front())) return std::nullopt;
  text.remove_prefix(pieces.front().size());
  if (!text.ends_with(pieces.back())) return std::nullopt;
  text.remove_suffix(pieces.back().size());
  std::vector<std::string_view> fillers;
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    auto const at = text.find(pieces[i]);
    if (at == std::string_view::npos) return std::nullopt;
    fillers.push_back(text.substr(0, at));
    text.remove_prefix(at + pieces[i].size());
  }
  fillers.push_back(text);
  return fillers;
}

/// Returns "+1234.5" as the language writes it; other text is unchanged.
std::string number_in(Language language, std::string_view text) {
  auto digits = text;
  bool const has_sign = digits.starts_with('+') || digits.starts_with('-');
  if (has_sign) digits.remove_prefix(1);
  double value = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                            std::chars_format::fixed);
  bool const is_number = !digits.empty() &&
                         std::isdigit(static_cast<unsigned char>(digits[0])) != 0 &&
                         error == std::errc{} && end == digits.data() + digits.size();
  if (!is_number) return std::string{text};
  auto const point = digits.find('.');
  auto const decimals = point == std::string_view::npos ? 0 : digits.size() - point - 1;
  std::string const sign = !has_sign ? "" : text[0] == '+' ? "+" : "\u2212";
  return sign + number(language, value, static_cast<int>(decimals));
}

}  // namespace
}  // namespace gapmap::report

/// Formats a filler in a translation: "{}" unchanged, "{:w}" translated if the table has it, "{:n}"
/// as a number in the language, "{:r}" as how an input was recognised.
template <>
struct fmt::formatter<gapmap::report::Filler> {
  char as = 0;

  constexpr auto parse(format_parse_context& context) {
    auto const* at = context.begin();
    if (at != context.end() && (*at == 'w' || *at == 'n' || *at == 'r')) as = *at++;
    return at;
  }
  auto format(gapmap::report::Filler const& filler, format_context& context) const {
    using namespace gapmap::report;
    return fmt::format_to(context.out(), "{}",
                          as == 'w'   ? phrases(filler.language, filler.text)
                          : as == 'n' ? number_in(filler.language, filler.text)
                          : as == 'r' ? recognised_in(filler.language, filler.text)
                                      : std::string{filler.text});
  }
};

namespace gapmap::report {
namespace {

/// Translates by the keys that begin with `kind`; nothing if none of them matches.
std::optional<std::string> translated(Language language, std::string_view text,
                                      std::string_view kind) {
  if (auto const words = label_of(language, text)) return std::string{*words};
  for (auto const& pattern : patterns()) {
    if (!pattern.label->key.starts_with(kind)) continue;
    auto const fillers = fit(pattern, text);
    if (!fillers) continue;
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (auto const filler : *fillers) store.push_back(Filler{language, filler});
    return fmt::vformat(pattern.label->texts[static_cast<std::size_t>(language)], store);
  }
  return std::nullopt;
}

}  // namespace

std::string phrase(Language language, std::string_view text) {
  return translated(language, text, {}).value_or(std::string{text});
}

std::string phrase_of_kind(Language language, std::string_view kind, std::string_view text) {
  if (language == Language::English) return std::string{text};
  return translated(language, fmt::format("{}{}", kind, text), kind).value_or(std::string{text});
}

std::string phrases(Language language, std::string_view text) {
  if (auto const word = label_of(language, "word " + std::string{text})) return std::string{*word};
  constexpr std::string_view kBetween = "; ";
  std::string all;
  bool is_each_told = true;
  for (auto rest = text;;) {
    auto const end = std::min(rest.find(kBetween), rest.size());
    auto const part = rest.substr(0, end);
    auto const told = phrase(language, part);
    is_each_told &= told != part;
    all += told;
    if (end == rest.size()) break;
    all += kBetween;
    rest.remove_prefix(end + kBetween.size());
  }
  if (is_each_told) return all;
  auto whole = phrase(language, text);
  return whole != text ? whole : all;
}

}  // namespace gapmap::report
