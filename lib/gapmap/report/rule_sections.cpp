// Sections about everything by which the run says who is covered: its limits, requirements and
// accounts, group by group and zone by zone.

#include <algorithm>

#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/html.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

using tables::RuleKind;

/// Longest list of zones that somebody reads in a report; the workbook has all.
constexpr std::size_t kMostZones = 40;

class RuleSections {
 public:
  /// `group`: whom all but the tables by group are about.
  RuleSections(Language language, tables::OutputTable const& table, RuleKind kind,
               std::string_view group)
      : language_{language}, rows_{table}, kind_{kind}, group_{group}, rules_{rows_.rules(kind)} {}

  [[nodiscard]] std::vector<std::string_view> const& rules() const { return rules_; }

  /// The group in all the study area, a row a rule.
  [[nodiscard]] HtmlTable by_rule(std::string_view caption) const {
    auto table = begin_of_group(caption, heading_of(name_of(kind_)));
    bool const is_requirement = kind_ == RuleKind::Requirement;
    table.columns.push_back({heading_of(is_requirement ? "met" : "covered"), true});
    table.columns.push_back({heading_of("share"), true});
    table.columns.push_back({heading_of(is_requirement ? "not_met" : "column not_covered"), true});
    for (auto const* column : {"unreachable", "off_network"})
      table.columns.push_back({heading_of(column), true});
    for (auto const rule : rules_) {
      table.rows.push_back({rule_in_words(language_, kind_, rule),
                            people(rule, kWholeArea, group_, "covered"),
                            rows_.share(language_, rule, kWholeArea, group_),
                            people(rule, kWholeArea, group_, "not_covered"),
                            count(rule, "unreachable"), count(rule, "off_network")});
    }
    return table;
  }

  /// Those not covered, a row a group, a column a rule.
  [[nodiscard]] HtmlTable by_group(std::string_view caption) const {
    auto table = begin(caption, heading_of("group"));
    add_rules(table);
    for (auto const group : rows_.groups()) {
      table.rows.push_back({word(language_, "group", group)});
      for (auto const rule : rules_)
        table.rows.back().push_back(people(rule, kWholeArea, group, "not_covered"));
    }
    return table;
  }

  /// Those not covered, a row a municipality, a column a rule.
  [[nodiscard]] HtmlTable by_municipality(std::string_view caption) const {
    auto table = begin_of_group(caption, heading_of("municipality"));
    add_rules(table);
    auto zones = rows_.zones("municipality");
    zones.push_back(kWholeArea);
    for (auto const& zone : zones) {
      table.rows.push_back({zone.in_words(language_)});
      for (auto const rule : rules_)
        table.rows.back().push_back(people(rule, zone, group_, "not_covered"));
    }
    table.total_rows = 1;
    return table;
  }

  [[nodiscard]] GroupRows const& rows() const { return rows_; }

 private:
  [[nodiscard]] HtmlTable begin(std::string_view caption, std::string heading) const {
    return {.caption = std::string{label(language_, caption)},
            .columns = {{std::move(heading)}},
            .rows = {}};
  }
  /// Of tables about one group: whom they count stands first.
  [[nodiscard]] HtmlTable begin_of_group(std::string_view caption, std::string heading) const {
    auto table = begin(caption, std::move(heading));
    if (group_ != kEverybody)
      table.caption = fmt::format("{}: {}", capitalised(word(language_, "group", group_)),
                                  in_a_sentence(table.caption));
    return table;
  }
  [[nodiscard]] std::string heading_of(std::string_view key) const {
    return std::string{label(language_, key)};
  }
  void add_rules(HtmlTable& table) const {
    for (auto const rule : rules_)
      table.columns.push_back({outside_in_words(language_, kind_, rule), true});
  }
  [[nodiscard]] std::string people(std::string_view rule, GroupRows::Zone const& zone,
                                   std::string_view group, std::string_view column) const {
    return rows_.people(language_, rule, zone, group, column);
  }
  [[nodiscard]] std::string count(std::string_view rule, std::string_view column) const {
    return number_or_sign(language_, rows_.number(rule, kWholeArea, group_, column));
  }

  Language language_;
  GroupRows rows_;
  RuleKind kind_;
  std::string_view group_;
  std::vector<std::string_view> rules_;
};

/// What each requirement asks for, as the user wrote it.
std::string requirements_asked(Language language, ReportedRun const& run) {
  auto const* const requirements = table_named(run.tables, "requirements");
  if (requirements == nullptr) return {};
  auto asked = *requirements;
  asked.rows.pop_back();  // all together ask for nothing more
  auto table = html_table(language, sheet_of(language, std::move(asked)),
                          {{"requirement"}, {"limit"}, {"at_least"}, {"where"}, {"places"}});
  table.caption = label(language, "requirements_asked");
  return to_html(table);
}

/// Tables of a kind of rules, with what tells of them; nothing if the run has fewer than `least`.
std::string rule_part(Language language, ReportedRun const& run, RuleKind kind, std::size_t least) {
  auto const* const groups = table_named(run.tables, "groups");
  if (groups == nullptr) return {};
  RuleSections const sections{language, *groups, kind, group_of(run)};
  if (sections.rules().size() < least) return {};
  auto const key = [&](std::string_view of) { return fmt::format("{}_{}", name_of(kind), of); };
  auto html = kind == RuleKind::Requirement ? requirements_asked(language, run) : std::string{};
  html += to_html(sections.by_rule(key("caption")));
  html += paragraph(label(language, key("note")));
  if (sections.rows().groups().size() > 1) html += to_html(sections.by_group(key("by_group")));
  html += to_html(sections.by_municipality(key("by_municipality")));
  html += paragraph(label(language, "outside_note"));
  if (sections.rows().has_ranges()) html += paragraph(label(language, "range_note"));
  return html;
}

}  // namespace

std::string limit_part(Language language, ReportedRun const& run) {
  return rule_part(language, run, RuleKind::Limit, 2);
}

std::string requirement_part(Language language, ReportedRun const& run) {
  return rule_part(language, run, RuleKind::Requirement, 1);
}

std::string account_part(Language language, ReportedRun const& run) {
  return rule_part(language, run, RuleKind::Account, 1);
}

std::string zone_part(Language language, ReportedRun const& run) {
  auto const* const groups = table_named(run.tables, "groups");
  if (groups == nullptr || groups->rows.empty()) return {};
  GroupRows const rows{*groups};
  auto const rule = rows.rules(RuleKind::Limit).front();
  auto const group = group_of(run);
  std::string html;
  for (auto const level : rows.levels()) {
    if (level == "total" || level == "municipality") continue;
    auto zones = rows.zones(level);
    auto const all = zones.size();
    if (all > kMostZones) {
      std::ranges::stable_sort(zones, std::greater{}, [&](auto const& zone) {
        return rows.number(rule, zone, group, "not_covered").value_or(0);
      });
      zones.resize(kMostZones);
    }
    auto caption = word(language, "level", level);
    if (group != kEverybody)
      caption = fmt::format("{}: {}", capitalised(word(language, "group", group)),
                            in_a_sentence(caption));
    HtmlTable table{.caption = std::move(caption),
                    .columns = {{std::string{label(language, "zone_name")}}},
                    .rows = {}};
    for (auto const* column : {"residents", "covered", "share", "column not_covered"})
      table.columns.push_back({std::string{label(language, column)}, true});
    for (auto const& zone : zones) {
      auto const people = [&](std::string_view column) {
        return rows.people(language, rule, zone, group, column);
      };
      table.rows.push_back({zone.in_words(language), people("residents"), people("covered"),
                            rows.share(language, rule, zone, group), people("not_covered")});
    }
    html += to_html(table);
    if (all > kMostZones) {
      html += paragraph(sentence(language, "first_zones", number(language, kMostZones),
                                 number(language, static_cast<double>(all))));
    }
  }
  return html;
}

}  // namespace gapmap::report
