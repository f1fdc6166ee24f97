#include "gapmap/report/detail/group_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/requirement_table.h"

namespace gapmap::report {
namespace {

void add_once(std::vector<std::string_view>& names, std::string_view name) {
  if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

}  // namespace

std::string GroupRows::Zone::in_words(Language language) const {
  if (level == "total") return std::string{label(language, "total")};
  if (!code.empty() || name != "Outside") return std::string{name};
  return std::string{
      label(language, level == "municipality" ? "outside_all_areas" : "outside_zones")};
}

std::string rule_in_words(Language language, tables::RuleKind kind, std::string_view rule) {
  bool const is_users_word =
      kind == tables::RuleKind::Requirement && rule != tables::kAllRequirements;
  return is_users_word ? std::string{rule} : word(language, "rule", rule);
}

std::string outside_in_words(Language language, tables::RuleKind kind, std::string_view rule) {
  std::string_view const key = rule == tables::kAllLimits         ? "beyond_some_limit"
                               : rule == tables::kAnyLimit        ? "beyond_all_limits"
                               : rule == tables::kAllRequirements ? "some_requirement_not_met"
                                                                  : "";
  return key.empty() ? rule_in_words(language, kind, rule) : std::string{label(language, key)};
}

std::string_view group_of(ReportedRun const& run) {
  return run.facts.group.empty() ? kEverybody : std::string_view{run.facts.group};
}

std::string group_figure(Language language, ReportedRun const& run) {
  auto const* const groups = table_named(run.tables, "groups");
  auto const group = group_of(run);
  if (group == kEverybody || groups == nullptr) return {};
  GroupRows const rows{*groups};
  auto const rule = rows.rules(tables::RuleKind::Limit).front();
  auto const people = [&](std::string_view column) {
    return rows.people(language, rule, kWholeArea, group, column);
  };
  return counted(language, "group_figure", rows.number(rule, kWholeArea, group, "covered"),
                 capitalised(word(language, "group", group)), people("residents"),
                 people("covered"), rows.share(language, rule, kWholeArea, group),
                 way_in_words(language, run.scale, run.scale.limit), people("not_covered"));
}

BeyondLimits beyond_limits(Language language, ReportedRun const& run) {
  auto const* const groups = table_named(run.tables, "groups");
  if (groups == nullptr) return {};
  GroupRows const rows{*groups};
  auto const limits = rows.rules(tables::RuleKind::Limit);
  if (limits.size() < 2) return {};
  auto const group = group_of(run);
  BeyondLimits beyond{std::string{label(language, "closing limits")}, {}};
  if (group != kEverybody) {
    beyond.name = fmt::format("{}: {}", capitalised(word(language, "group", group)),
                              in_a_sentence(beyond.name));
  }
  for (auto const limit : limits) {
    beyond.text +=
        fmt::format("{}{}: {}", beyond.text.empty() ? "" : ", ",
                    in_a_sentence(outside_in_words(language, tables::RuleKind::Limit, limit)),
                    rows.people(language, limit, kWholeArea, group, "not_covered"));
  }
  return beyond;
}

std::string range_in_words(Language language, tables::ResultRows const& rows, std::size_t row,
                           std::string const& name) {
  auto const low = rows.number(row, name + "_low");
  auto const high = rows.number(row, name + "_high");
  if (!low) return "–";
  auto const least = number(language, *low);
  if (!high) return sentence(language, "at_least_so_many", least);
  auto const most = number(language, *high);
  return least == most ? least : least + "–" + most;
}

void insert_group(Language language, HtmlTable& table, tables::ResultRows const& rows,
                  std::string const& heading, std::string const& name, std::size_t before) {
  if (rows.size() == 0 || !rows.number(0, name + "_low")) return;
  auto const at = static_cast<std::ptrdiff_t>(before);
  table.columns.insert(table.columns.begin() + at, {capitalised(heading), true});
  for (std::size_t r = 0; r < rows.size(); ++r)
    table.rows[r].insert(table.rows[r].begin() + at, range_in_words(language, rows, r, name));
}

GroupRows::GroupRows(tables::OutputTable const& table)
    : rows_{table},
      has_range_columns_{std::ranges::find(table.columns, "residents_low", &tables::Column::name) !=
                         table.columns.end()} {
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    Zone const zone{rows_.text(r, "level"), rows_.text(r, "zone_code"), rows_.text(r, "zone_name")};
    row_of_.try_emplace({rows_.text(r, "rule"), zone, rows_.text(r, "group")}, r);
    add_once(groups_, rows_.text(r, "group"));
    add_once(levels_, zone.level);
  }
}

std::vector<std::string_view> GroupRows::rules(tables::RuleKind kind) const {
  std::vector<std::string_view> rules;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (rows_.text(r, "rule_kind") == name_of(kind)) add_once(rules, rows_.text(r, "rule"));
  }
  return rules;
}

std::vector<GroupRows::Zone> GroupRows::zones(std::string_view level) const {
  std::vector<Zone> zones;
  for (std::size_t r = 0; r < rows_.size() && rows_.text(r, "rule") == rows_.text(0, "rule"); ++r) {
    if (rows_.text(r, "level") != level || rows_.text(r, "group") != groups_.front()) continue;
    zones.push_back({level, rows_.text(r, "zone_code"), rows_.text(r, "zone_name")});
  }
  return zones;
}

std::optional<std::size_t> GroupRows::row(std::string_view rule, Zone const& zone,
                                          std::string_view group) const {
  auto const found = row_of_.find({rule, zone, group});
  return found == row_of_.end() ? std::nullopt : std::optional{found->second};
}

std::string GroupRows::people(Language language, std::string_view rule, Zone const& zone,
                              std::string_view group, std::string_view column) const {
  auto const r = row(rule, zone, group);
  if (!r) return "–";
  if (!has_range_columns_) return number_or_sign(language, rows_.number(*r, column));
  return range_in_words(language, rows_, *r, std::string{column});
}

std::string GroupRows::share(Language language, std::string_view rule, Zone const& zone,
                             std::string_view group) const {
  auto const share = number(rule, zone, group, "share");
  if (share) return percent(language, *share);
  return has_range_columns_ ? "–" : kHiddenSign;
}

std::optional<double> GroupRows::number(std::string_view rule, Zone const& zone,
                                        std::string_view group, std::string_view column) const {
  auto const r = row(rule, zone, group);
  return r ? rows_.number(*r, column) : std::nullopt;
}

bool GroupRows::has_ranges() const {
  if (!has_range_columns_) return false;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    for (std::string const column : {"covered", "not_covered"}) {
      if (rows_.number(r, column + "_low") != rows_.number(r, column + "_high")) return true;
    }
  }
  return false;
}

}  // namespace gapmap::report
