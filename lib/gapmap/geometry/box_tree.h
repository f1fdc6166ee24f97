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

  /// Finds the nearest thing exactly when boxes hold things: visits the box nearest to `p`, then
  /// every box that is not farther than what the visitor has returned so far, which is the distance
  /// to the best thing it has seen. Nothing farther than `within` is visited.
  /// Ties:     boxes come in no particular order; the visitor must break ties itself.
  void visit_nearest(Point p, double within,
                     std::function<double(std::uint32_t)> const& visit) const;

  /// The `count` boxes nearest to `p`, or all if there are fewer, in no particular order.
  [[nodiscard]] std::vector<std::uint32_t> nearest(Point p, std::size_t count) const;

  /// Boxes that share at least a point with `box`, ascending.
  [[nodiscard]] std::vector<std::uint32_t> touching(Box const& box) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gapmap
