#pragma once
// Finds the roads that people take to their nearest place, and how many people take each.

#include <span>

#include "gapmap/network/road_network.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/reach/clientele.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::reach {

/// The people whose way leads along a segment.
struct Flow {
  People residents{0};          ///< known residents
  People residents_outside{0};  ///< known residents whose whole way costs more than the limit
  std::uint32_t cells = 0;      ///< cells, including those without a number of residents
  /// Sum over residents of the share of the segment's length that their way takes; times the length
  /// it is the person-metres travelled on the segment.
  double travelled = 0;
  PeopleRange group = {};                 ///< of the group in question
  std::uint32_t cells_without_bound = 0;  ///< cells whose number of the group nothing bounds

  Flow& operator+=(Flow const& other) {
    residents += other.residents;
    residents_outside += other.residents_outside;
    cells += other.cells;
    group += other.group;
    cells_without_bound += other.cells_without_bound;
    travelled += other.travelled;
    return *this;
  }
  /// Returns the flow of the same people if they travel only this share of the segment.
  [[nodiscard]] Flow over(double share) const {
    auto part = *this;
    part.travelled = share * residents.value();
    return part;
  }
  friend bool operator==(Flow const&, Flow const&) = default;
};

template <CostType Cost>
struct FlowOptions {
  Cost limit;  ///< inclusive
  Trip trip = Trip::ToPlace;
  /// Of the same population, and the group of it that is counted besides everybody; none if null.
  ResidentRanges const* ranges = nullptr;
  GroupId group = ResidentRanges::everybody();
};

/// Returns for each segment the people who take it, wholly or in part, on the cheapest way to (or
/// from) their nearest place by `reach`. Every cell that reaches a place has a way, inhabited or
/// not; a way that begins and ends at one position takes no segment. A cell takes a segment once,
/// even if its way begins and ends on different parts of it.
///
/// Requires: what own_nearest() requires, and `reach` is its result for all these arguments with
/// the same trip. The trip is not Trip::Round: that is two ways, and its nearest place need be that
/// of neither.
/// Ties: of equally cheap ways, the one along the home's own segment, else by its start, else by
/// its end; a way ends at a place rather than passing it; then, from each junction on, the one by
/// the segment with the lowest SegmentId that costs something, else by the lowest of the segments
/// without cost that lead on through the fewest of them.
/// Threads: one thread adds up in one order, so results are bit-identical.
/// Cost: O(V + E + C) for each clientele with places, and a sweep; 64 bytes per node.
/// Method: cheapest ways from everywhere to the same places form a tree, in which people are added
/// up from the farthest junction inwards (all-or-nothing assignment).
template <CostType Cost>
[[nodiscard]] IdVector<SegmentId, Flow> flows(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                              Ends const& ends, Profile const& profile,
                                              std::span<Clientele const> clienteles,
                                              Population const& population,
                                              ReachTable<Cost> const& reach,
                                              FlowOptions<Cost> const& options);

}  // namespace gapmap::reach
