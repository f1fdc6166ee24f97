#pragma once
// Roads behind the results on the map of a report.

#include <cstdint>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"
#include "gapmap/report/map_frame.h"

namespace gapmap::report {

/// Draws a group "roads" with one path per look; empty if `roads` is null or has no rows.
/// Requires: `roads` has lines.
[[nodiscard]] std::string drawn_roads(tables::OutputTable const* roads, MapFrame const& frame,
                                      std::int64_t font);

/// Returns a sentence about the roads drawn; empty if there are none.
[[nodiscard]] std::string road_words(Language language, tables::OutputTable const* roads);

/// Sign and words of a kind of road in the legend of a map.
struct RoadSign {
  std::string svg;  ///< in a square of 20 units
  std::string_view words;
};
[[nodiscard]] std::vector<RoadSign> road_signs(Language language, tables::OutputTable const* roads);

}  // namespace gapmap::report
