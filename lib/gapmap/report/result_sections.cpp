// The result: sentences, map, and who lives how far.

#include <fmt/format.h>

#include <cmath>

#include "gapmap/report/cost_curve.h"
#include "gapmap/report/html.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/map_svg.h"
#include "gapmap/report/numbers.h"
#include "gapmap/report/result_rows.h"
#include "gapmap/report/sections.h"
#include "gapmap/report/sentences.h"
#include "gapmap/report/workbook.h"

namespace gapmap::report {
namespace {

/// Which road most residents take; nothing if the run did not look, or nobody takes any.
std::string busiest_road(Language language, io::OutputTable const* used) {
  if (used == nullptr || used->rows.empty()) return {};
  ResultRows const rows{*used};
  std::size_t busiest = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (rows.number(r, "residents") > rows.number(busiest, "residents")) busiest = r;
  }
  auto const name = rows.text(busiest, "road_name");
  auto const residents = number(language, rows.number(busiest, "residents").value_or(0));
  return paragraph(sentence(
      language, "roads_used_note", name.empty() ? label(language, "road_without_name") : name,
      fmt::format("{} {}", residents, label(language, "number_of_residents"))));
}

}  // namespace

std::string question(Language language, ReportedRun const& run) {
  return fmt::format("<p class=\"question\">{}</p>\n", question_sentence(language, run));
}

std::string main_result(Language language, ReportedRun const& run) {
  ResultRows const rows{municipalities_of(run)};
  auto const last = rows.size() - 1;
  auto const of = [&](std::string_view column) { return rows.number(last, column).value_or(0); };
  auto const count = [&](double people) { return number(language, people); };
  auto const residents = of("residents");
  if (residents <= 0) return paragraph(label(language, "no_known_residents"));
  auto html =
      fmt::format("<p class=\"figure\">{}</p>\n",
                  sentence(language, "report_main_figure", count(residents), count(of("covered")),
                           percent(language, of("covered") / residents),
                           cost_in_words(language, run.scale, run.scale.limit),
                           count(of("outside")), percent(language, of("outside") / residents)));
  std::string more;
  if (auto const apart = of("unreachable") + of("off_network"); apart > 0)
    more += sentence(language, "without_road", count(apart)) + " ";
  if (auto const cells = of("cells_without_number"); cells > 0)
    more += sentence(language, "suppressed_cells", count(cells)) + " ";
  auto const* const gaps = table_named(run.tables, "gaps");
  if (gaps != nullptr && !gaps->rows.empty()) {
    ResultRows const gap{*gaps};
    auto const reason = label_of(language, gap.text(0, "reason"));
    more += sentence(language, "largest_gap", gap.text(0, "municipality_name"),
                     count(gap.number(0, "residents").value_or(0)),
                     in_a_sentence(reason.value_or(gap.text(0, "reason"))));
  }
  return more.empty() ? html : html + paragraph(more);
}

std::string map_part(Language language, ReportedRun const& run) {
  return fmt::format("<figure class=\"map\">\n{}{}<figcaption>{}</figcaption>\n{}</figure>\n{}",
                     live_map(language), map_svg(language, run.tables, run.scale),
                     label(language, "map_text"), map_legend(language, run.tables, run.scale),
                     busiest_road(language, table_named(run.tables, "roads_used")));
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
  return to_html(table);
}

std::string curve_part(Language language, ReportedRun const& run) {
  auto const* const cells = table_named(run.tables, "cells");
  if (cells == nullptr) return {};
  auto const curve = cost_curve(*cells, run.scale);
  auto const half = curve.quantile(0.5);
  auto const most = curve.quantile(0.9);
  if (!half || !most) return paragraph(label(language, "no_known_residents"));
  // To a tenth of a kilometre, whole minutes.
  auto const words = [&](double cost) {
    double const unit = run.scale.is_time ? 60 : 100;
    return cost_in_words(language, run.scale, std::ceil(cost / unit) * unit);
  };
  auto const text = sentence(language, "curve_text", words(*half), words(*most));
  return fmt::format("<figure>\n{}<figcaption>{}</figcaption>\n</figure>\n",
                     curve_svg(language, curve, run.scale, text), text);
}

}  // namespace gapmap::report
