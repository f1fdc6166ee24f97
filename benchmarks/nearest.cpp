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
// $GAPMAP_DATA/graphs; 36 copies of the OpenStreetMap extract of Porto, by car, joined so that
// nearly every junction reaches a place (car_network.h); and a generated grid of five million
// nodes.

#include <fmt/format.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>

#include "benchmarks/boost_nearest.h"
#include "benchmarks/car_network.h"
#include "benchmarks/dimacs.h"
#include "benchmarks/hand_over.h"
#include "benchmarks/inputs.h"
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

void measure_new_york(char const* name, char const* costs) {
  auto const edges = find_data(std::filesystem::path{"graphs"} / costs);
  auto const places = find_data("graphs/USA-road-d.NY.co.gz");
  if (edges && places) measure(pose(name, read_dimacs(*edges, *places), kPlaces, kSeed));
}

void run() {
  print_header();
  measure_new_york("New York (DIMACS-9 distance)", "USA-road-d.NY.gr.gz");
  measure_new_york("New York (DIMACS-9 time)", "USA-road-t.NY.gr.gz");
  if (auto const porto = porto_6x6())
    measure(pose(porto->name + " by car", read_car_network(*porto), kPlaces, kSeed));
  constexpr std::uint32_t kSide = 2236;
  measure(
      pose("jittered grid", make_jittered_grid({.side = kSide, .seed = kSeed}), kPlaces, kSeed));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_nearest: {}\n", error.what());
    return 1;
  }
}
