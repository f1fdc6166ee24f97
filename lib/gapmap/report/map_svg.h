#pragma once
// The map of a report: one SVG, and the explanation of its colours.

#include <span>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/cost_steps.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Number of gaps that have a number on the map and a row in the table beside it.
inline constexpr std::size_t kNumberedGaps = 10;

/// Draws municipalities, cells by step of cost (one path per step), main roads faintly above them,
/// places with their names where there is room and there are not hundreds of them, the largest gaps
/// and the places that fit together with their numbers; north is up. Every group has a class
/// ("cells", "municipalities" …), and everything readers can point at has a title. Coordinates are
/// whole numbers with at least four units per cell, so that a country of 90 000 cells takes 2 MB.
[[nodiscard]] std::string map_svg(Language language, std::span<tables::OutputTable const> tables,
                                  tables::CostScale const& scale);

/// Returns a description of the map in sentences.
[[nodiscard]] std::string map_text(Language language, std::span<tables::OutputTable const> tables);

/// Returns the list of colours and signs of the map.
[[nodiscard]] std::string map_legend(Language language, std::span<tables::OutputTable const> tables,
                                     tables::CostScale const& scale);

}  // namespace gapmap::report
