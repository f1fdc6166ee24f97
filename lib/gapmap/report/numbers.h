#pragma once
// Numbers as a language writes them, for pages that people read.

#include <string>

#include "gapmap/report/language.h"

namespace gapmap::report {

/// With `decimals` digits after the decimal comma or point, rounded half away from zero, and
/// groups of three digits: "131 713,5" in Finnish and Swedish (no-break spaces, as the languages'
/// standards and SI have it), "131,713.5" in English. Zero has no sign.
[[nodiscard]] std::string number(Language language, double value, int decimals = 0);

/// A share from 0 to 1: "52,6 %" with a no-break space, "52.6%" in English.
[[nodiscard]] std::string percent(Language language, double share, int decimals = 1);

/// "2026-11-22" as "22.11.2026", "22.11.2026", "22 November 2026". Other text stays as it is.
[[nodiscard]] std::string date(Language language, std::string_view iso_date);

/// A quantity as an option has it, "7.5 km", "1.5" or "2.5 m/s": "7,5 km" where decimals have a
/// comma. Other text stays as it is.
[[nodiscard]] std::string quantity_as_written(Language language, std::string_view text);

}  // namespace gapmap::report
