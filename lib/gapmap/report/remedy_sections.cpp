// The section about places that would close gaps together.

#include <algorithm>
#include <cmath>

#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/html.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/workbook.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

/// Returns how near the set comes to the best of as many places: nothing better is possible, or the
/// share of it that it reaches, rounded down so that the sentence holds.
std::string how_good(Language language, double together, double at_most) {
  if (together >= at_most) return std::string{label(language, "joint_best")};
  constexpr double kTenthsOfPercent = 1000;
  auto const share = std::floor(kTenthsOfPercent * together / at_most) / kTenthsOfPercent;
  return sentence(language, "joint_bound", residents_in_words(language, at_most),
                  percent(language, share));
}

/// Returns the group by whose number the places were chosen; nothing if everybody counted.
std::string_view chosen_by(tables::OutputTable const& joint) {
  constexpr std::string_view kBound = "_together_at_most";
  for (auto const& column : joint.columns) {
    std::string_view const name = column.name;
    if (name.ends_with(kBound)) return name.substr(0, name.size() - kBound.size());
  }
  return {};
}

}  // namespace

std::string joint_remedy_part(Language language, ReportedRun const& run) {
  auto const* const joint = table_named(run.tables, "joint_remedies");
  if (joint == nullptr || joint->rows.empty()) return {};
  tables::ResultRows const rows{*joint};
  // Cells of the gap have no names.
  bool const has_names = !rows.text(0, "place_name").empty();
  auto const chosen_for = chosen_by(*joint);
  auto const bounded = chosen_for.empty() ? "together" : std::string{chosen_for} + "_together";
  auto const bound = bounded + "_at_most";
  auto table = html_table(language, sheet_of(language, *joint),
                          {{"step"},
                           {has_names ? "place_name" : "place_id", "gap_remedy"},
                           {"gap_id"},
                           {"gap_name"},
                           {"adds_in_gaps"},
                           {"adds_elsewhere"},
                           {"together"},
                           {bound}});
  table.caption = label(language, "joint_caption");
  if (auto const group = group_of(run); group != kEverybody) {
    insert_group(language, table, rows,
                 sentence(language, "group_is_added", word(language, "group", group)),
                 std::string{group}, table.columns.size() - 2);
  }
  auto const last = rows.size() - 1;
  auto const people = residents_in_words(language, rows.number(last, "together").value_or(0));
  auto brought = rows.size() == 1
                     ? sentence(language, "joint_note one", people)
                     : sentence(language, "joint_note",
                                number(language, static_cast<double>(rows.size())), people);
  auto const counted = rows.number(last, bounded).value_or(0);
  if (!chosen_for.empty()) {
    brought += " " + sentence(language, "joint_by_group", word(language, "group", chosen_for),
                              residents_in_words(language, counted));
  }
  return to_html(table) +
         paragraph(brought + " " +
                   how_good(language, counted, rows.number(last, bound).value_or(counted)));
}

}  // namespace gapmap::report
