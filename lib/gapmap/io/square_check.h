#pragma once
// Whether a cell lies where its id, or the coordinates beside it, place its square. Private to io.

#include <map>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/cell_id.h"
#include "gapmap/io/dataset.h"

namespace gapmap::io {

class SquareCheck {
 public:
  /// Compares shapes in the CRS `source`.
  explicit SquareCheck(Crs source) : source_{std::move(source)} {}

  /// Whether a polygon lies within the `stated` square (it may be cut at the coast), or a point is
  /// its centre; to 5 m, as degrees are sometimes rounded that coarsely. If the size of the square
  /// is unknown (0), only its corner is compared.
  [[nodiscard]] bool agrees(RawShape const& shape, SpelledCell const& stated);

 private:
  Crs source_;
  std::map<std::string, Projection> to_;  ///< by CRS of the square; none for the CRS of the source
};

}  // namespace gapmap::io
