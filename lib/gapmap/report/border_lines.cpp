#include "gapmap/report/border_lines.h"

#include <fmt/format.h>

#include <cmath>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

std::string weight_in_words(Language language, double value) {
  return number(language, value, value == std::floor(value) ? 0 : 1);
}

/// Returns "12" for what is known, else "12–14".
std::string between(Language language, double least, double most) {
  auto const low = weight_in_words(language, least);
  auto const high = weight_in_words(language, most);
  return low == high ? low : fmt::format("{}–{}", low, high);
}

/// What as many places do alone, and how many would do as much.
std::vector<std::pair<std::string_view, std::string>> of_coverage(
    Language language, tables::SiteFigures const& figures, tables::BorderFigures const& borders) {
  auto const shown =
      fmt::format("{} / {} ({})", weight_in_words(language, borders.alone),
                  weight_in_words(language, figures.all),
                  percent(language, figures.all > 0 ? borders.alone / figures.all : 0));
  auto const& [least, most] = *borders.worth;
  auto worth = sentence(language, "site cooperation_text", between(language, least, most));
  if (borders.needed) {
    auto const last = static_cast<double>(borders.needed->second);
    auto const needed = between(language, static_cast<double>(borders.needed->first), last);
    worth += counted(language, "site cooperation needed", last, needed);
  } else {
    worth += label(language, "site cooperation never");
  }
  return {{"site alone", sentence(language, "site alone_text", shown,
                                  weight_in_words(language, borders.alone_used))},
          {"site cooperation", std::move(worth)}};
}

}  // namespace

std::vector<ClosingLine> border_lines(Language language, tables::SiteFigures const& figures) {
  std::vector<ClosingLine> lines;
  if (!figures.borders) return lines;
  auto const& borders = *figures.borders;
  auto const add = [&](std::string_view name, std::string text) {
    lines.push_back({std::string{label(language, name)}, std::move(text)});
  };
  if (borders.worth) {
    for (auto& [name, text] : of_coverage(language, figures, borders)) add(name, std::move(text));
  }
  if (borders.opens_alone_at_least) {
    auto const opens = static_cast<double>(borders.opens_alone);
    auto const least = static_cast<double>(*borders.opens_alone_at_least);
    add("site alone", counted(language, "site alone places", opens, between(language, least, opens),
                              weight_in_words(language, static_cast<double>(figures.opened))));
  }
  if (borders.only_together.value_or(0) > 0) {
    add("site only_together", sentence(language, "site only_together_text",
                                       weight_in_words(language, *borders.only_together)));
  }
  add("site across",
      sentence(language, "site across_text", weight_in_words(language, borders.across)));
  return lines;
}

}  // namespace gapmap::report
