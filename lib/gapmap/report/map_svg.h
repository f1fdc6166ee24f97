#pragma once
// The map of a report: one SVG, and what its colours mean.

#include <span>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// How many gaps have a number on the map and a row in the table beside it.
inline constexpr std::size_t kNumberedGaps = 10;

/// Municipalities, cells by step of cost (those of one step are one path), main roads faintly above
/// them, places with their names where there is room and they are not hundreds, the largest gaps
/// with their numbers; north is up. Every group has a class
/// ("cells", "municipalities" …) and what can be pointed at a title. Coordinates are whole numbers,
/// at least four units a cell, so that a country of 90 000 cells takes 2 MB.
[[nodiscard]] std::string map_svg(Language language, std::span<tables::OutputTable const> tables,
                                  tables::CostScale const& scale);

/// What the map shows, in sentences.
[[nodiscard]] std::string map_text(Language language, std::span<tables::OutputTable const> tables);

/// A list of the colours and signs of the map.
[[nodiscard]] std::string map_legend(Language language, std::span<tables::OutputTable const> tables,
                                     tables::CostScale const& scale);

}  // namespace gapmap::report
