#pragma once
// Facilities as a search of a traveller meets them: where it begins, and which of them a cell
// reaches. Private to reach.

#include <algorithm>
#include <optional>
#include <vector>

#include "gapmap/reach/on_segment.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap::reach {

/// Some of the facilities of one question, those that are attached. Keeps references to all that it
/// is made of; `costs` are those of travelling from the cells to the facilities.
template <CostType Cost>
class AttachedFacilities {
 public:
  AttachedFacilities(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                     IdVector<FacilityId, Attachment> const& facilities, Profile const& profile)
      : graph_{graph}, costs_{costs}, facilities_{facilities}, profile_{profile} {}

  void clear() { on_segment_.clear(); }

  /// Takes one in, unless it is not attached, and appends where a sweep against travel begins for
  /// it, with its number for a label.
  void insert(FacilityId facility, std::vector<graph::Seed<Cost>>& seeds) {
    auto const& at = facilities_[facility];
    if (!at.is_attached()) return;
    append_seeds(graph_, costs_, profile_, at, facility.value(), seeds);
    auto& same = on_segment_[at.segment];
    same.insert(std::ranges::upper_bound(same, facility), facility);
  }

  /// Requires: it was taken in, and where it is attached has not changed since.
  void erase(FacilityId facility) {
    auto const same = on_segment_.find(facilities_[facility].segment);
    same->second.erase(std::ranges::find(same->second, facility));
    if (same->second.empty()) on_segment_.erase(same);
  }

  /// Calls `offer(facility, cost)` for each that lies on the segment of an attached cell: the whole
  /// way along it, both off-road legs included.
  template <class Offer>
  void offer_along(Attachment const& at, Offer const& offer) const {
    auto const same = on_segment_.find(at.segment);
    if (same == on_segment_.end()) return;
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    for (auto const f : same->second) {
      auto const& there = facilities_[f];
      offer(f, off_road + cost_along(graph_, costs_, at, there) +
                   travel::weigh_off_road<Cost>(there.off_road, profile_));
    }
  }

  /// The cheapest of them for an attached cell, or nothing if it reaches none. `sweep` has been run
  /// from all of them.
  template <class Sweep>
  [[nodiscard]] std::optional<Reach<Cost>> cheapest(Attachment const& at,
                                                    Sweep const& sweep) const {
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    std::optional<Reach<Cost>> best;
    auto const consider = [&](FacilityId facility, Cost cost) {
      if (!cost.is_finite()) return;
      if (!best || cost < best->cost || (cost == best->cost && facility < best->facility)) {
        best = Reach<Cost>{facility, cost};
      }
    };
    auto const consider_node = [&](NodeId node, Cost way_there) {
      consider(FacilityId{sweep.label(node)}, off_road + way_there + sweep.cost(node));
    };
    for_each_member<Cost>(graph_, costs_, at, [&](OnSegment<Cost> const& here) {
      consider_node(here.start(), here.to_start());
      consider_node(here.end(), here.to_end());
    });
    offer_along(at, consider);
    return best;
  }

 private:
  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  IdVector<FacilityId, Attachment> const& facilities_;
  Profile const& profile_;
  BySegment on_segment_;
};

}  // namespace gapmap::reach
