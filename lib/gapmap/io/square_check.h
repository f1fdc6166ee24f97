#pragma once
// Whether a cell lies where its id, or the coordinates beside it, say that its square is. Private
// to io.

#include <map>
#include <string>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/cell_id.h"
#include "gapmap/io/dataset.h"

namespace gapmap::io {

class SquareCheck {
 public:
  /// `source` is the CRS of the shapes.
  explicit SquareCheck(Crs source) : source_{std::move(source)} {}

  /// True if a polygon lies within the `stated` square, as one cut at the coast does, or a point is
  /// its centre; to 5 m, which is how coarsely degrees are sometimes written. Of a square of
  /// unknown size (0) only the corner can disagree.
  [[nodiscard]] bool agrees(RawShape const& shape, SpelledCell const& stated);

 private:
  Crs source_;
  std::map<std::string, Projection> to_;  ///< by the CRS of the square; none to the source's own
};

}  // namespace gapmap::io
