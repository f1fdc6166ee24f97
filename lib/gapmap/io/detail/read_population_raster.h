#pragma once
// Residents by pixel, from rasters of counts such as WorldPop and GHS-POP. `read_population` tells
// rasters from tables.

#include "gapmap/io/read_population.h"

namespace gapmap::io {

/// Beyond it rasters are read only with larger cells.
inline constexpr std::size_t kMostRasterCells = 2'000'000;

/// A cell for every pixel with people, or for every block of whole pixels that is
/// `raster_cell` wide and high as nearly as pixels go, counted from the raster's upper left so that
/// what is read does not shift them; at the right and lower edge blocks are what is left. Numbers
/// are counts and are only ever added, so cells have the sum of the raster's pixels, fractions
/// included. Pixels without data, NaN, negative ones and those beyond all people on Earth are left
/// out and counted; pixels and blocks without people are no cells.
///
/// A cell's id is "r12c34": its row and column, from 0. Its outline is drawn by its corners.
/// `raster_extent` is widened to whole blocks.
///
/// Throws InputError if the raster cannot be used, holds nobody, or more than kMostRasterCells
/// cells. Cost: every pixel once, a few rows of them in memory at a time.
[[nodiscard]] PopulationRead read_population_raster(PopulationInput const& input,
                                                    WorkingFrame const& frame);

}  // namespace gapmap::io
