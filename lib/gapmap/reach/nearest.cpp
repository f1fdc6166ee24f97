#include "gapmap/reach/nearest.h"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <optional>
#include <span>

#include "gapmap/graph/parallel_sweep.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/reach/attached_places.h"
#include "gapmap/reach/tabulate.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::reach {
namespace {

/// One search from some of the places, and its result for each cell.
template <CostType Cost>
class NearestSearch {
 public:
  NearestSearch(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
                Profile const& profile, unsigned threads)
      : places_{graph, costs, ends, profile},
        against_travel_{graph::reversed(graph, costs)},
        sweep_{graph, against_travel_, threads} {}

  void sweep_from(std::span<PlaceId const> places, Cost cutoff) {
    std::vector<graph::Seed<Cost>> seeds;
    places_.clear();
    for (auto const f : places) places_.insert(f, seeds);
    sweep_.run(seeds, cutoff);
  }

  /// Returns the cheapest place of a cell; nothing if it reaches none.
  [[nodiscard]] std::optional<Reach<Cost>> nearest(CellId cell) const {
    return places_.cheapest(cell, sweep_);
  }

 private:
  AttachedPlaces<Cost> places_;
  EdgeCosts<Cost> against_travel_;
  graph::ParallelSweep<Cost> sweep_;
};

template <CostType Cost>
using NearestOf = IdVector<CellId, std::optional<Reach<Cost>>>;

/// Nodes per thread: a sweep of a quarter of a million takes some milliseconds on one thread, and
/// two were not faster (benchmarks/nearest.cpp).
constexpr std::size_t kNodesPerThread = std::size_t{1} << 19U;
constexpr unsigned kMostThreads = 64;

unsigned threads_for(RoadGraph const& graph, unsigned wanted) {
  if (wanted > 0) return std::min(wanted, kMostThreads);
  auto const useful = std::clamp<std::size_t>(graph.nodes() / kNodesPerThread, 1, kMostThreads);
  return std::min(static_cast<unsigned>(useful), threads_at_work());
}

template <CostType Cost>
NearestOf<Cost> nearest_one_way(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                Ends const& ends, Profile const& profile,
                                NearestOptions<Cost> const& options) {
  std::vector<PlaceId> all;
  for (auto const f : ends.places.ids()) all.push_back(f);
  auto const threads = threads_for(graph, options.threads);
  NearestSearch<Cost> search{graph, costs, ends, profile, threads};
  search.sweep_from(all, options.cutoff);
  NearestOf<Cost> nearest(ends.cells.size());
  tbb::task_arena arena{static_cast<int>(threads)};
  arena.execute([&] {
    auto const look = [&](std::size_t c) { nearest[CellId{c}] = search.nearest(CellId{c}); };
    tbb::parallel_for(std::size_t{0}, ends.cells.size(), handed_on(look));
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
  for (auto const f : ends.places.ids()) {
    there.sweep_from(std::span{&f, 1}, options.cutoff);
    back.sweep_from(std::span{&f, 1}, options.cutoff);
    for (auto const cell : ends.cells.ids()) {
      auto const way_there = there.nearest(cell);
      auto const way_back = back.nearest(cell);
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
    case Trip::ToPlace:
      return nearest_one_way(graph, costs, ends, profile, options);
    case Trip::FromPlace:
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
  return tabulate(ends, options.cutoff, [&](CellId cell) {
    return found[cell] ? std::span{&*found[cell], 1} : std::span<Reach<Cost> const>{};
  });
}

template ReachTable<Millimeters> nearest(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                         Ends const&, Profile const&,
                                         NearestOptions<Millimeters> const&);
template ReachTable<Milliseconds> nearest(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                          Ends const&, Profile const&,
                                          NearestOptions<Milliseconds> const&);

}  // namespace gapmap::reach
