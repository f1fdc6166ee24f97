#pragma once
// A layer over GDAL for reading one band of a raster. No GDAL type leaves raster.cpp.

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/source.h"
#include "gapmap/units/error.h"

namespace gapmap::io {

/// A window of pixels that begins at (column, row), counted from the upper left.
struct PixelWindow {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;
};

/// Pixels row by row. Pixels without data have no meaningful number; others may still be NaN.
struct Pixels {
  std::vector<double> numbers;
  std::vector<unsigned char> has_data;  ///< 0: no data
};

class Raster {
 public:
  /// Whether GDAL reads `source` as a raster and not as vector layers.
  [[nodiscard]] static bool is_one(Source const& source);
  /// Opens the band whose number is Source::layer. Throws InputError if the raster cannot be
  /// opened, has several bands and none is named, or is not georeferenced.
  static Raster open(Source const& source);
  ~Raster();
  Raster(Raster&&) noexcept;
  Raster& operator=(Raster&&) noexcept;

  [[nodiscard]] int columns() const noexcept;
  [[nodiscard]] int rows() const noexcept;
  /// Returns how many rows are stored together; reading as many at a time is fastest.
  [[nodiscard]] int natural_rows() const noexcept;
  [[nodiscard]] std::string const& band() const noexcept;
  /// Returns the CRS of the raster, or Source::crs if given; nothing if there is neither.
  [[nodiscard]] std::optional<Crs> crs() const;
  /// Returns fingerprints of the files before pixels are read. All files behind a virtual raster
  /// are known only after reading.
  [[nodiscard]] std::vector<InputFile> fingerprints();
  /// Throws InputError if the files have changed.
  void refuse_changes() const;

  /// Returns the position of the pixel corner (column, row) in the CRS of the raster.
  [[nodiscard]] RawPoint corner(double column, double row) const noexcept;
  /// Returns the pixels that `box`, in the CRS of the raster, touches; 0 columns or rows if there
  /// are none.
  [[nodiscard]] PixelWindow window_around(Box const& box) const;

  /// Reads `pixels`, applying scale and offset of the band. Throws InputError if the file breaks
  /// off.
  void read(PixelWindow const& window, Pixels& pixels) const;

  [[nodiscard]] InputError::Where where() const;

 private:
  struct State;
  explicit Raster(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gapmap::io
