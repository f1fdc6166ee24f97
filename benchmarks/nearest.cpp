// How long from every junction of a network to the nearest of 50 places?
//
// Ours are graph::Sweep, on one thread, and graph::ParallelSweep on two: distance and place for
// every node. A workspace is made once per graph and profile, which is a measurement of its own, as
// is the first run, in which the queue still has to grow. The peer is Boost's
// dijkstra_shortest_paths_no_color_map on Boost's own compressed rows, distances only: with nodes
// numbered as ours are, and, as it would be without us, in the order of the file. Before the clock
// starts all have answered, and for every node the distances are equal and the place is shown to be
// the right one.
//
// Inputs: New York of the 9th DIMACS Implementation Challenge, distances and times, from
// $GAPMAP_DATA/graphs; a generated grid of five million nodes; and, by car, the extracts or network
// files (.gmnet) given as arguments.

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <span>
#include <stdexcept>

#include "benchmarks/boost_nearest.h"
#include "benchmarks/car_network.h"
#include "benchmarks/dimacs.h"
#include "benchmarks/hand_over.h"
#include "benchmarks/jittered_grid.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "benchmarks/question.h"
#include "gapmap/graph/parallel_sweep.h"
#include "gapmap/graph/sweep.h"

namespace gapmap::benchmarks {
namespace {

constexpr std::size_t kPlaces = 50;
constexpr std::size_t kRepetitions = 11;
constexpr std::uint64_t kSeed = 20240229;

using Sweep = graph::Sweep<Millimeters>;
using ParallelSweep = graph::ParallelSweep<Millimeters>;
using Seeds = std::vector<graph::Seed<Millimeters>>;

Seeds seeds_of(Question const& question) {
  Seeds seeds;
  for (auto const node : question.places) {
    seeds.push_back({node, Millimeters{0}, static_cast<std::uint32_t>(seeds.size())});
  }
  return seeds;
}

void require(bool condition, NodeId node, char const* what) {
  if (!condition) throw std::runtime_error{fmt::format("node {}: {}", node.value(), what)};
}

/// Both agree on every distance; and each node's place is its own, or else the lowest among the
/// neighbours that lie on a shortest way to it. With all costs above zero only the right places are
/// so.
void verify(Question const& question, Sweep const& sweep, BoostNearest const& peer) {
  auto const& graph = question.graph;
  IdVector<NodeId, std::uint32_t> place(graph.nodes(), ~std::uint32_t{0});
  for (std::uint32_t p = 0; p < question.places.size(); ++p) place[question.places[p]] = p;
  std::size_t reached = 0;
  for (auto const node : place.ids()) {
    if (node == question.source) continue;
    require(sweep.cost(node).value() == peer.distance(node), node, "the distances differ");
    if (!sweep.cost(node).is_finite()) continue;
    ++reached;
    for (auto const edge : graph.out(node)) {
      auto const neighbour = graph.head(edge);
      auto const way_here = sweep.cost(neighbour) + question.costs[graph.twin(edge)];
      if (neighbour == question.source || way_here != sweep.cost(node)) continue;
      require(question.costs[graph.twin(edge)].value() > 0, node,
              "a cost of zero, so that the place cannot be shown");
      place[node] = std::min(place[node], sweep.label(neighbour));
    }
    require(sweep.label(node) == place[node], node, "the place is not the right one");
  }
  if (reached * 2 < graph.nodes())
    throw std::runtime_error{"most nodes reach no place: no useful input"};
}

void verify_same(ParallelSweep const& found, Sweep const& expected, Question const& question) {
  for (std::size_t n = 0; n < question.graph.nodes(); ++n) {
    NodeId const node{n};
    require(found.cost(node) == expected.cost(node), node, "two threads find another distance");
    require(!found.cost(node).is_finite() || found.label(node) == expected.label(node), node,
            "two threads find another place");
  }
}

template <class Work>
double peak_memory_of(Work const& work) {
  forget_peak_memory();
  work();
  return peak_memory_mb();
}

void measure(Question const& question) {
  auto const seeds = seeds_of(question);
  auto const sweep_memory = peak_memory_of([&] {
    Sweep{question.graph, question.costs}.run(seeds);
  });
  auto const parallel_memory = peak_memory_of([&] {
    ParallelSweep{question.graph, question.costs, 2}.run(seeds);
  });
  auto const peer_memory = peak_memory_of([&] { BoostNearest{question, Order::OfGraph}.run(); });

  Sweep sweep{question.graph, question.costs};
  ParallelSweep parallel{question.graph, question.costs, 2};
  BoostNearest ordered{question, Order::OfGraph};
  BoostNearest as_loaded{question, Order::OfFile};
  sweep.run(seeds);
  parallel.run(seeds);
  ordered.run();
  as_loaded.run();
  verify(question, sweep, ordered);
  verify(question, sweep, as_loaded);
  verify_same(parallel, sweep, question);

  std::optional<Sweep> made;
  std::vector<Contender> const contenders{
      {"sweep set-up", [&] { made.emplace(question.graph, question.costs); }, sweep_memory, false},
      {"sweep set-up and first run",
       [&] {
         Sweep{question.graph, question.costs}.run(seeds);
       },
       sweep_memory},
      {"sweep", [&] { sweep.run(seeds); }, sweep_memory},
      {"sweep on 2 threads", [&] { parallel.run(seeds); }, parallel_memory},
      {"boost dijkstra, our order", [&] { ordered.run(); }, peer_memory},
      {"boost dijkstra, as loaded", [&] { as_loaded.run(); }, peer_memory}};
  auto const times = take_times(contenders, kRepetitions);
  print_rows({.data_set = question.data_set,
              .nodes = question.graph.nodes(),
              .edges = question.graph.edges(),
              .repetitions = kRepetitions},
             contenders, times);
  if (auto const* const folder = std::getenv("GAPMAP_PEERS"); folder != nullptr) {
    IdVector<NodeId, Millimeters> distances;
    for (std::uint32_t n = 0; n < question.graph.nodes(); ++n)
      distances.push_back(sweep.cost(NodeId{n}));
    hand_over(folder, question, distances, times[2].median_s);
  }
}

/// Where larger data sets lie: GAPMAP_DATA, else a folder beside the repository.
std::filesystem::path data_folder() {
  auto const* const chosen = std::getenv("GAPMAP_DATA");
  return chosen != nullptr ? std::filesystem::path{chosen}
                           : std::filesystem::path{GAPMAP_SOURCE_DIR}.parent_path() / "shared/data";
}

void run(std::span<char* const> networks) {
  print_header();
  auto const graphs = data_folder() / "graphs";
  for (auto const* kind : {"d", "t"}) {
    auto const new_york = graphs / fmt::format("USA-road-{}.NY.gr.gz", kind);
    if (!std::filesystem::exists(new_york)) {
      fmt::print(stderr, "New York is left out: there is no {}; set GAPMAP_DATA\n",
                 new_york.string());
      continue;
    }
    auto const name = fmt::format("New York (DIMACS-9 {})", *kind == 'd' ? "distance" : "time");
    measure(pose(name, read_dimacs(new_york, graphs / "USA-road-d.NY.co.gz"), kPlaces, kSeed));
  }
  for (auto const* network : networks) {
    auto const name = std::filesystem::path{network}.stem().string() + " by car";
    measure(pose(name, read_car_network(network), kPlaces, kSeed));
  }
  constexpr std::uint32_t kSide = 2236;
  measure(
      pose("jittered grid", make_jittered_grid({.side = kSide, .seed = kSeed}), kPlaces, kSeed));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main(int count, char** arguments) {
  try {
    gapmap::benchmarks::run({arguments + 1, arguments + count});
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_nearest: {}\n", error.what());
    return 1;
  }
}
