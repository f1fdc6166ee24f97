#pragma once
// What all maps of reports are drawn with: where they lie, the ground, names.

#include <span>
#include <string>
#include <string_view>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/map_frame.h"
#include "gapmap/report/map_names.h"

namespace gapmap::report {

/// Outlines of municipalities leave out points nearer than this, in units of the drawing.
inline constexpr std::int64_t kOutlineStep = 3;

/// How broad the light edge of names is that lets them read above dark cells, for letters of
/// `font`.
[[nodiscard]] constexpr std::int64_t halo_of(std::int64_t font) { return font * 35 / 100; }

/// Shows all municipalities and cells with some room around, in at least four units a cell.
[[nodiscard]] MapFrame frame_around(std::span<tables::OutputTable const> tables);

/// The municipalities as one light shape; `areas` may be missing.
[[nodiscard]] std::string ground_of(tables::OutputTable const* areas, MapFrame const& frame);

/// Names of municipalities, where there is room.
[[nodiscard]] std::string municipality_names(tables::OutputTable const* areas,
                                             MapFrame const& frame, NamePlacer& names,
                                             std::int64_t font);

/// An area with its number in a circle, which `names` keep free; nothing for what has no inside.
/// `title` is plain.
[[nodiscard]] std::string numbered_area(Area const& area, std::string_view number,
                                        std::string_view title, std::string_view color,
                                        MapFrame const& frame, std::int64_t font,
                                        NamePlacer& names);

/// A group of them.
[[nodiscard]] std::string numbered_areas(std::string const& areas, std::int64_t font);

/// The sign of a numbered area.
[[nodiscard]] std::string number_sign(std::string_view color);

/// A name; the light edge of its group lets it read above dark cells.
[[nodiscard]] std::string written(NamePlacer::Spot const& spot, std::string_view name);

/// A line of a legend: a sign of 20 by 20 units, and its words.
[[nodiscard]] std::string legend_item(std::string const& sign, std::string_view words);

/// The sign of what is filled so: a square.
[[nodiscard]] std::string legend_square(std::string_view fill);

}  // namespace gapmap::report
