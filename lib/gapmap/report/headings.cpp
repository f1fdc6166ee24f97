#include "gapmap/report/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "gapmap/coverage/reasons.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"

namespace gapmap::report {
namespace {

/// Of an account, a requirement, a level or a group: what follows its name.
constexpr std::array<std::string_view, 10> kParts{"status",   "distance_m", "time_s", "met",
                                                  "share",    "code",       "low",    "high",
                                                  "estimate", "official"};

/// All of it in decimal digits.
std::optional<int> whole(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string filled(Language language, std::string_view key, auto const&... with) {
  return fmt::format(fmt::runtime(label(language, key)), with...);
}

/// "distance_2_m", "place_2_name"
std::optional<std::string> of_rank(Language language, std::string_view column,
                                   std::string_view before) {
  auto const first = column.find('_');
  auto const last = column.rfind('_');
  if (first == std::string_view::npos || last <= first) return std::nullopt;
  auto const rank = whole(column.substr(first + 1, last - first - 1));
  if (!rank) return std::nullopt;
  auto const key = fmt::format("{}nth {}{}", before, column.substr(0, first), column.substr(last));
  if (!label_of(language, key)) return std::nullopt;
  return filled(language, key, *rank);
}

/// "he_3_6", "ika_65_"
std::optional<std::string> age_group(Language language, std::string_view group) {
  for (std::string_view const prefix : {"ika_", "he_"}) {
    if (!group.starts_with(prefix)) continue;
    auto const ages = group.substr(prefix.size());
    auto const between = ages.find('_');
    if (between == std::string_view::npos) continue;
    auto const from = whole(ages.substr(0, between));
    auto const to = whole(ages.substr(between + 1));
    if (from && to) return filled(language, "from_to_years", *from, *to);
    if (from && between + 1 == ages.size()) return filled(language, "from_years", *from);
  }
  return std::nullopt;
}

/// "to_1_km", "over_30_min"; nothing for others.
std::optional<std::string> class_word(Language language, std::string_view name) {
  bool const is_up_to = name.starts_with("to_");
  if (!is_up_to && !name.starts_with("over_")) return std::nullopt;
  auto const bound = name.substr(name.find('_') + 1);
  auto const unit = bound.rfind('_');
  if (unit == std::string_view::npos) return std::nullopt;
  std::string shown{bound.substr(0, unit)};
  if (language != Language::English) std::ranges::replace(shown, '.', ',');
  return filled(language, is_up_to ? "up_to" : "over",
                fmt::format("{}\u00A0{}", shown, bound.substr(unit + 1)));
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  if (auto const at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

std::string group_word(Language language, std::string_view group) {
  if (auto const known = label_of(language, group)) return std::string{*known};
  return age_group(language, group).value_or(std::string{group});
}

std::string about(Language language, std::string_view column);

/// "residents_before", "distance_mean_change_m": of a comparison. `before` as below.
std::optional<std::string> of_two_runs(Language language, std::string_view column,
                                       std::string_view before) {
  for (std::string_view const when : {"before", "after", "change"}) {
    auto const at = column.find(fmt::format("_{}", when));
    if (at == std::string_view::npos) continue;
    auto const rest = column.substr(at + 1 + when.size());
    if (!rest.empty() && rest.front() != '_') continue;
    auto const of_one = std::string{column.substr(0, at)} + std::string{rest};
    auto const one =
        before.empty() ? heading(language, of_one) : std::optional{about(language, of_one)};
    if (one && !one->empty()) return filled(language, fmt::format("{}of {}", before, when), *one);
  }
  return std::nullopt;
}

/// `before` stands before the keys of what is told: of headings nothing.
std::optional<std::string> put_together(Language language, std::string_view column,
                                        std::string_view before = {}) {
  if (auto ranked = of_rank(language, column, before)) return ranked;
  if (auto of_both = of_two_runs(language, column, before)) return of_both;
  for (auto const part : kParts) {
    if (!column.ends_with(part) || column.size() < part.size() + 2) continue;
    auto const of = column.substr(0, column.size() - part.size());
    if (!of.ends_with('_')) continue;
    return filled(language, fmt::format("{}of {}", before, part),
                  group_word(language, of.substr(0, of.size() - 1)));
  }
  return std::nullopt;
}

/// "too_far = Liian kaukana; …": what stands in a column of words.
template <std::size_t N>
std::string explained(Language language, std::array<std::string_view, N> const& words) {
  std::string text;
  for (auto const each : words) {
    text += fmt::format("{}{} = {}", text.empty() ? "" : "; ", each, label(language, each));
  }
  return text;
}

std::array<std::string_view, kReasons> reasons() {
  std::array<std::string_view, kReasons> names;
  for (std::size_t r = 0; r < kReasons; ++r) names[r] = name_of(static_cast<Reason>(r));
  return names;
}

/// Distances and times are told by the same words: "distance_mean_m" by those of "cost_mean".
std::string about(Language language, std::string_view column) {
  constexpr std::array<std::string_view, 4> kStatuses{"covered", "too_far", "unreachable",
                                                      "off_network"};
  constexpr std::array<std::string_view, 2> kKinds{"candidate", "cell"};
  constexpr std::array<std::string_view, 8> kChanges{
      "gained", "lost", "still_covered", "still_not_covered", "new", "gone", "kept", "moved"};
  if (column == "change") return filled(language, "about change", explained(language, kChanges));
  if (column == "status") return filled(language, "about status", explained(language, kStatuses));
  if (column == "reason") return filled(language, "about reason", explained(language, reasons()));
  if (column == "cure_kind")
    return filled(language, "about cure_kind", explained(language, kKinds));
  std::string name{column};
  if (column.ends_with("_m") || column.ends_with("_s")) {
    name.resize(name.size() - 2);
    replace(name, column.ends_with("_m") ? "distance" : "time", "cost");
  }
  if (auto const text = label_of(language, "about " + name)) return std::string{*text};
  return put_together(language, column, "about ").value_or("");
}

}  // namespace

std::optional<std::string> heading(Language language, std::string_view column, ShownUnits units) {
  auto found = label_of(language, fmt::format("column {}", column));
  if (!found) found = label_of(language, column);
  auto text = found ? std::optional{std::string{*found}} : put_together(language, column);
  if (text && units == ShownUnits::AsStored) {
    if (column.ends_with("_m")) replace(*text, "(km)", "(m)");
    if (column.ends_with("_s")) replace(*text, "(min)", "(s)");
  }
  return text;
}

bool is_name_of_a_column(std::string_view name) {
  auto const is_it = [&](Label const& label) {
    return label.context == "column" && label.key == name;
  };
  return std::ranges::any_of(labels(), is_it) || of_rank(Language::English, name, {}).has_value();
}

bool has_words(std::string_view column) {
  constexpr std::array<std::string_view, 11> kColumns{"status", "reason", "cure_kind", "level",
                                                      "group",  "class",  "account",   "position",
                                                      "change", "figure", "assumption"};
  return std::ranges::find(kColumns, column) != kColumns.end() || column.ends_with("_status") ||
         column.starts_with("status_");
}

std::string description(Language language, std::string_view column, ShownUnits units) {
  auto text = about(language, column);
  if (text.empty() || units == ShownUnits::Large) return text;
  if (column.ends_with("_m")) return filled(language, "about in_metres", text);
  return column.ends_with("_s") ? filled(language, "about in_seconds", text) : text;
}

std::string word(Language language, std::string_view column, std::string_view text) {
  if (column == "class") {
    if (auto named = class_word(language, text)) return *named;
  }
  if (column == "figure") return heading(language, text).value_or(std::string{text});
  if (column == "requirement" && text != "all_requirements") return std::string{text};
  return group_word(language, text);
}

}  // namespace gapmap::report
