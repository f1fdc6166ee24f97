#pragma once
// The roads that people take to their nearest place, and how many take each.

#include <span>

#include "gapmap/network/road_network.h"
#include "gapmap/reach/clientele.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::reach {

/// Whose way leads along a segment.
struct Flow {
  People residents{0};          ///< known ones
  People residents_outside{0};  ///< those of them whose whole way costs more than the limit
  std::uint32_t cells = 0;      ///< those without a number of residents too
  /// Each resident by the share of the segment's length that the way takes: by the length, the
  /// person-metres travelled on it.
  double travelled = 0;

  Flow& operator+=(Flow const& other) {
    residents += other.residents;
    residents_outside += other.residents_outside;
    cells += other.cells;
    travelled += other.travelled;
    return *this;
  }
  /// Of the same people, where they travel only this share of it.
  [[nodiscard]] Flow over(double share) const {
    return {residents, residents_outside, cells, share * residents.value()};
  }
  friend bool operator==(Flow const&, Flow const&) = default;
};

template <CostType Cost>
struct FlowOptions {
  Cost limit;  ///< inclusive
  Trip trip = Trip::ToPlace;
};

/// For each segment those who take it, wholly or in part, on the cheapest way to (or from) the
/// place that `reach` says is their nearest. Inhabited or not, every cell that reaches one has a
/// way; one that begins and ends at one position takes no segment. A cell takes a segment once,
/// also where its way begins and ends on different parts of it.
///
/// Requires: as own_nearest(), and `reach` is what it found of all this, by the same trip, which is
///           not Trip::Round: that is two ways, and the nearest place of neither need be its
///           own.
/// Ties:     of equally cheap ways the one along the home's own segment, else by its start, else by its end; a place
///           is gone to rather than passed; then, from each junction on, by the segment with the
///           lowest SegmentId that costs something, else by that of those without cost that leads
///           on through the fewest of them.
/// Threads:  adds up in one order on one thread: bit-identical results.
/// Cost:     O(V + E + C) a clientele with places, beside a sweep; 40 bytes a node.
/// Method:   cheapest ways from everywhere to the same places form a tree, in which people are added up from the farthest
///           junction inwards (all-or-nothing assignment).
template <CostType Cost>
[[nodiscard]] IdVector<SegmentId, Flow> flows(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                              Ends const& ends, Profile const& profile,
                                              std::span<Clientele const> clienteles,
                                              Population const& population,
                                              ReachTable<Cost> const& reach,
                                              FlowOptions<Cost> const& options);

}  // namespace gapmap::reach
