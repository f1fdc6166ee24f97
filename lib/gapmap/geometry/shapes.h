#pragma once
// Lines and areas as flat columns: points in one array, offsets beside it. These are plain values;
// operations on them are in overlay.h and measure.h.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/units/column.h"

namespace gapmap {

/// Many polylines in one array of points.
class Lines {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return first_.size() - 1; }
  [[nodiscard]] std::span<Point const> operator[](std::size_t line) const noexcept {
    return std::span<Point const>{points_}.subspan(first_[line], first_[line + 1] - first_[line]);
  }
  /// Returns the position in `points()` of the first point of `line`; `line` may be `size()`, which
  /// gives the end.
  [[nodiscard]] std::size_t first_point(std::size_t line) const noexcept { return first_[line]; }
  [[nodiscard]] Column<Point> const& points() const noexcept { return points_; }

  void reserve(std::size_t lines, std::size_t points) {
    first_.reserve(lines + 1);
    points_.reserve(points);
  }
  void push_back(std::span<Point const> line) {
    points_.append(line);
    first_.push_back(points_.size());
  }
  /// Makes lines of the columns that another Lines gave by points() and first_points().
  static Lines of(Column<Point> points, Column<std::size_t> first_points) {
    Lines lines;
    lines.points_ = std::move(points);
    lines.first_ = std::move(first_points);
    return lines;
  }
  [[nodiscard]] Column<std::size_t> const& first_points() const noexcept { return first_; }

  /// Appends a point to the line being built; close_line() ends it.
  void push_point(Point p) { points_.push_back(p); }
  void close_line() { first_.push_back(points_.size()); }

 private:
  Column<Point> points_;
  Column<std::size_t> first_{0};
};

/// One (multi)polygon. Rings are closed (first point = last point); each part has its outer ring
/// first, then its holes.
struct Area {
  std::vector<Point> points;
  std::vector<std::uint32_t> ring_ends;  ///< end of each ring in `points`
  std::vector<std::uint32_t> part_ends;  ///< end of each part in `ring_ends`

  [[nodiscard]] bool is_empty() const noexcept { return points.empty(); }
  [[nodiscard]] std::size_t rings() const noexcept { return ring_ends.size(); }
  [[nodiscard]] std::span<Point const> ring(std::size_t r) const noexcept {
    std::size_t const first = r == 0 ? 0 : ring_ends[r - 1];
    return std::span{points}.subspan(first, ring_ends[r] - first);
  }
  /// Returns the first ring of `part`; its rings end at part_ends[part].
  [[nodiscard]] std::size_t first_ring(std::size_t part) const noexcept {
    return part == 0 ? 0 : part_ends[part - 1];
  }
  void close_ring() { ring_ends.push_back(static_cast<std::uint32_t>(points.size())); }
  void close_part() { part_ends.push_back(static_cast<std::uint32_t>(ring_ends.size())); }

  [[nodiscard]] Box box() const noexcept {
    Box box;
    for (auto const p : points) box.extend(p);
    return box;
  }
};

}  // namespace gapmap
