#pragma once
// Parts that all maps of reports share: frame, ground, names.

#include <span>
#include <string>
#include <string_view>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/map_frame.h"
#include "gapmap/report/map_names.h"

namespace gapmap::report {

/// Points of municipality outlines nearer than this are left out, in units of the drawing.
inline constexpr std::int64_t kOutlineStep = 3;

/// Colour of the outlines and numbers of gaps, above the darkest cells.
inline constexpr std::string_view kGapColor = "#3d1500";

/// Returns the width of the light edge around names, which makes them legible above dark cells, for
/// letters of size `font`.
[[nodiscard]] constexpr std::int64_t halo_of(std::int64_t font) { return font * 35 / 100; }

/// Returns a frame of all municipalities and cells with a margin, with at least four units per
/// cell. Either may be null.
[[nodiscard]] MapFrame frame_around(tables::OutputTable const* municipalities,
                                    tables::OutputTable const* cells);

/// Draws the municipalities as one light shape; `areas` may be null.
[[nodiscard]] std::string ground_of(tables::OutputTable const* areas, MapFrame const& frame);

/// Draws the names of municipalities where there is room.
[[nodiscard]] std::string municipality_names(tables::OutputTable const* areas,
                                             MapFrame const& frame, NamePlacer& names,
                                             std::int64_t font);

/// Draws an area with its number in a circle, which it reserves in `names`; nothing for areas
/// without an inside. `title` is plain text.
[[nodiscard]] std::string numbered_area(Area const& area, std::string_view number,
                                        std::string_view title, std::string_view color,
                                        MapFrame const& frame, std::int64_t font,
                                        NamePlacer& names);

/// Returns a group of numbered areas.
[[nodiscard]] std::string numbered_areas(std::string const& areas, std::int64_t font);

/// Returns the legend's sign of a numbered area.
[[nodiscard]] std::string number_sign(std::string_view color);

/// Draws a proposed place as a square with its number, which it reserves in `names`. `title` is
/// plain text.
[[nodiscard]] std::string numbered_place(DrawnPoint at, std::string_view number,
                                         std::string_view title, std::string_view color,
                                         std::int64_t font, NamePlacer& names);

/// Returns a group of proposed places.
[[nodiscard]] std::string numbered_places(std::string const& places, std::int64_t font);

/// Returns the legend's sign of a proposed place.
[[nodiscard]] std::string numbered_place_sign(std::string_view color);

/// Draws a name; the light edge set by its group makes it legible above dark cells.
[[nodiscard]] std::string written(NamePlacer::Spot const& spot, std::string_view name);

/// Returns a line of a legend: a sign of 20 by 20 units, and its words.
[[nodiscard]] std::string legend_item(std::string const& sign, std::string_view words);

/// Returns a square as the legend's sign of a fill.
[[nodiscard]] std::string legend_square(std::string_view fill);

}  // namespace gapmap::report
