// Sections of the result: sentences, map, and who lives how far.

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cmath>

#include "gapmap/report/detail/access_words.h"
#include "gapmap/report/detail/group_rows.h"
#include "gapmap/report/gap_names.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/cost_curve.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/detail/live_map.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/hidden_numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/report/detail/sections.h"
#include "gapmap/report/detail/sentences.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

/// Returns the road that most residents use; empty if the run did not look, or nobody uses any.
std::string busiest_road(Language language, tables::OutputTable const* used) {
  if (used == nullptr || used->rows.empty()) return {};
  tables::ResultRows const rows{*used};
  std::size_t busiest = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (rows.number(r, "residents") > rows.number(busiest, "residents")) busiest = r;
  }
  auto const name = rows.text(busiest, "road_name");
  return paragraph(sentence(language, "roads_used_note",
                            name.empty() ? label(language, "road_without_name") : name,
                            residents_in_words(language, rows.number(busiest, "residents"))));
}

/// Returns for example "Osuus asukkaista enintään näin kaukana: 1 km 1,9 %, 3 km 10,8 %".
std::string shares_within(Language language, CostCurve const& curve,
                          tables::CostScale const& scale) {
  std::vector<std::string> parts;
  for (auto const& [cost, residents] : curve.steps) {
    parts.push_back(fmt::format("{} {}", cost_in_words(language, scale, cost),
                                percent(language, residents / curve.all_residents)));
  }
  return fmt::format("{}: {}", label(language, "share_within"), fmt::join(parts, "; "));
}

/// Returns the group that the report is about by municipality; no rows if that is everybody.
HtmlTable group_by_municipality(Language language, ReportedRun const& run) {
  HtmlTable table{
      .caption = {}, .columns = {{std::string{label(language, "municipality")}}}, .rows = {}};
  auto const* const groups = table_named(run.tables, "groups");
  auto const group = group_of(run);
  if (group == kEverybody || groups == nullptr) return table;
  GroupRows const rows{*groups};
  table.caption =
      sentence(language, "group_by_municipality", capitalised(word(language, "group", group)));
  auto const rule = rows.rules(tables::RuleKind::Limit).front();
  for (auto const* column : {"number_in_group", "covered", "share", "column not_covered"})
    table.columns.push_back({std::string{label(language, column)}, true});
  auto zones = rows.zones("municipality");
  zones.push_back(kWholeArea);
  for (auto const& zone : zones) {
    auto const people = [&](std::string_view column) {
      return rows.people(language, rule, zone, group, column);
    };
    table.rows.push_back({zone.in_words(language), people("residents"), people("covered"),
                          rows.share(language, rule, zone, group), people("not_covered")});
  }
  table.total_rows = 1;
  return table;
}

}  // namespace

std::string question(Language language, ReportedRun const& run) {
  auto html = fmt::format("<p class=\"question\">{}</p>\n", question_sentence(language, run));
  if (auto const note = publication_note(language, hidden_in(run.facts)); !note.empty())
    html += paragraph(note);
  return html;
}

std::string main_result(Language language, ReportedRun const& run) {
  tables::ResultRows const rows{municipalities_of(run)};
  auto const last = rows.size() - 1;
  auto const residents = rows.number(last, "residents");
  if (!residents && !run.facts.published_below)
    return paragraph(label(language, "no_known_residents"));
  if (residents && *residents <= 0) return paragraph(label(language, "no_known_residents"));
  auto const sentences = main_sentences(language, municipalities_of(run), run.scale);
  std::string html;
  if (auto const of_group = group_figure(language, run); !of_group.empty())
    html = fmt::format("<p class=\"figure\">{}</p>\n", escaped(of_group));
  html += fmt::format("<p{}>{}</p>\n", html.empty() ? " class=\"figure\"" : "",
                      escaped(sentences.front()));
  std::vector<std::string> more{sentences.begin() + 1, sentences.end()};
  auto const* const gaps = table_named(run.tables, "gaps");
  if (gaps != nullptr && !gaps->rows.empty()) {
    tables::ResultRows const gap{*gaps};
    auto const reason = label_of(language, gap.text(0, "reason"));
    more.push_back(sentence(
        language, "largest_gap", gap_name(gap, 0),
        residents_in_words(language, gap.number(0, "residents")),
        in_a_sentence(gap.text(0, "reason").empty() ? kHiddenSign
                                                    : reason.value_or(gap.text(0, "reason")))));
  }
  if (!more.empty()) html += paragraph(fmt::format("{}", fmt::join(more, " ")));
  if (auto const beyond = beyond_limits(language, run); !beyond.name.empty())
    html += paragraph(fmt::format("{}: {}.", beyond.name, beyond.text));
  // A figure that depends on an assumption is shown with it.
  auto const sensitivity = sensitivity_sentence(language, run.tables);
  return sensitivity ? html + paragraph(*sensitivity) : html;
}

std::string map_part(Language language, ReportedRun const& run) {
  return map_figure(live_map(language, {.areas = "largest_gaps"}, "by_municipality"),
                    map_svg(language, run.tables, run.scale), map_text(language, run.tables),
                    map_legend(language, run.tables, run.scale)) +
         busiest_road(language, table_named(run.tables, "roads_used"));
}

std::string municipality_part(Language language, ReportedRun const& run) {
  auto table = html_table(language, sheet_of(language, municipalities_of(run)),
                          {{"municipality_name"},
                           {"residents"},
                           {"covered", "within_limit_short"},
                           {"share"},
                           {"outside"},
                           {"unreachable"},
                           {"off_network"},
                           {run.scale.is_time ? "time_median_s" : "distance_median_m"}});
  table.caption = label(language, "residents_by_municipality");
  auto const of_group = group_by_municipality(language, run);
  return (of_group.rows.empty() ? std::string{} : to_html(of_group)) + to_html(table);
}

std::string curve_part(Language language, ReportedRun const& run) {
  auto const* const cells = table_named(run.tables, "cells");
  auto const* const classes = table_named(run.tables, "classes");
  bool const is_published = run.facts.published_below.has_value();
  if (is_published ? classes == nullptr : cells == nullptr) return {};
  if (is_published) {
    auto const curve = curve_of_classes(*classes, run.scale);
    if (curve.steps.empty()) return paragraph(label(language, "no_known_residents"));
    auto const text = shares_within(language, curve, run.scale);
    return fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n",
                       curve_svg(language, curve, run.scale, text), text);
  }
  auto const curve = cost_curve(*cells, run.scale);
  auto const half = curve.quantile(0.5);
  auto const most = curve.quantile(0.9);
  if (!half || !most) return paragraph(label(language, "no_known_residents"));
  // To a tenth of a kilometre or a whole minute, as tables have it.
  auto const words = [&](double cost) {
    double const unit = run.scale.is_time ? 60 : 100;
    return way_in_words(language, run.scale, std::round(cost / unit) * unit);
  };
  auto const text = sentence(language, "curve_text", words(*half), words(*most));
  return fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n",
                     curve_svg(language, curve, run.scale, text), text);
}

}  // namespace gapmap::report
