#pragma once
// Numbers as a language writes them, for pages that people read.

#include <string>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns a number with `decimals` digits after the decimal comma or point, rounded half away from
/// zero, and in groups of three digits: "131 713,5" in Finnish and Swedish (with no-break spaces,
/// as their national standards and SI require), "131,713.5" in English. Zero has no sign.
[[nodiscard]] std::string number(Language language, double value, int decimals = 0);

/// Returns a share from 0 to 1 as "52,6 %", with a no-break space, or "52.6%" in English.
[[nodiscard]] std::string percent(Language language, double share, int decimals = 1);

/// Returns "2026-11-22" as "22.11.2026", "22.11.2026" or "22 November 2026". Other text is
/// unchanged.
[[nodiscard]] std::string date(Language language, std::string_view iso_date);

/// Returns a quantity from an option, "7.5 km", "1.5" or "2.5 m/s", as "7,5 km" in languages with a
/// decimal comma. Other text is unchanged.
[[nodiscard]] std::string quantity_as_written(Language language, std::string_view text);

}  // namespace gapmap::report
