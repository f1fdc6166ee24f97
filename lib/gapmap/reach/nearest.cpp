#include "gapmap/reach/nearest.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "gapmap/graph/parallel_sweep.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/units/error.h"

namespace gapmap::reach {
namespace {

/// A segment as one traveller meets it: what it costs from a position on it to either end, and
/// back. The two parts of one direction add up to the whole edge exactly.
template <CostType Cost>
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
  /// What the part between two fractions, `low` ≤ `high`, costs in the direction that costs
  /// `whole`. Where that direction is closed there is no way, unless the two are the same place:
  /// who stands there already, is there.
  [[nodiscard]] static Cost stretch(Cost whole, Cost twin, double low, double high) {
    if (whole.is_finite()) return Cost{position(whole, high) - position(whole, low)};
    return twin.is_finite() && position(twin, high) == position(twin, low) ? Cost{0} : whole;
  }
  /// Whole thousandths from the segment's start, halves up.
  [[nodiscard]] static typename Cost::rep position(Cost whole, double fraction) {
    return static_cast<typename Cost::rep>(std::floor(fraction * whole.value() + 0.5));
  }

  Cost along_;
  Cost against_;
  double fraction_;
};

/// Facilities by the segment they are attached to, ascending.
using BySegment = std::unordered_map<SegmentId, std::vector<FacilityId>>;

/// One search from some of the facilities, and what each cell gets of it.
template <CostType Cost>
class NearestSearch {
 public:
  NearestSearch(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                Profile const& profile, unsigned threads)
      : graph_{graph},
        costs_{costs},
        ends_{ends},
        profile_{profile},
        against_travel_{graph::reversed(graph, costs)},
        sweep_{graph, against_travel_, threads} {}

  void sweep_from(std::span<FacilityId const> facilities, Cost horizon) {
    std::vector<graph::Seed<Cost>> seeds;
    on_segment_.clear();
    for (auto const f : facilities) {
      auto const& at = ends_.facilities[f];
      if (!at.is_attached()) continue;
      OnSegment<Cost> const here{graph_, costs_, at};
      auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
      seeds.push_back({start(at), here.from_start() + off_road, f.value()});
      seeds.push_back({end(at), here.from_end() + off_road, f.value()});
      on_segment_[at.segment].push_back(f);
    }
    sweep_.run(seeds, horizon);
  }

  /// The cheapest facility of an attached cell, or nothing if it reaches none.
  [[nodiscard]] std::optional<Reach<Cost>> nearest(Attachment const& at) const {
    OnSegment<Cost> const here{graph_, costs_, at};
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
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
        consider(f, off_road + here.to(OnSegment<Cost>{graph_, costs_, there}) +
                        travel::weigh_off_road<Cost>(there.off_road, profile_));
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
  Profile const& profile_;
  EdgeCosts<Cost> against_travel_;
  graph::ParallelSweep<Cost> sweep_;
  BySegment on_segment_;
};

template <CostType Cost>
using NearestOf = IdVector<CellId, std::optional<Reach<Cost>>>;

/// One thread for every so many nodes: a quarter of a million take some milliseconds on one, and
/// two were not faster (benchmarks/nearest.cpp).
constexpr std::size_t kNodesPerThread = std::size_t{1} << 19U;
constexpr unsigned kMostThreads = 64;

unsigned threads_for(RoadGraph const& graph, unsigned wanted) {
  if (wanted > 0) return std::min(wanted, kMostThreads);
  auto const useful = std::clamp<std::size_t>(graph.nodes() / kNodesPerThread, 1, kMostThreads);
  auto const machine = static_cast<unsigned>(std::max(1, tbb::this_task_arena::max_concurrency()));
  return std::min(static_cast<unsigned>(useful), machine);
}

template <CostType Cost>
NearestOf<Cost> nearest_one_way(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                Ends const& ends, Profile const& profile,
                                NearestOptions<Cost> const& options) {
  std::vector<FacilityId> all;
  for (auto const f : ends.facilities.ids()) all.push_back(f);
  auto const threads = threads_for(graph, options.threads);
  NearestSearch<Cost> search{graph, costs, ends, profile, threads};
  search.sweep_from(all, options.horizon);
  NearestOf<Cost> nearest(ends.cells.size());
  tbb::task_arena arena{static_cast<int>(threads)};
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, ends.cells.size(), [&](std::size_t c) {
      auto const& at = ends.cells[CellId{c}];
      if (at.is_attached()) nearest[CellId{c}] = search.nearest(at);
    });
  });
  return nearest;
}

template <CostType Cost>
NearestOf<Cost> nearest_round_trip(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                   Ends const& ends, Profile const& profile,
                                   NearestOptions<Cost> const& options) {
  auto const homewards = graph::reversed(graph, costs);
  auto const threads = threads_for(graph, options.threads);
  NearestSearch<Cost> there{graph, costs, ends, profile, threads};
  NearestSearch<Cost> back{graph, homewards, ends, profile, threads};
  NearestOf<Cost> nearest(ends.cells.size());
  for (auto const f : ends.facilities.ids()) {
    there.sweep_from(std::span{&f, 1}, options.horizon);
    back.sweep_from(std::span{&f, 1}, options.horizon);
    for (auto const cell : ends.cells.ids()) {
      auto const& at = ends.cells[cell];
      if (!at.is_attached()) continue;
      auto const way_there = there.nearest(at);
      auto const way_back = back.nearest(at);
      if (!way_there || !way_back) continue;
      auto const both = way_there->cost + way_back->cost;
      if (both.is_finite() && (!nearest[cell] || both < nearest[cell]->cost))
        nearest[cell] = Reach<Cost>{f, both};
    }
  }
  return nearest;
}

template <CostType Cost>
NearestOf<Cost> nearest_by(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                           Profile const& profile, NearestOptions<Cost> const& options) {
  switch (options.trip) {
    case Trip::ToFacility:
      return nearest_one_way(graph, costs, ends, profile, options);
    case Trip::FromFacility:
      return nearest_one_way(graph, graph::reversed(graph, costs), ends, profile, options);
    case Trip::Round:
      return nearest_round_trip(graph, costs, ends, profile, options);
  }
  return {};
}

}  // namespace

template <CostType Cost>
ReachTable<Cost> nearest(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                         Profile const& profile, NearestOptions<Cost> const& options) {
  auto const found = nearest_by(graph, costs, ends, profile, options);
  ReachTable<Cost> table;
  table.horizon = options.horizon;
  table.first_reach.reserve(ends.cells.size() + 1);
  auto const nothing =
      options.horizon.is_finite() ? Connection::BeyondHorizon : Connection::Unreachable;
  for (auto const cell : ends.cells.ids()) {
    auto const& at = ends.cells[cell];
    bool const is_within = found[cell] && found[cell]->cost <= options.horizon;
    if (is_within) table.reaches.push_back(*found[cell]);
    table.connections.push_back(!at.is_attached() ? Connection::OffNetwork
                                : is_within       ? Connection::Reached
                                                  : nothing);
    table.off_road.push_back(at.off_road);
    table.first_reach.push_back(static_cast<std::uint32_t>(table.reaches.size()));
  }
  for (auto const& at : ends.facilities) {
    table.facility_off_road.push_back(at.off_road);
    table.facility_is_attached.push_back(at.is_attached());
  }
  return table;
}

template ReachTable<Millimeters> nearest(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                         Ends const&, Profile const&,
                                         NearestOptions<Millimeters> const&);
template ReachTable<Milliseconds> nearest(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                          Ends const&, Profile const&,
                                          NearestOptions<Milliseconds> const&);

}  // namespace gapmap::reach
