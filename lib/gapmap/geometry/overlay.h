#pragma once
// Operations that GEOS does for us: union, difference, validity, and tests of one area against
// many. Every result is valid and made of polygons only (lines and points that an operation leaves
// over are dropped), rings closed, outer rings anticlockwise, holes clockwise, in an order that
// depends on the input alone.

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/geometry/shapes.h"

namespace gapmap {

/// Returns the union of all areas, which may overlap, touch or lie apart.
[[nodiscard]] Area unite(std::span<Area const> areas);

/// Returns the part of `area` that `taken` does not cover.
[[nodiscard]] Area subtract(Area const& area, Area const& taken);

/// Returns the planar length along which the borders of the two areas are the same line to the last
/// digit, as they are where both come from one division of the land. 0 for areas that only cross or
/// overlap.
[[nodiscard]] Meters shared_border(Area const& a, Area const& b);

[[nodiscard]] bool is_valid(Area const& area);

/// Returns why GEOS finds an area invalid, without the place: "Self-intersection", "Hole lies
/// outside shell"; empty if it is valid.
[[nodiscard]] std::string validity_problem(Area const& area);

/// Returns the gaps between parts of `area`, and in its inlets and holes, where they are narrower
/// than `width`, each stretch by itself: the area is grown by half the width and shrunk again, and
/// then taken away. Corners are mitred, so that corners of more than 40 degrees do not count. GEOS
/// straightens edges by up to 1 % of the width, which may leave such a strip along an outer border.
[[nodiscard]] std::vector<Area> narrow_gaps(Area const& area, Meters width);

/// Returns `area` itself if it is valid, else repaired so that it keeps what its rings enclose
/// (GEOS make_valid, structure method). The result may be empty.
[[nodiscard]] Area make_valid(Area const& area);

/// An area prepared for many queries. Not for two threads at once.
class PreparedArea {
 public:
  /// Requires: `area` is valid.
  explicit PreparedArea(Area const& area);
  ~PreparedArea();
  PreparedArea(PreparedArea&&) noexcept;
  PreparedArea& operator=(PreparedArea&&) noexcept;

  /// Whether the two areas share at least a point: overlapping, along an edge or in a corner.
  [[nodiscard]] bool touches(Area const& other) const;
  /// Whether no part of `other` lies outside.
  [[nodiscard]] bool covers(Area const& other) const;
  [[nodiscard]] bool covers(Point p) const;
  /// Returns the shared area in square metres.
  /// Cost: where the areas meet only in part, linear in the size of `other` and of what lies near
  /// it.
  [[nodiscard]] double overlap_m2(Area const& other) const;
  /// Returns the planar distance between the nearest points of the two areas; 0 if they touch.
  [[nodiscard]] Meters distance(Area const& other) const;
  [[nodiscard]] Meters distance(Point p) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Returns the version of GEOS, like "3.11.1".
[[nodiscard]] std::string geos_version();

}  // namespace gapmap
