#include "gapmap/report/detail/plan_curve.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "gapmap/report/detail/chart_axis.h"
#include "gapmap/report/detail/map_parts.h"
#include "gapmap/report/labels.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {
namespace {

struct CurvePoint {
  double places = 0;
  double share = 0;
};

/// A line of the chart: its column, its look and its words.
struct CurveLine {
  std::string_view column;
  std::string_view color;
  std::string_view dashes;  ///< empty: none
  std::string_view words;   ///< key
  std::vector<CurvePoint> points = {};
};

/// What one means: all of it divided by the share that it is.
std::optional<double> everybody_in(tables::ResultRows const& rows) {
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto const served = rows.number(r, "together");
    auto const share = rows.number(r, "share");
    if (served && share && *share > 0) return *served / *share;
  }
  return std::nullopt;
}

/// The lines that say something, from the lowest to the topmost: a bound that is reached everywhere
/// and an order that costs nothing lie on the curve itself.
std::vector<CurveLine> lines_of(tables::OutputTable const& curve) {
  tables::ResultRows const rows{curve};
  auto const all = everybody_in(rows);
  if (!all) return {};
  std::vector<CurveLine> lines;
  for (auto line : {CurveLine{"together_at_most", "#767676", "2 5", "plan curve at_most"},
                    CurveLine{"together_by_order", "#a63603", "8 5", "plan curve by_order"},
                    CurveLine{"together", "#08519c", "", "plan curve best"}}) {
    bool is_apart = line.column == "together";
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto const value = rows.number(r, line.column);
      if (!value) continue;
      line.points.push_back({rows.number(r, "places").value_or(0), *value / *all});
      is_apart = is_apart || *value != rows.number(r, "together");
    }
    if (is_apart && line.points.size() > 1) lines.push_back(std::move(line));
  }
  return lines;
}

std::string dashed(CurveLine const& line) {
  return line.dashes.empty() ? std::string{} : fmt::format(" stroke-dasharray=\"{}\"", line.dashes);
}

}  // namespace

std::string plan_curve_svg(Language language, tables::OutputTable const& curve,
                           std::string_view text) {
  auto const lines = lines_of(curve);
  if (lines.empty() || lines.back().column != "together") return {};
  constexpr double kTenth = 10;
  double least = 1;
  double most = 0;
  double first = lines.back().points.front().places;
  double last = lines.back().points.back().places;
  for (auto const& line : lines) {
    for (auto const& point : line.points) {
      least = std::min(least, point.share);
      most = std::max(most, point.share);
    }
  }
  // Rounding of shares puts no tick below a share that is a full tenth.
  least = std::floor(least * kTenth + 1e-9) / kTenth;
  most = std::max(std::ceil(most * kTenth - 1e-9) / kTenth, least + 1 / kTenth);
  auto const x = [&](double places) {
    return kChartLeft + kChartWidth * (places - first) / (last - first);
  };
  auto const y = [&](double share) {
    return kChartTop + kChartHeight * (most - share) / (most - least);
  };
  auto svg = fmt::format(
      "<svg class=\"curve\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 390\" "
      "role=\"img\" aria-labelledby=\"curve-title curve-text\" font-size=\"15\">\n"
      "<title id=\"curve-title\">{}</title>\n<desc id=\"curve-text\">{}</desc>\n",
      escaped(label(language, "plan_curve")), escaped(text));
  auto const tenths = static_cast<int>(std::lround((most - least) * kTenth));
  for (int i = 0; i <= tenths; ++i) {
    auto const share = least + i / kTenth;
    svg += fmt::format(
        "<path d=\"M{0:.0f} {1:.1f}h{2:.0f}\" stroke=\"#d5d2c8\"/>"
        "<text x=\"{3:.0f}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>\n",
        kChartLeft, y(share), kChartWidth, kChartLeft - 8, y(share) + 5,
        percent(language, share, 0));
  }
  double const tick = std::max(1.0, tick_of(last - first));
  for (double at = std::ceil(first / tick) * tick; at <= last; at += tick) {
    svg += fmt::format("<text x=\"{:.1f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n", x(at),
                       kChartTop + kChartHeight + 22, number(language, at));
  }
  for (auto const& line : lines) {
    std::string path;
    for (auto const& [places, share] : line.points)
      path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? 'M' : 'L', x(places), y(share));
    svg += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"3\"{}/>\n", path,
                       line.color, dashed(line));
  }
  constexpr double kMostDots = 60;  // more would be a thicker line
  if (last - first <= kMostDots) {
    for (auto const& [places, share] : lines.back().points)
      svg += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"4.5\" fill=\"#08519c\"/>\n",
                         x(places), y(share));
  }
  svg += fmt::format("<text x=\"{:.0f}\" y=\"{:.0f}\" text-anchor=\"middle\">{}</text>\n",
                     kChartLeft + kChartWidth / 2, kChartTop + kChartHeight + 48,
                     escaped(label(language, "plan curve axis")));
  return svg + "</svg>\n";
}

std::string plan_curve_legend(Language language, tables::OutputTable const& curve) {
  auto const lines = lines_of(curve);
  std::string html;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    html += legend_item(fmt::format("<path d=\"M0 10h20\" stroke=\"{}\" stroke-width=\"3\"{}/>",
                                    line->color, dashed(*line)),
                        label(language, line->words));
  }
  return html.empty() ? html : fmt::format("<ul class=\"legend\">\n{}</ul>\n", html);
}

}  // namespace gapmap::report
