#pragma once
// Lines as a source draws them, of which the network is made.

#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap::network {

/// Many polylines through vertices. A source that names its vertices gives the position of each
/// once, and lines refer to it by key; otherwise every point of a line is a vertex of its own. All
/// points are numbered from 0, one line after the other.
class VertexLines {
 public:
  /// The columns of the lines. Line i has the points from `first_points[i]` up to the first point
  /// of the next line; the last entry is the number of all points.
  struct Columns {
    std::vector<std::size_t> first_points{0};
    std::vector<Point> positions = {};     ///< by point, or by key (arbitrary if it is unused)
    std::vector<std::uint32_t> keys = {};  ///< by point, if vertices are named
    bool is_named = false;
    /// Heights in metres by point, NaN where unknown; empty if the source has no heights or names
    /// its vertices.
    std::vector<float> heights = {};
  };

  static constexpr float kNoHeight = std::numeric_limits<float>::quiet_NaN();

  VertexLines() = default;
  explicit VertexLines(Columns columns) noexcept : columns_{std::move(columns)} {}
  [[nodiscard]] Columns take() && noexcept { return std::exchange(columns_, {}); }

  [[nodiscard]] std::size_t size() const noexcept { return columns_.first_points.size() - 1; }
  /// Returns the first point of `line`; `line` may be `size()`, which gives the number of all
  /// points.
  [[nodiscard]] std::size_t first_point(std::size_t line) const noexcept {
    return columns_.first_points[line];
  }
  [[nodiscard]] std::span<std::size_t const> first_points() const noexcept {
    return columns_.first_points;
  }
  [[nodiscard]] std::size_t points() const noexcept { return columns_.first_points.back(); }
  [[nodiscard]] Point point(std::size_t number) const noexcept {
    return columns_.positions[is_named() ? columns_.keys[number] : number];
  }
  /// Returns a copy of the positions of `line`.
  [[nodiscard]] std::vector<Point> operator[](std::size_t line) const {
    std::vector<Point> positions;
    for (auto p = first_point(line); p < first_point(line + 1); ++p) positions.push_back(point(p));
    return positions;
  }

  /// Returns the height of a point in metres; kNoHeight where it is unknown.
  [[nodiscard]] float height(std::size_t number) const noexcept {
    return columns_.heights.empty() ? kNoHeight : columns_.heights[number];
  }
  [[nodiscard]] bool has_heights() const noexcept { return !columns_.heights.empty(); }

  [[nodiscard]] bool is_named() const noexcept { return columns_.is_named; }
  /// Returns the keys of all points; empty unless the source names its vertices.
  [[nodiscard]] std::span<std::uint32_t const> keys() const noexcept { return columns_.keys; }
  /// Returns positions by key if vertices are named, else by point.
  [[nodiscard]] std::span<Point const> positions() const noexcept { return columns_.positions; }

  // Lines whose vertices have no names are built line by line, or point by point; close_line() ends
  // the last one.
  void push_back(std::span<Point const> line) {
    for (auto const point : line) push_point(point);
    close_line();
  }
  void push_point(Point p, float height = kNoHeight) {
    bool const is_known = !std::isnan(height);
    if (is_known) columns_.heights.resize(columns_.positions.size(), kNoHeight);
    if (is_known || !columns_.heights.empty()) columns_.heights.push_back(height);
    columns_.positions.push_back(p);
  }
  void close_line() { columns_.first_points.push_back(columns_.positions.size()); }

 private:
  Columns columns_;
};

}  // namespace gapmap::network
