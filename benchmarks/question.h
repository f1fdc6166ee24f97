#pragma once
// The question that every contender answers: a graph, its costs and the places.

#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/weighted_network.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/graph/sweep.h"

namespace gapmap::benchmarks {

struct Question {
  std::string data_set;
  RoadGraph graph;
  IdVector<EdgeId, Millimeters> costs;
  std::vector<NodeId> places;  ///< distinct; a place's label is its position here
  /// A node of the graph beside the network's own, from which every place is reached at no cost and
  /// which cannot be reached. It is for searches that know one source only.
  NodeId source;
};

/// Where a search begins: at every place, at no cost.
[[nodiscard]] std::vector<graph::Seed<Millimeters>> seeds_of(Question const& question);

/// Places `count` places at random, the same everywhere for the same `seed`. Requires: the network
/// has that many junctions.
[[nodiscard]] Question pose(std::string data_set, WeightedNetwork weighted, std::size_t count,
                            std::uint64_t seed);

}  // namespace gapmap::benchmarks
