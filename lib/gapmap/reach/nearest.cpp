#include "gapmap/reach/nearest.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "gapmap/graph/reversed.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/units/error.h"

namespace gapmap::reach {
namespace {

using Cost = Millimeters;

/// A segment as one traveller meets it: what it costs from a position on it to either end, and back. The two parts of one
/// direction add up to the whole edge exactly.
class OnSegment {
 public:
  OnSegment(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Attachment const& at)
      : along_{costs[graph.edge(at.segment, Direction::Along)]},
        against_{costs[graph.edge(at.segment, Direction::Against)]},
        fraction_{at.fraction} {}

  [[nodiscard]] Cost to_end() const { return stretch(along_, against_, fraction_, 1); }
  [[nodiscard]] Cost from_start() const { return stretch(along_, against_, 0, fraction_); }
  [[nodiscard]] Cost to_start() const { return stretch(against_, along_, 0, fraction_); }
  [[nodiscard]] Cost from_end() const { return stretch(against_, along_, fraction_, 1); }

  /// Along the segment itself from this position to that of `other`.
  [[nodiscard]] Cost to(OnSegment const& other) const {
    if (fraction_ <= other.fraction_) return stretch(along_, against_, fraction_, other.fraction_);
    return stretch(against_, along_, other.fraction_, fraction_);
  }

 private:
  /// What the part between two fractions, `low` ≤ `high`, costs in the direction that costs `whole`. Where that direction is
  /// closed there is no way, unless the two are the same place: who stands there already, is there.
  [[nodiscard]] static Cost stretch(Cost whole, Cost twin, double low, double high) {
    if (whole.is_finite()) return Cost{position(whole, high) - position(whole, low)};
    return twin.is_finite() && position(twin, high) == position(twin, low) ? Cost{0} : whole;
  }
  /// Whole thousandths from the segment's start, halves up.
  [[nodiscard]] static Cost::rep position(Cost whole, double fraction) {
    return static_cast<Cost::rep>(std::floor(fraction * whole.value() + 0.5));
  }

  Cost along_;
  Cost against_;
  double fraction_;
};

/// Facilities by the segment they are attached to, ascending.
using BySegment = std::unordered_map<SegmentId, std::vector<FacilityId>>;

class NearestSearch {
 public:
  NearestSearch(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends)
      : graph_{graph},
        costs_{costs},
        ends_{ends},
        against_travel_{graph::reversed(graph, costs)},
        sweep_{graph, against_travel_} {
    for (auto const f : ends.facilities.ids()) {
      auto const& at = ends.facilities[f];
      if (at.is_attached()) on_segment_[at.segment].push_back(f);
    }
  }

  void sweep(Cost horizon) {
    std::vector<graph::Seed<Cost>> seeds;
    for (auto const f : ends_.facilities.ids()) {
      auto const& at = ends_.facilities[f];
      if (!at.is_attached()) continue;
      OnSegment const here{graph_, costs_, at};
      auto const off_road = to_millimeters(at.off_road);
      seeds.push_back({start(at), here.from_start() + off_road, f.value()});
      seeds.push_back({end(at), here.from_end() + off_road, f.value()});
    }
    sweep_.run(seeds, horizon);
  }

  /// The cheapest facility of an attached cell, or nothing if it reaches none.
  [[nodiscard]] std::optional<Reach<Cost>> nearest(Attachment const& at) const {
    OnSegment const here{graph_, costs_, at};
    auto const off_road = to_millimeters(at.off_road);
    std::optional<Reach<Cost>> best;
    auto const consider = [&](FacilityId facility, Cost cost) {
      if (!cost.is_finite()) return;
      if (!best || cost < best->cost || (cost == best->cost && facility < best->facility)) {
        best = Reach<Cost>{facility, cost};
      }
    };
    auto const consider_node = [&](NodeId node, Cost way_there) {
      consider(FacilityId{sweep_.label(node)}, off_road + way_there + sweep_.cost(node));
    };
    consider_node(start(at), here.to_start());
    consider_node(end(at), here.to_end());
    if (auto const same = on_segment_.find(at.segment); same != on_segment_.end()) {
      for (auto const f : same->second) {
        auto const& there = ends_.facilities[f];
        consider(f, off_road + here.to(OnSegment{graph_, costs_, there}) + to_millimeters(there.off_road));
      }
    }
    return best;
  }

 private:
  [[nodiscard]] NodeId start(Attachment const& at) const {
    return graph_.tail(graph_.edge(at.segment, Direction::Along));
  }
  [[nodiscard]] NodeId end(Attachment const& at) const {
    return graph_.head(graph_.edge(at.segment, Direction::Along));
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  Ends const& ends_;
  EdgeCosts<Cost> against_travel_;
  graph::Sweep<Cost> sweep_;
  BySegment on_segment_;
};

}  // namespace

ReachTable<Millimeters> nearest(RoadGraph const& graph, EdgeCosts<Millimeters> const& costs,
                                Ends const& ends, Millimeters horizon) {
  NearestSearch search{graph, costs, ends};
  search.sweep(horizon);

  ReachTable<Cost> table;
  table.horizon = horizon;
  table.first_reach.reserve(ends.cells.size() + 1);
  auto const nothing = horizon.is_finite() ? Connection::BeyondHorizon : Connection::Unreachable;
  for (auto const& at : ends.cells) {
    auto connection = Connection::OffNetwork;
    if (at.is_attached()) {
      auto const found = search.nearest(at);
      bool const is_within = found && found->cost <= horizon;
      if (is_within) table.reaches.push_back(*found);
      connection = is_within ? Connection::Reached : nothing;
    }
    table.connections.push_back(connection);
    table.off_road.push_back(at.off_road);
    table.first_reach.push_back(static_cast<std::uint32_t>(table.reaches.size()));
  }
  for (auto const& at : ends.facilities) {
    table.facility_off_road.push_back(at.off_road);
    table.facility_is_attached.push_back(at.is_attached());
  }
  return table;
}

}  // namespace gapmap::reach
