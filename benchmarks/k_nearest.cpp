// How long from every junction of a network to the three nearest of 50 places, beside the nearest
// one alone?
//
// Ours is graph::KSweep on one thread, for k = 1, 2 and 3; what it is held against is graph::Sweep,
// which finds the nearest place only, and, as the peer, Dijkstra's search with a heap and three
// labels a node. Before the clock starts all have answered: with k = 1 every node has the distance
// and place that the sweep found, with k = 3 the distances and places of the heap, and with k = 2
// the first two of these.
//
// Inputs: New York of the 9th DIMACS Implementation Challenge, from $GAPMAP_DATA/graphs, and 36
// copies of the OpenStreetMap extract of Porto, by car and in metres, joined so that nearly every
// junction reaches all 50 places (car_network.h).

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <stdexcept>

#include "benchmarks/car_network.h"
#include "benchmarks/dimacs.h"
#include "benchmarks/heap_k_nearest.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "benchmarks/question.h"
#include "gapmap/graph/k_sweep.h"
#include "gapmap/graph/sweep.h"

namespace gapmap::benchmarks {
namespace {

using Sweep = graph::Sweep<Millimeters>;
using KSweep = graph::KSweep<Millimeters>;

constexpr std::size_t kPlaces = 50;
constexpr std::uint64_t kSeed = 20240229;

void require(bool condition, NodeId node, char const* what) {
  if (!condition) throw std::runtime_error{fmt::format("node {}: {}", node.value(), what)};
}

/// Three different searches on one graph agree about every node.
void verify(RoadGraph const& graph, Sweep const& sweep, std::vector<KSweep> const& k_sweeps,
            HeapKNearest const& peer) {
  std::size_t found = 0;
  for (std::uint32_t n = 0; n < graph.nodes(); ++n) {
    NodeId const node{n};
    auto const expected = peer.labels(node);
    found += expected.size();
    require(sweep.cost(node).is_finite() == !expected.empty(), node, "only one search comes here");
    if (!expected.empty()) {
      require(sweep.cost(node).value() == expected[0].cost, node, "the sweep's distance differs");
      require(sweep.label(node) == expected[0].label, node, "the sweep's place differs");
    }
    for (std::size_t k = 1; k <= k_sweeps.size(); ++k) {
      auto const labels = k_sweeps[k - 1].labels(node);
      require(labels.size() == std::min(k, expected.size()), node, "another number of places");
      for (std::size_t i = 0; i < labels.size(); ++i) {
        require(graph::cost_of(labels[i]) == expected[i].cost, node, "the distances differ");
        require(graph::label_of(labels[i]) == expected[i].label, node, "the places differ");
      }
    }
  }
  if (2 * found < k_sweeps.size() * graph.nodes())
    throw std::runtime_error{"few nodes reach three places: no useful input"};
}

void measure(Question const& question, std::size_t repetitions) {
  constexpr std::size_t kMost = 3;
  auto const& graph = question.graph;
  auto const& costs = question.costs;
  auto const seeds = seeds_of(question);
  Sweep sweep{graph, costs};
  std::vector<KSweep> k_sweeps;
  for (std::size_t k = 1; k <= kMost; ++k) k_sweeps.emplace_back(graph, costs, k);
  HeapKNearest peer{graph, costs, kMost};
  sweep.run(seeds);
  for (auto& k_sweep : k_sweeps) k_sweep.run(seeds);
  peer.run(seeds);
  verify(graph, sweep, k_sweeps, peer);

  auto const memory = [](auto const& work) {
    forget_peak_memory();
    work();
    return peak_memory_mb();
  };
  std::vector<Contender> contenders{{"sweep", [&] { sweep.run(seeds); }, 0, false}};
  for (std::size_t k = 1; k <= kMost; ++k) {
    contenders.push_back({fmt::format("k-sweep, k = {}", k), [&, k] { k_sweeps[k - 1].run(seeds); },
                          memory([&] {
                            KSweep{graph, costs, k}.run(seeds);
                          }),
                          k == kMost});
  }
  contenders.push_back({"heap, k = 3", [&] { peer.run(seeds); }, memory([&] {
                          HeapKNearest{graph, costs, kMost}.run(seeds);
                        })});
  auto const times = take_times(contenders, repetitions);
  print_rows({.data_set = question.data_set,
              .nodes = graph.nodes(),
              .edges = graph.edges(),
              .repetitions = repetitions},
             contenders, times);
  fmt::print(stderr, "  k = 3 takes {:.2f} times, k = 2 {:.2f} times as long as the sweep\n",
             times[3].median_s / times[0].median_s, times[2].median_s / times[0].median_s);
}

void run() {
  print_header();
  auto const edges = find_data("graphs/USA-road-d.NY.gr.gz");
  auto const places = find_data("graphs/USA-road-d.NY.co.gz");
  if (edges && places)
    measure(pose("New York (DIMACS-9 distance)", read_dimacs(*edges, *places), kPlaces, kSeed), 21);
  if (auto const porto = porto_6x6())
    measure(pose(porto->name + " by car", read_car_network(*porto), kPlaces, kSeed), 7);
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_k_nearest: {}\n", error.what());
    return 1;
  }
}
