#pragma once
// From every cell to the nearest few places: which one comes next if one is full, or closes.

#include "gapmap/reach/nearest.h"

namespace gapmap::reach {

template <CostType Cost>
struct KNearestOptions {
  std::size_t k = 2;  ///< at least 1
  Cost cutoff = Cost::infinite();
  Trip trip = Trip::ToPlace;
};

/// Cost between every attached cell and its k cheapest places, whole way as nearest() has it;
/// for k = 1 the same table, which nearest() finds faster. Places are distinct by id: two on
/// the very same point are two. The k cheapest round trips are those by the sum of both ways,
/// whatever place each way alone has among its own.
///
/// A row is ascending by cost, ties by PlaceId. It is shorter than k where fewer places cost
/// at most the `cutoff` (inclusive, the whole trip); without a cutoff no further one can be
/// reached at all.
///
/// Requires: `costs` and both ends were made for this `graph`; `profile` is the one that made `costs`.
/// Cost:     one sweep with k labels a node for any number of places. For round trips two with 2 k + 4 labels; then two plain
///           sweeps a place if that has not settled every cell, as where many places stand
///           close together among one-way streets.
/// Source:   sweep: graph/k_sweep.h; round trips from two sorted lists: Fagin, Lotem and Naor (2003), J. Comput. Syst. Sci.
///           66:614–656 ("no random access").
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> k_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                         Ends const& ends, Profile const& profile,
                                         KNearestOptions<Cost> const& options);

}  // namespace gapmap::reach
