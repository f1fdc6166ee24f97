#include "gapmap/geometry/polyline.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace gapmap {
namespace {

Point between(Point a, Point b, double share) {
  return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

/// Returns from where to where the piece a–b lies in `box`, as shares of its length (Liang and
/// Barsky 1984).
std::optional<std::pair<double, double>> share_within(Point a, Point b, Box const& box) {
  double from = 0;
  double to = 1;
  // A position is inside an edge of the box where `step` · share <= `room`.
  auto const cut = [&](double step, double room) {
    if (step == 0) return room >= 0;
    auto& end = step < 0 ? from : to;
    end = step < 0 ? std::max(from, room / step) : std::min(to, room / step);
    return from <= to;
  };
  double const dx = b.x - a.x;
  double const dy = b.y - a.y;
  bool const is_seen = cut(-dx, a.x - box.min.x) && cut(dx, box.max.x - a.x) &&
                       cut(-dy, a.y - box.min.y) && cut(dy, box.max.y - a.y);
  return is_seen ? std::optional{std::pair{from, to}} : std::nullopt;
}

double distance_from_piece(Point p, Point a, Point b) {
  double const dx = b.x - a.x;
  double const dy = b.y - a.y;
  double const square = dx * dx + dy * dy;
  double const share =
      square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  return planar_distance(p, between(a, b, share)).value();
}

}  // namespace

std::vector<LinePart> parts_within(std::span<Point const> line, Box const& box) {
  std::vector<LinePart> parts;
  bool is_open = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    auto const share = share_within(line[i], line[i + 1], box);
    if (!share || share->first == share->second) {
      is_open = false;
      continue;
    }
    auto const& [from, to] = *share;
    auto const at = static_cast<double>(i);
    if (!is_open || from > 0) {
      auto const start = from > 0 ? between(line[i], line[i + 1], from) : line[i];
      parts.push_back({{start}, at + from, at + from});
    }
    is_open = to == 1;
    parts.back().points.push_back(is_open ? line[i + 1] : between(line[i], line[i + 1], to));
    parts.back().to = at + to;
  }
  return parts;
}

std::vector<Point> simplified(std::span<Point const> line, Meters tolerance) {
  if (line.size() <= 2) return {line.begin(), line.end()};
  std::vector<char> is_kept(line.size(), 0);
  is_kept.front() = is_kept.back() = 1;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
  while (!open.empty()) {
    auto const [first, last] = open.back();
    open.pop_back();
    std::size_t farthest = first;
    double most = tolerance.value();
    for (auto i = first + 1; i < last; ++i) {
      double const off = distance_from_piece(line[i], line[first], line[last]);
      if (off <= most) continue;
      most = off;
      farthest = i;
    }
    if (farthest == first) continue;
    is_kept[farthest] = 1;
    open.emplace_back(first, farthest);
    open.emplace_back(farthest, last);
  }
  std::vector<Point> kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (is_kept[i] != 0) kept.push_back(line[i]);
  }
  return kept;
}

}  // namespace gapmap
