#include "gapmap/io/square_check.h"

#include <cmath>

namespace gapmap::io {

bool SquareCheck::agrees(RawShape const& shape, SpelledCell const& stated) {
  constexpr double kTolerance = 5;
  auto points = shape.points;
  if (stated.crs != source_.label()) {
    auto projection = to_.find(stated.crs);
    if (projection == to_.end()) {
      projection = to_.emplace(stated.crs, Projection{source_, Crs::from_text(stated.crs)}).first;
    }
    projection->second.forward(points);
  }
  Box box;
  for (auto const p : points) box.extend(Point{p.x, p.y});
  Point const low{stated.lower_left.x, stated.lower_left.y};
  bool const is_point = points.size() == 1;
  if (stated.size_m == 0) return is_point || Box{low, low}.grown(kTolerance).contains(box.min);
  double const half = stated.size_m / 2;
  Point const center{low.x + half, low.y + half};
  Box const allowed = Box{center, center}.grown(kTolerance + (is_point ? 0 : half));
  return allowed.contains(box.min) && allowed.contains(box.max);
}

}  // namespace gapmap::io
