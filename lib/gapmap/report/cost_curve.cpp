#include "gapmap/report/cost_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "gapmap/report/detail/chart_axis.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/units/stop.h"

namespace gapmap::report {
namespace {

constexpr double kShown = 0.995;  ///< share of residents with a way who are in the drawing
constexpr int kShownSteps = 300;

}  // namespace

double tick_of(double length) {
  double const power = std::pow(10, std::floor(std::log10(length / 8)));
  for (double const factor : {1.0, 2.0, 5.0}) {
    if (length / (factor * power) <= 8) return factor * power;
  }
  return 10 * power;
}

std::optional<double> CostCurve::quantile(double share) const {
  if (steps.empty() || steps.back().residents <= 0) return std::nullopt;
  auto const wanted = share * steps.back().residents;
  auto const found = std::ranges::lower_bound(steps, wanted, {}, &Step::residents);
  return found == steps.end() ? steps.back().cost : found->cost;
}

CostCurve cost_curve(tables::OutputTable const& cells, tables::CostScale const& scale) {
  tables::ResultRows const rows{cells};
  auto const* const column = scale.is_time ? "time_s" : "distance_m";
  CostCurve curve;
  std::vector<CostCurve::Step> each;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    stop_if_asked();
    auto const residents = rows.number(r, "residents").value_or(0);
    curve.all_residents += residents;
    if (auto const cost = rows.number(r, column)) each.push_back({*cost, residents});
  }
  std::ranges::stable_sort(each, {}, &CostCurve::Step::cost);
  double sum = 0;
  for (auto const& [cost, residents] : each) {
    sum += residents;
    if (!curve.steps.empty() && curve.steps.back().cost == cost) {
      curve.steps.back().residents = sum;
    } else {
      curve.steps.push_back({cost, sum});
    }
  }
  return curve;
}

CostCurve curve_of_classes(tables::OutputTable const& classes, tables::CostScale const& scale) {
  tables::ResultRows const rows{classes};
  CostCurve curve{.is_of_classes = true};
  for (std::size_t r = 0; r < rows.size() && rows.text(r, "level") == "total"; ++r) {
    if (rows.text(r, "group") != "all") break;
    auto const residents = rows.number(r, "cumulative");
    auto const share = rows.number(r, "cumulative_share");
    if (!residents) continue;
    if (share && *share > 0) curve.all_residents = *residents / *share;
    if (auto const to = rows.number(r, scale.is_time ? "to_s" : "to_m"))
      curve.steps.push_back({*to, *residents});
  }
  if (curve.all_residents <= 0) curve.steps.clear();
  return curve;
}

std::string curve_svg(Language language, CostCurve const& curve, tables::CostScale const& scale,
                      std::string_view text) {
  if (curve.steps.empty()) return {};
  auto const shown =
      curve.is_of_classes ? std::optional{curve.steps.back().cost} : curve.quantile(kShown);
  if (!shown) return {};
  double const unit = scale.is_time ? 60 : 1000;
  double const end = std::max({*shown, scale.limit * 1.1, unit});
  auto const x = [&](double cost) { return kChartLeft + kChartWidth * cost / end; };
  auto const y = [&](double share) { return kChartTop + kChartHeight * (1 - share); };
  auto svg = fmt::format(
      "<svg class=\"curve\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 390\" "
      "role=\"img\" aria-labelledby=\"curve-title curve-text\" font-size=\"15\">\n"
      "<title id=\"curve-title\">{}</title>\n<desc id=\"curve-text\">{}</desc>\n",
      escaped(label(language, scale.is_time ? "curve_time" : "curve")), escaped(text));
  for (int i = 0; i <= 4; ++i) {
    double const share = 0.25 * i;
    svg += fmt::format(
        "<path d=\"M{0:.0f} {1:.0f}h{2:.0f}\" stroke=\"#d5d2c8\"/>"
        "<text x=\"{3:.0f}\" y=\"{4:.0f}\" text-anchor=\"end\">{5}</text>\n",
        kChartLeft, y(share), kChartWidth, kChartLeft - 8, y(share) + 5,
        percent(language, share, 0));
  }
  double const tick = tick_of(end / unit);
  for (int i = 0; i * tick * unit <= end; ++i) {
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n",
                       x(i * tick * unit), kChartTop + kChartHeight + 22,
                       number(language, i * tick, tick < 1 ? 1 : 0));
  }
  std::string path = fmt::format("M{:.1f} {:.1f}", x(0), y(0));
  if (curve.is_of_classes) {
    for (auto const& [cost, residents] : curve.steps)
      path += fmt::format("L{:.1f} {:.1f}", x(cost), y(residents / curve.all_residents));
  }
  std::size_t next = 0;
  for (int i = 1; i <= kShownSteps && !curve.is_of_classes; ++i) {
    double const cost = end * i / kShownSteps;
    while (next < curve.steps.size() && curve.steps[next].cost <= cost) ++next;
    double const share = next == 0 ? 0 : curve.steps[next - 1].residents / curve.all_residents;
    path += fmt::format("L{:.1f} {:.1f}", x(cost), y(share));
  }
  svg += fmt::format(
      "<path d=\"M{0:.1f} {1:.0f}v{2:.0f}\" stroke=\"#a63603\" stroke-width=\"2\" "
      "stroke-dasharray=\"6 4\"/>"
      "<text x=\"{3:.1f}\" y=\"{4:.0f}\" fill=\"#a63603\">{5} {6}</text>\n",
      x(scale.limit), kChartTop, kChartHeight, x(scale.limit) + 6, kChartTop + kChartHeight - 8,
      escaped(label(language, "limit")), cost_in_words(language, scale, scale.limit));
  svg +=
      fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#08519c\" stroke-width=\"3\"/>\n", path);
  svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n",
                     kChartLeft + kChartWidth / 2, kChartTop + kChartHeight + 48,
                     escaped(label(language, scale.is_time ? "axis_s" : "axis_m")));
  return svg + "</svg>\n";
}

}  // namespace gapmap::report
