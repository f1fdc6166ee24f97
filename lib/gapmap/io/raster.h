#pragma once
// The skin over GDAL for reading one band of a raster. No GDAL type leaves raster.cpp.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

/// Pixels from (column, row) on, counted from the upper left.
struct PixelWindow {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;
};

/// Row by row. Nothing is said of pixels without data; numbers may still be NaN.
struct Pixels {
  std::vector<double> numbers;
  std::vector<unsigned char> has_data;  ///< 0: none
};

class Raster {
 public:
  /// Whether GDAL takes `source` for a raster and for nothing with vector layers.
  [[nodiscard]] static bool is_one(Source const& source);
  /// Source::layer is the number of the band. Throws InputError if it cannot be opened, has several
  /// bands and none is named, or lies nowhere.
  static Raster open(Source const& source);
  ~Raster();
  Raster(Raster&&) noexcept;
  Raster& operator=(Raster&&) noexcept;

  [[nodiscard]] int columns() const noexcept;
  [[nodiscard]] int rows() const noexcept;
  /// How many rows are stored together: read that many at a time.
  [[nodiscard]] int natural_rows() const noexcept;
  [[nodiscard]] std::string const& band() const noexcept;
  /// That of the raster, or Source::crs if given; nothing if neither.
  [[nodiscard]] std::optional<Crs> crs() const;
  /// Of its files, before pixels are read; those behind a virtual raster are all known afterwards.
  [[nodiscard]] std::vector<InputFile> fingerprints();
  /// Throws InputError if they are not what they were.
  void refuse_changes() const;

  /// Where corner (column, row) of the pixels lies, in the CRS of the raster.
  [[nodiscard]] RawPoint corner(double column, double row) const noexcept;
  /// The pixels that `box` in the CRS of the raster touches; no columns or rows if there are none.
  [[nodiscard]] PixelWindow window_around(Box const& box) const;

  /// Fills `pixels`; scale and offset of the band are applied. Throws InputError if the file breaks
  /// off.
  void read(PixelWindow const& window, Pixels& pixels) const;

  [[nodiscard]] InputError::Where where() const;

 private:
  struct State;
  explicit Raster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gapmap::io
