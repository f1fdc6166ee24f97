#pragma once
// Costs between a position on a segment and the ends of the segment: where every search of a
// traveller begins and ends.

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/places/place.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::reach {

/// Returns the edge along the segment of an attachment.
/// Requires: it is attached.
[[nodiscard]] inline EdgeId along_of(RoadGraph const& graph, Attachment const& at) {
  return graph.edge(graph.node(at.start), at.segment, Direction::Along);
}

/// The costs from a position on one member of a road, an original segment or a copy of it, to
/// either end, and back. The two parts of one direction add up to the whole edge exactly.
template <CostType Cost>
class OnSegment {
 public:
  OnSegment(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Attachment const& at)
      : OnSegment{graph, costs, at, along_of(graph, at)} {}
  /// Takes the position on the copy that `along` goes along.
  OnSegment(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Attachment const& at,
            EdgeId along)
      : start_{graph.tail(along)},
        end_{graph.head(along)},
        along_{costs[along]},
        against_{costs[graph.twin(along)]},
        fraction_{at.fraction} {
    // Somebody at a gate is on both sides of it, whoever may pass.
    if (at.is_gate) along_ = against_ = Cost{0};
  }

  /// Returns the same position with the direction of travel reversed.
  [[nodiscard]] OnSegment reversed() const {
    auto reversed = *this;
    std::swap(reversed.along_, reversed.against_);
    return reversed;
  }

  [[nodiscard]] NodeId start() const { return start_; }
  [[nodiscard]] NodeId end() const { return end_; }

  [[nodiscard]] Cost to_end() const { return stretch(along_, against_, fraction_, 1); }
  [[nodiscard]] Cost from_start() const { return stretch(along_, against_, 0, fraction_); }
  [[nodiscard]] Cost to_start() const { return stretch(against_, along_, 0, fraction_); }
  [[nodiscard]] Cost from_end() const { return stretch(against_, along_, fraction_, 1); }

  /// Returns the cost along the segment itself from this position to another.
  [[nodiscard]] Cost to(double fraction) const {
    if (fraction_ <= fraction) return stretch(along_, against_, fraction_, fraction);
    return stretch(against_, along_, fraction, fraction_);
  }

 private:
  /// Returns the cost of the part between two fractions, `low` ≤ `high`, in the direction that
  /// costs `whole`. Where that direction is closed there is no way, unless the two are one position
  /// and one is there already.
  [[nodiscard]] static Cost stretch(Cost whole, Cost twin, double low, double high) {
    if (whole.is_finite()) return Cost{position(whole, high) - position(whole, low)};
    return twin.is_finite() && position(twin, high) == position(twin, low) ? Cost{0} : whole;
  }
  /// Returns the cost from the segment's start in whole thousandths, halves up.
  [[nodiscard]] static typename Cost::rep position(Cost whole, double fraction) {
    return static_cast<typename Cost::rep>(std::floor(fraction * whole.value() + 0.5));
  }

  NodeId start_;
  NodeId end_;
  Cost along_;
  Cost against_;
  double fraction_;
};

/// Calls `visit(OnSegment)` for the original segment that `at` is attached to and for each of its
/// copies: one may set out and arrive by any of them.
template <CostType Cost, class Visit>
void for_each_member(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Attachment const& at,
                     Visit const& visit) {
  visit(OnSegment<Cost>{graph, costs, at});
  for (auto const along : graph.copies(at.segment)) visit(OnSegment<Cost>{graph, costs, at, along});
}

/// Returns the least cost along the road that both are attached to, by any of its members that is
/// open there.
template <CostType Cost>
[[nodiscard]] Cost cost_along(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                              Attachment const& from, Attachment const& to) {
  auto least = Cost::infinite();
  for_each_member<Cost>(graph, costs, from, [&](OnSegment<Cost> const& here) {
    least = std::min(least, here.to(to.fraction));
  });
  return least;
}

/// Appends the seeds of a sweep against travel for somebody or something attached at `at`: both
/// ends of every member of its road, at the cost of travelling from there to it. Seeds are pairs:
/// the start of each member, then its end.
template <CostType Cost>
void append_seeds(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Profile const& profile,
                  Attachment const& at, std::uint32_t label,
                  std::vector<graph::Seed<Cost>>& seeds) {
  auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile);
  for_each_member<Cost>(graph, costs, at, [&](OnSegment<Cost> const& here) {
    seeds.push_back({here.start(), here.from_start() + off_road, label});
    seeds.push_back({here.end(), here.from_end() + off_road, label});
  });
}

/// Places by the segment they are attached to; ids ascending.
using BySegment = std::unordered_map<SegmentId, std::vector<PlaceId>>;

}  // namespace gapmap::reach
