// Groups of residents: who lives how far, and who of which municipality is outside the limit.

#include <fmt/format.h>

#include <algorithm>

#include "gapmap/report/headings.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"

namespace gapmap::report {
namespace {

/// Returns the heading of a class of classes.csv.
std::string class_words(Language language, tables::CostScale const& scale,
                        tables::ResultRows const& rows, std::size_t row) {
  auto const name = rows.text(row, "class");
  if (name == "no_road_connection") return std::string{label(language, "unreachable")};
  if (name == "off_network") return std::string{label(language, "off_network")};
  auto const from = rows.number(row, scale.is_time ? "from_s" : "from_m");
  auto const to = rows.number(row, scale.is_time ? "to_s" : "to_m");
  auto const words = [&](double cost) { return cost_in_words(language, scale, cost); };
  if (!to) return sentence(language, "over", words(from.value_or(0)));
  if (from.value_or(0) == 0) return sentence(language, "up_to", words(*to));
  return interval_in_words(language, scale, *from, *to);
}

/// Returns one row per municipality and one column per group, by the first limit of the run; no
/// rows for a run of a version that did not count them.
HtmlTable outside_by_group(Language language, ReportedRun const& run) {
  HtmlTable table{.caption = std::string{label(language, "outside_by_group")},
                  .columns = {{std::string{label(language, "municipality")}}},
                  .rows = {},
                  .total_rows = 1};
  auto const* const groups = table_named(run.tables, "groups");
  if (groups == nullptr || groups->rows.empty()) return table;
  GroupRows const rows{*groups};
  auto const rule = rows.rules(tables::RuleKind::Limit).front();
  auto const add = [&](GroupRows::Zone const& zone) {
    table.rows.push_back({zone.in_words(language)});
    for (auto const group : rows.groups())
      table.rows.back().push_back(rows.people(language, rule, zone, group, "not_covered"));
  };
  for (auto const group : rows.groups())
    table.columns.push_back({word(language, "group", group), true});
  for (auto const& zone : rows.zones("municipality")) add(zone);
  add(kWholeArea);
  return table;
}

/// Returns one row per reason and one column per group, everybody first and then the one that the
/// report is about; no rows where the run tells of no group, as published runs.
HtmlTable reasons_by_group(Language language, ReportedRun const& run) {
  HtmlTable table{.caption = std::string{label(language, "reasons_by_group")},
                  .columns = {{std::string{label(language, "reason")}},
                              {word(language, "group", kEverybody), true}},
                  .rows = {}};
  auto const* const reasons = table_named(run.tables, "reasons");
  if (reasons == nullptr) return table;
  tables::OutputTable totals{reasons->name, reasons->columns, {}, {}};
  tables::ResultRows const all{*reasons};
  for (auto const r : all.largest_first("residents")) {
    if (all.text(r, "municipality_code").empty() && all.text(r, "municipality_name") == "Total")
      totals.rows.push_back(reasons->rows[r]);
  }
  std::vector<std::string> groups;
  constexpr std::string_view kLow = "_low";
  for (auto const& column : reasons->columns) {
    if (column.name.ends_with(kLow))
      groups.push_back(column.name.substr(0, column.name.size() - kLow.size()));
  }
  if (groups.empty()) return table;
  std::stable_partition(groups.begin(), groups.end(),
                        [&](auto const& group) { return group == group_of(run); });
  tables::ResultRows const rows{totals};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    table.rows.push_back({word(language, "reason", rows.text(r, "reason")),
                          number_or_sign(language, rows.number(r, "residents"))});
  }
  for (auto const& group : groups) {
    insert_group(language, table, rows, word(language, "group", group), group,
                 table.columns.size());
  }
  return table;
}

/// Returns why groups of a family do not add up to all residents, family by family; empty where
/// they do, or where only ranges are known.
std::string families_note(Language language, ReportedRun const& run) {
  auto const* const groups = table_named(run.tables, "groups");
  if (groups == nullptr || groups->rows.empty()) return {};
  GroupRows const rows{*groups};
  auto const rule = rows.rules(tables::RuleKind::Limit).front();
  auto const residents = [&](std::string_view group) {
    auto const told = rows.number(rule, kWholeArea, group, "residents");
    auto const low = rows.number(rule, kWholeArea, group, "residents_low");
    return low && low != told ? std::nullopt : told;
  };
  auto const all = residents(kEverybody);
  std::string html;
  for (auto const& [family, members] : run.facts.families) {
    double sum = 0;
    bool is_known = all.has_value();
    for (auto const& member : members) {
      auto const its = residents(member);
      is_known = is_known && its.has_value();
      sum += its.value_or(0);
    }
    if (!is_known || sum == *all) continue;
    html += paragraph(sentence(language, "families_note",
                               label_of(language, "word " + family).value_or(family),
                               number(language, sum), number(language, *all)));
  }
  return html;
}

}  // namespace

std::string group_part(Language language, ReportedRun const& run) {
  auto const* const classes = table_named(run.tables, "classes");
  if (classes == nullptr) return {};
  tables::ResultRows const rows{*classes};
  HtmlTable table{.caption = std::string{label(language, "by_group_caption")},
                  .columns = {{std::string{label(language, "group")}}},
                  .rows = {}};
  bool const is_published = run.facts.published_below.has_value();
  bool has_ranges = false;
  std::string_view group;
  for (std::size_t r = 0; r < rows.size() && rows.text(r, "level") == "total"; ++r) {
    if (rows.text(r, "group") != group) {
      group = rows.text(r, "group");
      table.rows.push_back({std::string{label_of(language, group).value_or(group)}});
    }
    if (table.rows.size() == 1)
      table.columns.push_back({class_words(language, run.scale, rows, r), true});
    // Published numbers have no ranges.
    table.rows.back().push_back(is_published ? number_or_sign(language, rows.number(r, "residents"))
                                             : range_in_words(language, rows, r, "residents"));
    has_ranges |= rows.number(r, "residents_low") != rows.number(r, "residents_high");
  }
  auto const outside = outside_by_group(language, run);
  auto html = to_html(table);
  if (!outside.rows.empty()) html += to_html(outside) + paragraph(label(language, "outside_note"));
  if (auto const reasons = reasons_by_group(language, run); !reasons.rows.empty())
    html += to_html(reasons);
  html += families_note(language, run);
  if (has_ranges) html += paragraph(label(language, "range_note"));
  return html;
}

}  // namespace gapmap::report
