#pragma once
// The map of a comparison: one SVG, and the explanation of its colours.

#include <span>
#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns the rows of the changed areas that have a number on the map and a row in the table
/// beside it: the largest gained ones and the largest lost ones.
[[nodiscard]] std::vector<std::size_t> shown_areas(tables::OutputTable const& changes);

/// Draws municipalities, cells by change (one path per kind), the largest changed areas with their
/// numbers, and places by change with their names where there is room; north is up. Groups have the
/// same classes as in map_svg(). Main roads are drawn above the cells if there is a table of them.
[[nodiscard]] std::string change_map_svg(Language language,
                                         std::span<tables::OutputTable const> tables,
                                         RunWords const& words = {});

/// Returns what the map shows, in sentences.
[[nodiscard]] std::string change_map_words(Language language,
                                           std::span<tables::OutputTable const> tables,
                                           RunWords const& words = {});

/// Returns the list of colours and signs of the map, with only the kinds of cells and places that
/// occur.
[[nodiscard]] std::string change_map_legend(Language language,
                                            std::span<tables::OutputTable const> tables,
                                            RunWords const& words = {});

}  // namespace gapmap::report
