#pragma once
// Places as the search of a traveller needs them: where it begins, and which of them a cell
// reaches.

#include <algorithm>
#include <optional>
#include <vector>

#include "gapmap/reach/ends.h"
#include "gapmap/reach/on_segment.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap::reach {

/// A set of places for one search. Keeps references to its arguments; `costs` are those of
/// travelling from the cells to the places.
template <CostType Cost>
class AttachedPlaces {
 public:
  AttachedPlaces(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                 Profile const& profile)
      : graph_{graph}, costs_{costs}, ends_{ends}, profile_{profile} {}

  void clear() {
    on_segment_.clear();
    is_in_ = {};
  }

  /// Inserts a place and, if it is attached, appends the seeds of a sweep against travel for it,
  /// labelled with its id.
  void insert(PlaceId place, std::vector<graph::Seed<Cost>>& seeds) {
    mark(place, 1);
    auto const& at = ends_.places[place];
    if (!at.is_attached()) return;
    append_seeds(graph_, costs_, profile_, at, place.value(), seeds);
    auto& same = on_segment_[at.segment];
    same.insert(std::ranges::upper_bound(same, place), place);
  }

  /// Removes a place.
  /// Requires: its attachment has not changed since insert().
  void erase(PlaceId place) {
    mark(place, 0);
    auto const same = on_segment_.find(ends_.places[place].segment);
    if (same == on_segment_.end()) return;
    same->second.erase(std::ranges::find(same->second, place));
    if (same->second.empty()) on_segment_.erase(same);
  }

  /// Calls `offer(place, cost)`, with the cost of the whole way, for each place that a cell reaches
  /// without passing a junction: straight ahead, or on the segment that the cell is attached to.
  template <class Offer>
  void offer_beside(CellId cell, Offer const& offer) const {
    ends_.offer_direct(cell, [&](PlaceId f, Meters length) {
      if (is_in_[f] != 0) offer(f, travel::weigh_off_road<Cost>(length, profile_));
    });
    auto const& at = ends_.cells[cell];
    if (!at.is_attached()) return;
    auto const same = on_segment_.find(at.segment);
    if (same == on_segment_.end()) return;
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    for (auto const f : same->second) {
      auto const& there = ends_.places[f];
      offer(f, off_road + cost_along(graph_, costs_, at, there) +
                   travel::weigh_off_road<Cost>(there.off_road, profile_));
    }
  }

  /// Returns the cheapest place for a cell; nothing if it reaches none. `sweep` must have been run
  /// from all places of the set.
  template <class Sweep>
  [[nodiscard]] std::optional<Reach<Cost>> cheapest(CellId cell, Sweep const& sweep) const {
    std::optional<Reach<Cost>> best;
    auto const consider = [&](PlaceId place, Cost cost) {
      if (!cost.is_finite()) return;
      if (!best || cost < best->cost || (cost == best->cost && place < best->place)) {
        best = Reach<Cost>{place, cost};
      }
    };
    offer_beside(cell, consider);
    auto const& at = ends_.cells[cell];
    if (!at.is_attached()) return best;
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    auto const consider_node = [&](NodeId node, Cost way_there) {
      consider(PlaceId{sweep.label(node)}, off_road + way_there + sweep.cost(node));
    };
    for_each_member<Cost>(graph_, costs_, at, [&](OnSegment<Cost> const& here) {
      consider_node(here.start(), here.to_start());
      consider_node(here.end(), here.to_end());
    });
    return best;
  }

 private:
  void mark(PlaceId place, char is_in) {
    while (is_in_.size() < ends_.places.size()) is_in_.push_back(0);
    is_in_[place] = is_in;
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  Ends const& ends_;
  Profile const& profile_;
  BySegment on_segment_;
  IdVector<PlaceId, char> is_in_;
};

}  // namespace gapmap::reach
