// Groups of residents: who lives how far, and who of which municipality is outside the limit.

#include <fmt/format.h>

#include "gapmap/report/headings.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"

namespace gapmap::report {
namespace {

/// Returns "120–140", or "120" where the number is known exactly.
std::string range(Language language, std::optional<double> low, std::optional<double> high) {
  if (!low || !high) return "–";
  auto const least = number(language, *low);
  auto const most = number(language, *high);
  return least == most ? least : least + "–" + most;
}

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

/// A sum of ranges. It has no upper end where one range has none, and no value where one is
/// missing.
struct SummedRange {
  bool is_published = false;  ///< published numbers have no ranges, and some are hidden
  double low = 0;
  std::optional<double> high = 0;
  bool is_told = true;

  void add(tables::ResultRows const& rows, std::size_t row) {
    auto const least = rows.number(row, is_published ? "residents" : "residents_low");
    auto const most = is_published ? least : rows.number(row, "residents_high");
    is_told = is_told && least;
    low += least.value_or(0);
    high = high && most ? std::optional{*high + *most} : std::nullopt;
  }
  [[nodiscard]] std::string in_words(Language language) const {
    if (!is_told) return is_published ? kHiddenSign : "–";
    return high ? range(language, low, high)
                : sentence(language, "at_least_so_many", number(language, low));
  }
};

/// Returns one row per municipality and one column per group; no rows if the limit is not a bound
/// of the classes.
HtmlTable outside_by_group(Language language, ReportedRun const& run,
                           tables::ResultRows const& rows, bool& has_ranges) {
  HtmlTable table{.caption = std::string{label(language, "outside_by_group")},
                  .columns = {{std::string{label(language, "municipality")}}},
                  .rows = {},
                  .total_rows = 1};
  auto const* const from = run.scale.is_time ? "from_s" : "from_m";
  std::vector<std::string> total;
  bool is_bound = false;
  std::string_view zone;
  for (std::size_t r = 0; r < rows.size();) {
    auto const level = rows.text(r, "level");
    auto const name = rows.text(r, "zone_name");
    auto const code = rows.text(r, "zone_code");
    auto const group = rows.text(r, "group");
    SummedRange outside{.is_published = run.facts.published_below.has_value()};
    for (; r < rows.size() && rows.text(r, "group") == group && rows.text(r, "level") == level &&
           rows.text(r, "zone_code") == code;
         ++r) {
      auto const over = rows.number(r, from);
      is_bound |= over == run.scale.limit;
      if (!over || *over >= run.scale.limit) outside.add(rows, r);
    }
    has_ranges |= !outside.is_published && outside.high != outside.low;
    if (level == "total") {
      if (total.empty()) total.emplace_back(label(language, "total"));
      table.columns.push_back({word(language, "group", group), true});
      total.push_back(outside.in_words(language));
    } else if (level == "municipality") {
      if (table.rows.empty() || code != zone) table.rows.push_back({std::string{name}});
      zone = code;
      table.rows.back().push_back(outside.in_words(language));
    }
  }
  if (!is_bound || table.rows.empty()) return {};
  table.rows.push_back(std::move(total));
  return table;
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
                                             : range(language, rows.number(r, "residents_low"),
                                                     rows.number(r, "residents_high")));
    has_ranges |= rows.number(r, "residents_low") != rows.number(r, "residents_high");
  }
  auto const outside = outside_by_group(language, run, rows, has_ranges);
  auto html = to_html(table);
  if (!outside.rows.empty()) html += to_html(outside) + paragraph(label(language, "outside_note"));
  if (has_ranges) html += paragraph(label(language, "range_note"));
  return html;
}

}  // namespace gapmap::report
