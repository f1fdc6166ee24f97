#include "gapmap/report/headings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "gapmap/coverage/gap_names.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/columns.h"

namespace gapmap::report {
namespace {

/// Returns the number if all of `text` is decimal digits.
std::optional<int> whole(std::string_view text) {
  int value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::string filled(Language language, std::string_view key, auto const&... with) {
  return fmt::format(fmt::runtime(label(language, key)), with...);
}

/// Returns the words for "he_3_6" or "ika_65_".
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

/// Returns "2,5 km" for "2.5_km"; nothing for what is no limit.
std::optional<std::string> limit_word(Language language, std::string_view name) {
  auto const unit = name.rfind('_');
  if (unit == std::string_view::npos) return std::nullopt;
  constexpr std::array<std::string_view, 4> kUnits{"km", "m", "min", "s"};
  if (std::ranges::find(kUnits, name.substr(unit + 1)) == kUnits.end()) return std::nullopt;
  std::string shown{name.substr(0, unit)};
  if (shown.empty() || shown.find_first_not_of("0123456789.") != std::string::npos)
    return std::nullopt;
  if (language != Language::English) std::ranges::replace(shown, '.', ',');
  return fmt::format("{}\u00A0{}", shown, name.substr(unit + 1));
}

/// Returns the words for "to_1_km" or "over_30_min"; nothing for others.
std::optional<std::string> class_word(Language language, std::string_view name) {
  bool const is_up_to = name.starts_with("to_");
  if (!is_up_to && !name.starts_with("over_")) return std::nullopt;
  auto const bound = limit_word(language, name.substr(name.find('_') + 1));
  return bound ? std::optional{filled(language, is_up_to ? "up_to" : "over", *bound)}
               : std::nullopt;
}

void replace(std::string& text, std::string_view what, std::string_view with) {
  if (auto const at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

std::string group_word(Language language, std::string_view group) {
  if (auto const known = label_of(language, group)) return std::string{*known};
  if (auto limit = limit_word(language, group)) return *std::move(limit);
  return age_group(language, group).value_or(std::string{group});
}

/// Returns the variable part of a name, a number or the user's word, in words.
std::string part_of(Language language, tables::FoundColumn const& column) {
  return whole(column.part) ? column.part : group_word(language, column.part);
}

/// Marks `text` as being about one of two runs, or their change; `before` is the beginning of the
/// key.
std::string of_runs(Language language, tables::FoundColumn const& column, std::string_view before,
                    std::string text) {
  if (column.when.empty()) return text;
  return filled(language, fmt::format("{}of {}", before, column.when), text);
}

/// Returns the name of the run that a column of a comparison is about; empty if it is about none,
/// or nobody named the runs.
std::string_view run_of(std::optional<tables::FoundColumn> const& column, RunWords const& words) {
  if (!column || column->when.empty() || column->when == "change") return {};
  return column->when == "before" ? words.before : words.after;
}

/// Returns the values of a column of words with their meaning, as files have them: "too_far = Liian
/// kaukana; …". Workbooks have the meaning alone.
template <std::size_t N>
std::string explained(Language language, std::array<std::string_view, N> const& words,
                      ShownUnits units) {
  std::string text;
  for (auto const each : words) {
    if (!text.empty()) text += "; ";
    if (units != ShownUnits::Large) text += fmt::format("{} = ", each);
    text += label(language, each);
  }
  return text;
}

std::array<std::string_view, kReasons> reasons() {
  std::array<std::string_view, kReasons> names;
  for (std::size_t r = 0; r < kReasons; ++r) names[r] = name_of(static_cast<Reason>(r));
  return names;
}

/// Returns the heading of a name that is in the catalogue as it stands, or by its key.
std::optional<std::string> own_heading(Language language, std::string_view key,
                                       RunWords const& words = {}) {
  std::optional<std::string_view> label;
  if (words.is_plan) label = label_of(language, fmt::format("column {} plan", key));
  if (!label) label = label_of(language, fmt::format("column {}", key));
  if (!label) label = label_of(language, key);
  return label ? std::optional{std::string{*label}} : std::nullopt;
}

/// Explains the values of a column of words.
std::optional<std::string> explained_words(Language language, std::string_view column,
                                           ShownUnits units) {
  constexpr std::array<std::string_view, 4> kStatuses{"covered", "too_far", "unreachable",
                                                      "off_network"};
  constexpr std::array<std::string_view, 2> kKinds{"candidate", "cell"};
  constexpr std::array<std::string_view, 8> kChanges{
      "gained", "lost", "still_covered", "still_not_covered", "new", "gone", "kept", "moved"};
  constexpr std::array<std::string_view, 5> kLocated{"coordinates", "house", "nearest_number",
                                                     "street", "locality"};
  if (column == "located_by") return explained(language, kLocated, units);
  if (column == "change") return explained(language, kChanges, units);
  if (column == "status") return explained(language, kStatuses, units);
  if (column == "reason") return explained(language, reasons(), units);
  if (column == "remedy_kind") return explained(language, kKinds, units);
  if (column == "near_direction") return explained(language, kCompassNames, units);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> heading(Language language, std::string_view column, ShownUnits units,
                                   std::string_view table, RunWords const& words) {
  auto const found = tables::find_column(column, table);
  auto const run = run_of(found, words);
  std::optional<std::string> text;
  // What runs call alike may be something else.
  if (found && !tables::is_of_run(table) && found->when.empty())
    text = own_heading(language, found->heading_key());
  if (!text && run.empty()) text = own_heading(language, column, words);
  if (!text && found) {
    text = own_heading(language, found->heading_key());
    if (text && !found->part.empty())
      text = fmt::format(fmt::runtime(*text), part_of(language, *found));
    if (text)
      text = run.empty() ? of_runs(language, *found, {}, *text) : fmt::format("{}, {}", *text, run);
  }
  if (text && found && units == ShownUnits::AsStored) {
    if (found->unit == tables::Unit::Meters) replace(*text, "(km)", "(m)");
    if (found->unit == tables::Unit::Seconds) replace(*text, "(min)", "(s)");
  }
  return text;
}

bool has_words(std::string_view column, std::string_view table) {
  auto const found = tables::find_column(column, table);
  return found && found->declared.format.kind == tables::Format::Kind::Words;
}

std::string description(Language language, std::string_view column, ShownUnits units,
                        std::string_view table) {
  auto const found = tables::find_column(column, table);
  if (!found) return {};
  auto const label = label_of(language, fmt::format("about {}", found->description_key()));
  if (!label) return {};
  auto const words = explained_words(language, found->declared.name, units);
  auto const part = words ? *words : part_of(language, *found);
  auto text = of_runs(language, *found, "about ", fmt::format(fmt::runtime(*label), part));
  if (units != ShownUnits::AsStored) return text;
  if (found->unit == tables::Unit::Meters) return filled(language, "about in_metres", text);
  return found->unit == tables::Unit::Seconds ? filled(language, "about in_seconds", text) : text;
}

std::string_view label_of_change(Language language, std::string_view key, RunWords const& words) {
  if (words.is_plan) {
    if (auto const conditional = label_of(language, fmt::format("{} plan", key)))
      return *conditional;
  }
  return label(language, key);
}

std::string_view label_of_change(Language language, std::string_view key, double number,
                                 RunWords const& words) {
  if (words.is_plan) {
    if (auto const plan = fmt::format("{} plan", key); label_of(language, plan))
      return label(language, plan, number);
  }
  return label(language, key, number);
}

std::string word(Language language, std::string_view column, std::string_view text,
                 RunWords const& words) {
  if (column == "change" && words.is_plan) {
    if (auto const conditional = label_of(language, fmt::format("{} plan", text)))
      return std::string{*conditional};
  }
  if (column == "class") {
    if (auto named = class_word(language, text)) return *named;
  }
  if (column == "figure") return heading(language, text).value_or(std::string{text});
  if (column == "position" && text != "given") return phrase(language, text);
  if (column == "requirement" && text != "all_requirements") return std::string{text};
  return group_word(language, text);
}

}  // namespace gapmap::report
