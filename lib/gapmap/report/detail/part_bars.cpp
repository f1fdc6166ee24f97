#include "gapmap/report/detail/part_bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "gapmap/report/labels.h"
#include "gapmap/report/detail/map_parts.h"
#include "gapmap/report/markup.h"
#include "gapmap/report/numbers.h"
#include "gapmap/tables/result_rows.h"
#include "gapmap/scenario/factors.h"

namespace gapmap::report {
namespace {

// Neighbouring colours differ in lightness as well as in hue.
constexpr std::array<char const*, kFactors> kColors{"#08519c", "#9ecae1", "#525252",
                                                    "#c9b79c", "#e6741a", "#6a1b4d"};
constexpr std::size_t kMostBars = 16;

// In units of the drawing.
constexpr double kWidth = 800;
constexpr double kNames = 190;
constexpr double kFigures = 70;  ///< on either side of the bars
constexpr double kRow = 26;
constexpr double kBar = 18;

using FactorParts = std::array<double, kFactors>;

struct Bar {
  std::string name;
  double change = 0;
  FactorParts parts{};

  [[nodiscard]] double up() const {
    double sum = 0;
    for (auto const part : parts) sum += std::max(part, 0.0);
    return sum;
  }
  [[nodiscard]] double down() const {
    double sum = 0;
    for (auto const part : parts) sum += std::max(-part, 0.0);
    return sum;
  }
};

/// Returns the bars about covered residents: the total first, then municipalities by size.
std::vector<Bar> bars_of(Language language, tables::OutputTable const& parts) {
  tables::ResultRows const rows{parts};
  std::vector<Bar> bars;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows.text(r, "figure") != "covered") continue;
    Bar bar{.name = std::string{rows.text(r, "municipality_name")},
            .change = rows.number(r, "figure_change").value_or(0)};
    for (std::size_t f = 0; f < kFactors; ++f) {
      bar.parts[f] =
          rows.number(r, fmt::format("by_{}", name_of(static_cast<Factor>(f)))).value_or(0);
    }
    bars.push_back(std::move(bar));
  }
  if (bars.empty()) return bars;
  bars.back().name = label(language, "total");
  std::rotate(bars.begin(), bars.end() - 1, bars.end());
  std::stable_sort(bars.begin() + 1, bars.end(), [](Bar const& a, Bar const& b) {
    return a.up() + a.down() > b.up() + b.down();
  });
  if (bars.size() > kMostBars) bars.resize(kMostBars);
  std::erase_if(bars, [](Bar const& bar) { return bar.up() + bar.down() == 0; });
  return bars;
}

std::string signed_number(Language language, double value) {
  return (value > 0 ? "+" : value < 0 ? "−" : "") + number(language, std::abs(value));
}

}  // namespace

std::string part_bars_svg(Language language, tables::OutputTable const& parts,
                          std::string_view text) {
  auto const bars = bars_of(language, parts);
  if (bars.empty()) return {};
  double up = 0;
  double down = 0;
  for (auto const& bar : bars) {
    up = std::max(up, bar.up());
    down = std::max(down, bar.down());
  }
  double const scale = (kWidth - kNames - 2 * kFigures) / (up + down);
  double const zero = kNames + kFigures + down * scale;
  double const height = kRow * static_cast<double>(bars.size()) + 10;
  auto svg = fmt::format(
      "<svg class=\"parts\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" "
      "role=\"img\" aria-labelledby=\"parts-title parts-text\" font-size=\"14\">\n"
      "<title id=\"parts-title\">{}</title>\n<desc id=\"parts-text\">{}</desc>\n",
      kWidth, height, escaped(label(language, "change_parts")), escaped(text));
  double top = 4;
  for (auto const& bar : bars) {
    bool const is_total = &bar == &bars.front();
    double right = zero;
    double left = zero;
    svg +=
        fmt::format("<text x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\"{}>{}</text>\n", kNames - 6,
                    top + kBar - 4, is_total ? " font-weight=\"bold\"" : "", escaped(bar.name));
    for (std::size_t f = 0; f < kFactors; ++f) {
      double const width = std::abs(bar.parts[f]) * scale;
      if (width == 0) continue;
      if (bar.parts[f] < 0) left -= width;
      svg += fmt::format(
          "<rect x=\"{:.2f}\" y=\"{:.1f}\" width=\"{:.2f}\" height=\"{:.0f}\" fill=\"{}\" "
          "stroke=\"#fff\" stroke-width=\"0.6\"><title>{}: {}</title></rect>\n",
          bar.parts[f] < 0 ? left : right, top, width, kBar, kColors[f],
          escaped(label(language, fmt::format("factor {}", name_of(static_cast<Factor>(f))))),
          signed_number(language, bar.parts[f]));
      if (bar.parts[f] > 0) right += width;
    }
    svg +=
        fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\"{}>{}</text>\n", right + 5, top + kBar - 4,
                    is_total ? " font-weight=\"bold\"" : "", signed_number(language, bar.change));
    top += kRow;
  }
  svg += fmt::format("<path d=\"M{:.1f} 0v{:.0f}\" stroke=\"#1c1c1c\"/>\n", zero, height - 6);
  return svg + "</svg>\n";
}

std::string part_bars_legend(Language language, tables::OutputTable const& parts) {
  auto const bars = bars_of(language, parts);
  std::string html = "<ul class=\"legend\">\n";
  for (std::size_t f = 0; f < kFactors; ++f) {
    bool const has_part =
        std::ranges::any_of(bars, [&](Bar const& bar) { return bar.parts[f] != 0; });
    if (!has_part) continue;
    html += legend_item(legend_square(kColors[f]),
                        label(language, fmt::format("factor {}", name_of(static_cast<Factor>(f)))));
  }
  return html + "</ul>\n";
}

}  // namespace gapmap::report
