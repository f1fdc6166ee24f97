#pragma once
// The peer: Boost.Graph's Dijkstra on the same graph, through graph/boost_model.h.

#include <cstdint>
#include <vector>

#include "benchmarks/question.h"

namespace gapmap::benchmarks {

/// Distances from the nearest place to every node, by dijkstra_shortest_paths_no_color_map from the
/// question's source, with Boost's own heap (4-ary). Finds distances only, not which place is
/// nearest: less than a sweep does.
class BoostNearest {
 public:
  explicit BoostNearest(Question const& question);
  void run();
  /// By node; the greatest number where no place is reached.
  [[nodiscard]] std::vector<std::uint32_t> const& distances() const noexcept { return distances_; }

 private:
  Question const& question_;
  std::vector<std::uint32_t> distances_;
};

}  // namespace gapmap::benchmarks
