#include "gapmap/report/detail/change_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/html.h"
#include "gapmap/report/change_words.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

using tables::RuleKind;

/// Longest list of zones that somebody reads in a report; the workbook has all.
constexpr std::size_t kMostZonesCompared = 40;

class ChangeOfGroups {
 public:
  /// `names` are those of the runs in the reader's language.
  ChangeOfGroups(Language language, tables::OutputTable const& table, RunWords words,
                 RunWords names)
      : language_{language},
        rows_{table},
        words_{std::move(words)},
        names_{std::move(names)},
        unknown_{is_published(table) ? kHiddenSign : "–"} {
    for (auto const kind : {RuleKind::Limit, RuleKind::Requirement, RuleKind::Account}) {
      for (auto const rule : rows_.rules(kind)) rules_.emplace_back(kind, rule);
    }
  }

  [[nodiscard]] bool is_asked() const { return rules_.size() > 1 || rows_.groups().size() > 1; }

  /// A row a rule and group: who is not covered in either run, and the share that they are.
  [[nodiscard]] HtmlTable of_everybody() const {
    HtmlTable table{.caption = std::string{label(language_, "change_groups_caption")},
                    .columns = {{heading_of("rule")}, {heading_of("group")}},
                    .rows = {}};
    for (auto const* column : {"not_covered_before", "not_covered_after", "not_covered_change"})
      table.columns.push_back({heading_of(column), true});
    for (auto const& name : {names_.before, names_.after})
      table.columns.push_back({sentence(language_, "change_share_outside", name), true});
    table.columns.push_back({heading_of("share_change"), true});
    for (auto const& [kind, rule] : rules_) {
      for (auto const group : rows_.groups()) {
        auto& row = table.rows.emplace_back();
        row = {outside_in_words(language_, kind, rule), word(language_, "group", group)};
        for (auto const* column : {"not_covered_before", "not_covered_after", "not_covered_change"})
          row.push_back(people(rule, kWholeArea, group, column));
        for (auto const* column : {"share_before", "share_after"})
          row.push_back(share(rule, group, column));
        auto const points = rows_.number(rule, kWholeArea, group, "share_change");
        row.push_back(points ? number(language_, -*points * 100, 1) : unknown_);
      }
    }
    return table;
  }

  /// A row a municipality, a column a group: by how many more or fewer are not covered by the first
  /// limit; only where somebody is.
  /// Those where most changed if they are too many to read; empty if nothing changed anywhere.
  [[nodiscard]] std::string by_municipality() const {
    auto const rule = rules_.front().second;
    HtmlTable table{.caption = sentence(language_, "change_groups_by_municipality",
                                        rule_in_words(language_, rules_.front().first, rule)),
                    .columns = {{heading_of("municipality")}},
                    .rows = {}};
    for (auto const group : rows_.groups())
      table.columns.push_back({word(language_, "group", group), true});
    auto zones = rows_.zones("municipality");
    std::erase_if(zones, [&](GroupRows::Zone const& zone) {
      return std::ranges::none_of(rows_.groups(), [&](std::string_view group) {
        return rows_.number(rule, zone, group, "not_covered_change").value_or(0) != 0;
      });
    });
    auto const all = zones.size();
    if (all == 0) return {};
    if (all > kMostZonesCompared) {
      std::ranges::stable_sort(zones, std::greater{}, [&](GroupRows::Zone const& zone) {
        return std::abs(
            rows_.number(rule, zone, rows_.groups().front(), "not_covered_change").value_or(0));
      });
      zones.resize(kMostZonesCompared);
    }
    zones.push_back(kWholeArea);
    for (auto const& zone : zones) {
      auto& row = table.rows.emplace_back();
      row.push_back(zone.in_words(language_));
      for (auto const group : rows_.groups())
        row.push_back(people(rule, zone, group, "not_covered_change"));
    }
    table.total_rows = 1;
    auto html = to_html(table);
    if (all > kMostZonesCompared) {
      html +=
          paragraph(sentence(language_, "change_first_zones", number(language_, kMostZonesCompared),
                             number(language_, static_cast<double>(all))));
    }
    return html;
  }

  /// "20 km 4 057 → 4 031 (−26), 30 min …" for a group and every limit.
  [[nodiscard]] std::string beyond_limits(std::string_view group) const {
    std::string text;
    for (auto const& [kind, rule] : rules_) {
      if (kind != RuleKind::Limit) continue;
      auto const change = rows_.number(rule, kWholeArea, group, "not_covered_change");
      text += fmt::format("{}{} {} → {}", text.empty() ? "" : ", ",
                          in_a_sentence(outside_in_words(language_, kind, rule)),
                          range(rule, group, "_before"), range(rule, group, "_after"));
      // The change of two middles would look like a number that is known.
      if (is_range(rule, group, "_before") || is_range(rule, group, "_after")) continue;
      text += fmt::format(" ({})", change ? signed_number(language_, *change) : unknown_);
    }
    return text;
  }
  /// A row a municipality, a column a limit: how many of a group are beyond it in either run. Only
  /// where somebody is; those where most changed if they are too many to read.
  [[nodiscard]] std::string by_municipality_and_limit(std::string_view group) const {
    HtmlTable table{.caption = sentence(language_, "change_limits_by_municipality",
                                        capitalised(word(language_, "group", group)), names_.before,
                                        names_.after),
                    .columns = {{heading_of("municipality")}},
                    .rows = {}};
    std::vector<std::string_view> limits;
    for (auto const& [kind, rule] : rules_) {
      if (kind != RuleKind::Limit) continue;
      limits.push_back(rule);
      table.columns.push_back({outside_in_words(language_, kind, rule), true});
    }
    // A hidden number is somebody.
    auto const most = [&](GroupRows::Zone const& zone, std::string_view column) {
      double greatest = 0;
      for (auto const rule : limits) {
        auto const count = rows_.number(rule, zone, group, column);
        greatest = std::max(greatest, count ? std::abs(*count) : 1);
      }
      return greatest;
    };
    auto zones = rows_.zones("municipality");
    std::erase_if(zones, [&](GroupRows::Zone const& zone) {
      return most(zone, "not_covered_before") == 0 && most(zone, "not_covered_after") == 0;
    });
    if (zones.size() > kMostZonesCompared) {
      std::ranges::stable_sort(zones, std::greater{}, [&](GroupRows::Zone const& zone) {
        return most(zone, "not_covered_change");
      });
      zones.resize(kMostZonesCompared);
    }
    zones.push_back(kWholeArea);
    for (auto const& zone : zones) {
      auto& row = table.rows.emplace_back();
      row.push_back(zone.in_words(language_));
      for (auto const rule : limits) {
        row.push_back(fmt::format("{} → {}", people(rule, zone, group, "not_covered_before"),
                                  people(rule, zone, group, "not_covered_after")));
      }
    }
    table.total_rows = 1;
    return to_html(table);
  }
  [[nodiscard]] bool has_several_limits() const {
    return std::ranges::count(rules_, RuleKind::Limit,
                              &std::pair<RuleKind, std::string_view>::first) > 1;
  }

  [[nodiscard]] bool has_ranges() const {
    for (auto const& [kind, rule] : rules_) {
      for (auto const group : rows_.groups()) {
        for (std::string const when : {"_before", "_after"})
          if (is_range(rule, group, when)) return true;
      }
    }
    return false;
  }

 private:
  /// Whether only a range is known of those who are not covered in one of the runs.
  [[nodiscard]] bool is_range(std::string_view rule, std::string_view group,
                              std::string const& when) const {
    auto const low = rows_.number(rule, kWholeArea, group, "not_covered_low" + when);
    return low != rows_.number(rule, kWholeArea, group, "not_covered_high" + when);
  }
  /// "120–140" where only a range is known, "at least 120" where nothing bounds it.
  [[nodiscard]] std::string range(std::string_view rule, std::string_view group,
                                  std::string const& when) const {
    if (!is_range(rule, group, when)) return people(rule, kWholeArea, group, "not_covered" + when);
    auto const low = rows_.number(rule, kWholeArea, group, "not_covered_low" + when);
    auto const high = rows_.number(rule, kWholeArea, group, "not_covered_high" + when);
    auto const least = number(language_, low.value_or(0));
    return high ? fmt::format("{}–{}", least, number(language_, *high))
                : sentence(language_, "at_least_so_many", least);
  }
  [[nodiscard]] std::string heading_of(std::string_view column) const {
    auto of_column = heading(language_, column, ShownUnits::Large, {}, words_);
    return of_column ? *std::move(of_column) : std::string{label(language_, column)};
  }
  [[nodiscard]] std::string people(std::string_view rule, GroupRows::Zone const& zone,
                                   std::string_view group, std::string_view column) const {
    auto const count = rows_.number(rule, zone, group, column);
    return count ? number(language_, *count) : unknown_;
  }
  /// The share that is not covered, of a column that has the share that is.
  [[nodiscard]] std::string share(std::string_view rule, std::string_view group,
                                  std::string_view column) const {
    auto const covered = rows_.number(rule, kWholeArea, group, column);
    return covered ? percent(language_, 1 - *covered) : unknown_;
  }

  Language language_;
  GroupRows rows_;
  RunWords words_, names_;
  std::string unknown_;  ///< in place of a number
  std::vector<std::pair<RuleKind, std::string_view>> rules_;
};

}  // namespace

std::string change_group_section(Language language, ReportedComparison const& comparison) {
  auto const* const groups = tables::table_named(comparison.tables, "groups");
  if (groups == nullptr || groups->rows.empty()) return {};
  ChangeOfGroups const change{language, *groups, comparison.words(),
                              names_in(language, comparison)};
  if (!change.is_asked()) return {};
  std::string html;
  auto const& group = comparison.record.face.group;
  if (!group.empty() || change.has_several_limits())
    html = change.by_municipality_and_limit(group.empty() ? kEverybody : std::string_view{group});
  html += to_html(change.of_everybody()) + change.by_municipality();
  if (change.has_ranges()) html += paragraph(label(language, "change_range_note"));
  return html;
}

std::string group_change_sentence(Language language, ReportedComparison const& comparison) {
  auto const* const groups = tables::table_named(comparison.tables, "groups");
  if (groups == nullptr || groups->rows.empty()) return {};
  auto const names = names_in(language, comparison);
  ChangeOfGroups const change{language, *groups, comparison.words(), names};
  auto const& face = comparison.record.face;
  if (face.group.empty() && !change.has_several_limits()) return {};
  auto const group = face.group.empty() ? kEverybody : std::string_view{face.group};
  return sentence(language, "change_beyond_limits", capitalised(word(language, "group", group)),
                  names.before, names.after, change.beyond_limits(group));
}

}  // namespace gapmap::report
