#pragma once
// Residents by pixel, from rasters of counts such as WorldPop and GHS-POP. read_population()
// distinguishes rasters from tables.

#include "gapmap/io/read_population.h"

namespace gapmap::io {

/// Most cells of a raster; larger ones are read only with larger cells.
inline constexpr std::size_t kMostRasterCells = 2'000'000;

/// Reads a cell for every pixel with people, or for every block of whole pixels that is
/// `raster_cell` wide and high as nearly as pixels allow. Blocks count from the upper left of the
/// raster, so that they do not depend on what is read; those at the right and lower edge may be
/// smaller. Numbers are counts and are only added, so cells have the sum of the raster's pixels,
/// fractions included. Pixels without data, NaN, negative ones and those beyond the population of
/// the Earth are left out and counted; pixels and blocks without people become no cells.
///
/// The id of a cell is "r12c34": its row and column, from 0. Its outline is drawn through its
/// corners. `raster_extent` is widened to whole blocks.
///
/// Throws InputError if the raster cannot be used, has no people, or more than kMostRasterCells
/// cells.
/// Cost: every pixel once, a few rows of them in memory at a time.
[[nodiscard]] PopulationRead read_population_raster(PopulationInput const& input,
                                                    WorkingFrame const& frame);

}  // namespace gapmap::io
