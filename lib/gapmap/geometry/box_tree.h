#pragma once
// Finds the boxes near a point or a box: a packed R-tree (Boost.Geometry), built once.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "gapmap/geometry/point.h"

namespace gapmap {

/// An immutable tree of boxes that any number of threads may query at once.
class BoxTree {
 public:
  /// Answers name boxes by their index in `boxes`.
  explicit BoxTree(std::span<Box const> boxes);
  ~BoxTree();
  BoxTree(BoxTree&&) noexcept;
  BoxTree& operator=(BoxTree&&) noexcept;

  /// Finds the nearest thing exactly when boxes hold things: visits the box nearest to `p`, then
  /// every box that is not farther than the distance the visitor returned last, which is that to
  /// the best thing it has seen so far. Visits nothing farther than `within`. Distances are planar,
  /// in metres.
  /// Ties: boxes come in no particular order; the visitor must break ties itself.
  void visit_nearest(Point p, double within,
                     std::function<double(std::uint32_t)> const& visit) const;

  /// Returns the `count` boxes nearest to `p`, or all if there are fewer, in no particular order.
  [[nodiscard]] std::vector<std::uint32_t> nearest(Point p, std::size_t count) const;

  /// Returns the boxes that share at least a point with `box`, ascending.
  [[nodiscard]] std::vector<std::uint32_t> touching(Box const& box) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
