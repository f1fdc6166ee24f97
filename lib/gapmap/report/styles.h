#pragma once
// How the layers of a result look in QGIS: legends in the reader's language, and colours that all
// eyes and a black-and-white printer tell apart, since they also differ in lightness: the farther
// or the more, the darker.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/output_table.h"
#include "gapmap/report/language.h"
#include "gapmap/report/qml.h"

namespace gapmap::report {

/// What a legend says in numbers.
struct LegendScale {
  bool is_time = false;        ///< costs are seconds, shown in minutes; else metres, in kilometres
  double limit = 0;            ///< of the run, in seconds or metres
  std::vector<double> bounds;  ///< upper bounds of classes of cost, ascending
};

/// "#rrggbb" of each class of cost with these bounds, ascending, then of all beyond the last: the
/// same on maps and in charts.
[[nodiscard]] std::vector<std::string> colors_of_classes(std::vector<double> const& bounds,
                                                         double limit);
inline constexpr std::string_view kNoConnectionColor = "#54278f";
inline constexpr std::string_view kOffNetworkColor = "#636363";

/// The style of a table by its name: "cells", "gaps", "municipalities", "places"; nothing for
/// others. Every column gets its heading as the alias.
[[nodiscard]] std::optional<LayerStyle> style_of(Language language, io::OutputTable const& table,
                                                 LegendScale const& scale);

}  // namespace gapmap::report
