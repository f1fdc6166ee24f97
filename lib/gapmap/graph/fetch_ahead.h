#pragma once
// Memory asked for before a sweep needs it. Nodes of a bucket lie all over the graph, so a sweep
// mostly waits for memory.

#include <cstddef>

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// Prefetches what the entries of `bucket` after the i-th will need: first the row of the node and
/// its labels (at `labels(node)`), then the edges of the row, then the labels of the nodes they
/// lead to, each when the one before it has arrived.
///
/// The distances were found by trial (benchmarks/nearest.cpp): two thirds of them, or twice as
/// much, cost a grid of a million nodes 6 to 8 %.
///
/// Inlined by force: GCC 12 takes a function that only prefetches for one without effect and drops
/// the call.
template <CostType Cost, class Bucket, class Labels>
[[gnu::always_inline]] inline void fetch_ahead(RoadGraph const& graph,
                                               IdVector<EdgeId, Cost> const& costs,
                                               Bucket const& bucket, std::size_t i,
                                               Labels const& labels) {
  constexpr std::size_t kRowsAhead = 24;
  constexpr std::size_t kEdgesAhead = 14;
  constexpr std::size_t kHeadsAhead = 7;
  // The number of edges that a junction usually has at most. A loop over just the node's own edges
  // gains much less.
  constexpr std::size_t kUsualEdges = 4;
  auto const rows = graph.first_out();
  auto const heads = graph.heads();
  if (i + kRowsAhead < bucket.size()) {
    auto const node = bucket[i + kRowsAhead].node;
    __builtin_prefetch(&rows[node.value()]);
    __builtin_prefetch(labels(node.value()));
  }
  if (i + kEdgesAhead < bucket.size()) {
    auto const first = rows[bucket[i + kEdgesAhead].node.value()];
    __builtin_prefetch(heads.data() + first);
    __builtin_prefetch(costs.values().data() + first);
  }
  if (i + kHeadsAhead < bucket.size()) {
    std::size_t const first = rows[bucket[i + kHeadsAhead].node.value()];
    if (first + kUsualEdges > heads.size()) return;
    for (auto e = first; e < first + kUsualEdges; ++e) __builtin_prefetch(labels(heads[e].value()));
  }
}

}  // namespace gapmap::graph
