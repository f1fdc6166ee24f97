#pragma once
// Virtual rasters that are more than a mosaic. Handles of GDAL are void pointers here.

#include <cstdint>

namespace gapmap::io {

/// Why sums over pixels may differ from those of the sources.
enum class Resampling : std::uint8_t {
  None,   ///< also for rasters that are not virtual
  Size,   ///< several pixels of a source become one, or one becomes several
  Warped  ///< transformed to another reference system
};

/// Returns the resampling of an open GDALDatasetH, including that of virtual rasters behind it.
[[nodiscard]] Resampling resampling_of(void* dataset);

}  // namespace gapmap::io
