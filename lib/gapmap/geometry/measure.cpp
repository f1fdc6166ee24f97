#include "gapmap/geometry/measure.h"

#include <algorithm>
#include <cmath>

#include "gapmap/units/error.h"

namespace gapmap {
namespace {

struct RingMoments {
  double twice_area = 0;
  double x = 0;
  double y = 0;
};

/// Returns shoelace sums relative to `origin`, which keeps the digits that seven-digit northings
/// would lose.
RingMoments moments(std::span<Point const> ring, Point origin) noexcept {
  RingMoments sum;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    double const ax = ring[i].x - origin.x;
    double const ay = ring[i].y - origin.y;
    double const bx = ring[i + 1].x - origin.x;
    double const by = ring[i + 1].y - origin.y;
    double const cross = ax * by - bx * ay;
    sum.twice_area += cross;
    sum.x += (ax + bx) * cross;
    sum.y += (ay + by) * cross;
  }
  return sum;
}

/// Returns sums over all rings, outer rings positive and holes negative whatever their winding.
RingMoments moments(Area const& area, Point origin) noexcept {
  RingMoments total;
  for (std::size_t part = 0; part < area.part_ends.size(); ++part) {
    auto const outer = area.first_ring(part);
    for (auto r = outer; r < area.part_ends[part]; ++r) {
      auto const ring = moments(area.ring(r), origin);
      double const sign = (ring.twice_area < 0) == (r == outer) ? -1 : 1;
      total.twice_area += sign * ring.twice_area;
      total.x += sign * ring.x;
      total.y += sign * ring.y;
    }
  }
  return total;
}

}  // namespace

double distance_between_pieces(Point a, Point b, Point c, Point d) noexcept {
  auto const side = [](Point from, Point to, Point p) {
    return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
  };
  bool const cross = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  if (cross) return 0;
  // If the pieces do not cross, an end of one of them is nearest.
  auto const to = [](Point p, Point from, Point end) {
    return planar_distance(p, nearest_on_piece(p, from, end).point).value();
  };
  return std::min({to(a, c, d), to(b, c, d), to(c, a, b), to(d, a, b)});
}

double area_m2(Area const& area) noexcept {
  if (area.is_empty()) return 0;
  return moments(area, area.points[0]).twice_area / 2;
}

Area wound_anticlockwise(Area area) {
  std::size_t first = 0;
  std::size_t ring = 0;
  for (auto const part_end : area.part_ends) {
    for (bool is_outer = true; ring < part_end; ++ring, is_outer = false) {
      bool const is_anticlockwise = moments(area.ring(ring), area.points[first]).twice_area > 0;
      auto const end = area.ring_ends[ring];
      if (is_anticlockwise != is_outer) {
        std::reverse(area.points.begin() + static_cast<std::ptrdiff_t>(first),
                     area.points.begin() + static_cast<std::ptrdiff_t>(end));
      }
      first = end;
    }
  }
  return area;
}

Point centroid(Area const& area) {
  expects(!area.is_empty(), "an empty area has no centroid");
  auto const origin = area.points[0];
  auto const sum = moments(area, origin);
  if (sum.twice_area != 0) {
    return {origin.x + sum.x / (3 * sum.twice_area), origin.y + sum.y / (3 * sum.twice_area)};
  }
  Point mean;
  for (auto const p : area.points) {
    mean.x += p.x / static_cast<double>(area.points.size());
    mean.y += p.y / static_cast<double>(area.points.size());
  }
  return mean;
}

}  // namespace gapmap
