#pragma once
// Virtual rasters that are no mosaic. Handles of GDAL are void pointers here.

#include <cstdint>

namespace gapmap::io {

/// Why sums over pixels may be other than those of the sources.
enum class Resampling : std::uint8_t {
  None,   ///< also of rasters that are not virtual
  Size,   ///< several pixels of a source become one, or one becomes several
  Warped  ///< bent into another reference system
};

/// Of an open GDALDatasetH. Virtual rasters behind it are asked themselves.
[[nodiscard]] Resampling resampling_of(void* dataset);

}  // namespace gapmap::io
