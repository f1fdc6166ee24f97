#pragma once
// From metres to the whole units of a drawing, and shapes as path data.

#include <cmath>
#include <cstdint>
#include <span>
#include <string>

#include "gapmap/geometry/shapes.h"

namespace gapmap::report {

struct DrawnPoint {
  std::int64_t x = 0;  ///< to the right
  std::int64_t y = 0;  ///< down
  friend bool operator==(DrawnPoint, DrawnPoint) = default;
};

/// Shows `box` in units of `meters_per_unit` each.
class MapFrame {
 public:
  MapFrame(Box box, double meters_per_unit) : box_{box}, meters_per_unit_{meters_per_unit} {}

  [[nodiscard]] DrawnPoint at(Point p) const {
    return {std::llround((p.x - box_.min.x) / meters_per_unit_),
            std::llround((box_.max.y - p.y) / meters_per_unit_)};
  }
  /// Lower right corner.
  [[nodiscard]] DrawnPoint size() const { return at({box_.max.x, box_.min.y}); }

 private:
  Box box_;
  double meters_per_unit_;
};

/// Appends one ring: an absolute start and relative steps. Points nearer than `step` units to the
/// last drawn are left out, the last point because it is the first; a ring of fewer than three
/// points is nothing.
void append_ring(std::string& path, std::span<Point const> ring, MapFrame const& frame,
                 std::int64_t step);
/// Appends a line likewise; its end is always drawn, and a line shorter than a step is nothing.
void append_line(std::string& path, std::span<Point const> line, MapFrame const& frame,
                 std::int64_t step);
/// All rings of `area`, to be filled by the even-odd rule.
void append_area(std::string& path, Area const& area, MapFrame const& frame, std::int64_t step);

}  // namespace gapmap::report
