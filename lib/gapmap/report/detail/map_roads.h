#pragma once
// Roads behind the results on the map of a report.

#include <cstdint>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"
#include "gapmap/report/map_frame.h"

namespace gapmap::report {

/// A group "roads" with one path a kind of road, nothing if `roads` is or has none. Requires:
/// lines.
[[nodiscard]] std::string drawn_roads(tables::OutputTable const* roads, MapFrame const& frame,
                                      std::int64_t font);

/// A sentence about them; nothing where none is drawn.
[[nodiscard]] std::string road_words(Language language, tables::OutputTable const* roads);

/// What the legend of a map says of them.
struct RoadSign {
  std::string svg;  ///< in a square of 20 units
  std::string_view words;
};
[[nodiscard]] std::vector<RoadSign> road_signs(Language language, tables::OutputTable const* roads);

}  // namespace gapmap::report
