#pragma once
// The map of a comparison or of a plan: one SVG, and the explanation of its colours.

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

/// The tables that the map shows; each may be absent.
struct ChangeMap {
  tables::OutputTable const* municipalities = nullptr;
  tables::OutputTable const* cells = nullptr;
  tables::OutputTable const* changes = nullptr;
  tables::OutputTable const* places = nullptr;
  tables::OutputTable const* roads = nullptr;
  tables::OutputTable const* plan = nullptr;       ///< places that open or close, in their order
  tables::OutputTable const* plan_gaps = nullptr;  ///< what the plan leaves outside
};

/// The tables of a comparison.
[[nodiscard]] ChangeMap map_of_comparison(std::span<tables::OutputTable const> tables);
/// The tables of a plan.
[[nodiscard]] ChangeMap map_of_plan(std::span<tables::OutputTable const> tables);

/// Draws municipalities, cells by change (one path per kind), the largest changed areas or gaps
/// with their numbers, places by change with their names where there is room, and the places of a
/// plan with their number in the order of opening; north is up. Groups have the same classes as in
/// map_svg(). Main roads are drawn above the cells.
[[nodiscard]] std::string change_map_svg(Language language, ChangeMap const& map,
                                         RunWords const& words = {});

/// Returns what the map shows, in sentences.
[[nodiscard]] std::string change_map_words(Language language, ChangeMap const& map,
                                           RunWords const& words = {});

/// Returns the list of colours and signs of the map, with only the kinds of cells and places that
/// occur.
[[nodiscard]] std::string change_map_legend(Language language, ChangeMap const& map,
                                            RunWords const& words = {});

}  // namespace gapmap::report
