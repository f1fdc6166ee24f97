#include "gapmap/io/detail/suppressed_number.h"

#include <algorithm>
#include <cmath>
#include <array>
#include <string>

#include "gapmap/units/parse_quantity.h"

namespace gapmap::io {
namespace {

std::string lowered(std::string_view text) {
  std::string plain = plain_number_signs(text);
  std::ranges::transform(plain, plain.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return plain;
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  while (text.starts_with(' ')) text.remove_prefix(1);
  return true;
}

std::optional<People> whole(std::string_view text, NumberStyle style) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  auto const number = parse_number(text, style);
  bool const is_count = number && *number >= 0 && *number == std::trunc(*number);
  return is_count ? std::optional{People{*number}} : std::nullopt;
}

std::optional<PeopleRange> up_to(std::optional<People> most) {
  return most ? std::optional{PeopleRange{People{0}, std::max(People{0}, *most)}} : std::nullopt;
}

/// Parses "1-9" or "1–9".
std::optional<PeopleRange> between(std::string_view text, NumberStyle style) {
  for (std::string_view const dash : {"-", "\u2013", "\u2014"}) {
    auto const at = text.find(dash, 1);
    if (text.empty() || at == std::string_view::npos) continue;
    auto const low = whole(text.substr(0, at), style);
    auto rest = text.substr(at + dash.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    auto const high = whole(rest, style);
    if (low && high && *low < *high) return PeopleRange{*low, *high};
  }
  return std::nullopt;
}

}  // namespace

bool is_missing_mark(std::string_view text) {
  constexpr auto kMarks = std::to_array<std::string_view>(
      {".",   "..",  "...",  "....",      "\u2026",       "*",        "**",
       "***", "-",   "--",   "\u2013",    "\u2014",       "x",        "xx",
       "na",  "n/a", "n.a.", "#n/a",      "#puuttuu!",    "#puuttuu", "null",
       "nan", ":",   "(..)", "ei tietoa", "ei julkaista", "salattu"});
  auto const plain = lowered(text);
  return std::ranges::find(kMarks, plain) != kMarks.end();
}

std::optional<PeopleRange> parse_suppressed(std::string_view text, NumberStyle style) {
  if (is_missing_mark(text)) return PeopleRange{People{0}, People::infinite()};
  auto const plain = lowered(text);
  std::string_view rest = plain;
  for (std::string_view const up_to_it : {"<=", "\u2264", "enint\u00e4\u00e4n ", "h\u00f6gst "}) {
    if (take(rest, up_to_it)) return up_to(whole(rest, style));
  }
  for (std::string_view const under : {"<", "alle ", "under ", "f\u00e4rre \u00e4n "}) {
    if (!take(rest, under)) continue;
    auto const bound = whole(rest, style);
    return bound ? up_to(*bound - People{1}) : std::nullopt;
  }
  return between(rest, style);
}

}  // namespace gapmap::io
