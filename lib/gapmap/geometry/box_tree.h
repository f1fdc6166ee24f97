#pragma once
// Which of many boxes lie near: a packed R-tree (Boost.Geometry), built once.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// Immutable; any number of threads may ask.
class BoxTree {
 public:
  /// Box i is named i in the answers.
  explicit BoxTree(std::span<Box const> boxes);
  ~BoxTree();
  BoxTree(BoxTree&&) noexcept;
  BoxTree& operator=(BoxTree&&) noexcept;

  /// Visits boxes in the order of their distance from `p`, nearest first, as long as that distance is not greater than what the
  /// last visit returned (at first: `within`). A visitor that measures what is in the box and returns the best distance so far
  /// finds the nearest thing exactly.
  /// Ties:     boxes at equal distance come in no particular order; the visitor must break ties itself.
  void visit_nearest(Point p, double within, std::function<double(std::uint32_t)> const& visit) const;

  /// Boxes that share at least a point with `box`, ascending.
  [[nodiscard]] std::vector<std::uint32_t> touching(Box const& box) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
