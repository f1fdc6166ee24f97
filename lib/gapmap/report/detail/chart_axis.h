#pragma once
// Axes of the line charts on pages, in units of a drawing of 800 by 390.

namespace gapmap::report {

inline constexpr double kChartLeft = 70;
inline constexpr double kChartTop = 20;
inline constexpr double kChartWidth = 700;
inline constexpr double kChartHeight = 300;

/// Returns the distance between ticks: 1, 2 or 5 times a power of ten, so that an axis has at most
/// eight. Requires: the length is not zero.
[[nodiscard]] double tick_of(double length);

}  // namespace gapmap::report
