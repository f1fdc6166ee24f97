#pragma once
// What an input of a benchmark is: a network and what its segments cost, before there is a graph.

#include "gapmap/network/road_network.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap::benchmarks {

/// Segments need no shape: a graph needs none.
struct WeightedNetwork {
  RoadNetwork network;
  IdVector<SegmentId, Millimeters> costs;    ///< along the segment
  IdVector<SegmentId, Millimeters> against;  ///< the other way; empty: the same

  void push_segment(JunctionId from, JunctionId to, Millimeters cost) {
    network.segments.push_back({from, to, {}});
    costs.push_back(cost);
  }
};

}  // namespace gapmap::benchmarks
