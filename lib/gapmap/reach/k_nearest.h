#pragma once
// Finds the few nearest places of every cell: which one comes next if one is full, or closes.

#include "gapmap/reach/nearest.h"

namespace gapmap::reach {

template <CostType Cost>
struct KNearestOptions {
  std::size_t k = 2;  ///< at least 1
  Cost cutoff = Cost::infinite();
  Trip trip = Trip::ToPlace;
};

/// Returns the cost between every attached cell and its k cheapest places, of the whole way as in
/// nearest(). For k = 1 the table is that of nearest(), which is faster. Places are distinct by id:
/// two on one point are two. The k cheapest round trips are those by the sum of both ways, whatever
/// the cheapest places of each way alone.
///
/// A row is ascending by cost. It is shorter than k where fewer places cost at most the `cutoff`
/// (inclusive, the whole trip); without a cutoff, no further place can be reached at all.
///
/// Requires: `costs` and both ends were made for this `graph`; `profile` is the one that made
/// `costs`.
/// Ties: equal costs are ordered by PlaceId.
/// Cost: one sweep with k labels per node for any number of places. For round trips two with 2 k +
/// 4 labels, and two plain sweeps per place if these have not settled every cell, as where many
/// places stand close together among one-way streets.
/// Source: sweep: graph/k_sweep.h; round trips from two sorted lists: Fagin, Lotem and Naor (2003),
/// J. Comput. Syst. Sci. 66:614–656 ("no random access").
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> k_nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                         Ends const& ends, Profile const& profile,
                                         KNearestOptions<Cost> const& options);

}  // namespace gapmap::reach
