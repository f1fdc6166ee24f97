#pragma once
// What GEOS does for us: union, difference, validity, and tests of one area against many. Every
// result is valid and made of polygons only (lines and points that an operation leaves over are
// dropped), rings closed, outer rings anticlockwise, holes clockwise, in an order that depends on
// the input alone.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

/// All areas as one. They may overlap, touch or lie apart.
[[nodiscard]] Area unite(std::span<Area const> areas);

/// What of `area` is not covered by `taken`.
[[nodiscard]] Area subtract(Area const& area, Area const& taken);

/// Planar length along which the borders of the two are the same line, to the last digit, as they
/// are where both come from one division of the land. 0 for areas that only cross or overlap.
[[nodiscard]] Meters shared_border(Area const& a, Area const& b);

[[nodiscard]] bool is_valid(Area const& area);

/// What GEOS has against an area, without the place: "Self-intersection", "Hole lies outside
/// shell"; empty if it is valid.
[[nodiscard]] std::string validity_problem(Area const& area);

/// What lies between parts of `area` and in its inlets and holes where they are narrower than
/// `width`, each stretch by itself: the area grown by half of that and shrunk again, with mitred
/// corners so that corners of more than 40 degrees do not count, and the area taken away. GEOS
/// straightens edges by up to 1 % of the width, which may leave such a strip along an outer border.
[[nodiscard]] std::vector<Area> narrow_gaps(Area const& area, Meters width);

/// `area` itself if it is valid, else repaired keeping what its rings enclose (GEOS make_valid,
/// structure method). May be empty.
[[nodiscard]] Area make_valid(Area const& area);

/// An area made ready to be asked many times. Not for two threads at once.
class PreparedArea {
 public:
  /// Requires: `area` is valid.
  explicit PreparedArea(Area const& area);
  ~PreparedArea();
  PreparedArea(PreparedArea&&) noexcept;
  PreparedArea& operator=(PreparedArea&&) noexcept;

  /// True if the two share at least a point: overlapping, along an edge or in a corner.
  [[nodiscard]] bool touches(Area const& other) const;
  /// True if no part of `other` lies outside.
  [[nodiscard]] bool covers(Area const& other) const;
  [[nodiscard]] bool covers(Point p) const;
  /// Shared area in square metres; where they meet only in part, linear in the size of `other` and
  /// of what lies near it.
  [[nodiscard]] double overlap_m2(Area const& other) const;
  /// Planar distance between the nearest points of the two; 0 if they touch.
  [[nodiscard]] Meters distance(Area const& other) const;
  [[nodiscard]] Meters distance(Point p) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// "3.11.1"
[[nodiscard]] std::string geos_version();

}  // namespace gapmap
