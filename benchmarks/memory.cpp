// How many bytes a node and a directed edge does each structure take?
//
// Columns are counted as they are; a search by what it has allocated after its first run, when its
// buckets have grown as far as they will. Rows give that in place of peak memory, and the time of
// making the structure. Before, the columns of the graph are shown to be as much as was allocated
// for it.
//
// Input: 36 copies of the OpenStreetMap extract of Porto, by car, joined (car_network.h).

#include <fmt/format.h>

#include <exception>
#include <memory>
#include <stdexcept>

#include "benchmarks/allocated_memory.h"
#include "benchmarks/car_network.h"
#include "benchmarks/measurement.h"
#include "benchmarks/question.h"
#include "gapmap/graph/k_sweep.h"
#include "gapmap/graph/parallel_sweep.h"
#include "gapmap/graph/reversed.h"

namespace gapmap::benchmarks {
namespace {

constexpr std::size_t kPlaces = 50;
constexpr std::size_t kRepetitions = 3;
constexpr std::uint64_t kSeed = 20240229;

/// Bytes by what there is one of: a node, or a directed edge.
struct Bytes {
  double node = 0;
  double edge = 0;
};

Bytes bytes_of(RoadGraph const& graph) {
  Bytes bytes;
  auto const nodes = static_cast<double>(graph.nodes());
  auto const edges = static_cast<double>(graph.edges());
  RoadGraphColumns::visit(graph, [&](char const* name, auto const& column) {
    auto const size = static_cast<double>(column.size() * sizeof(*column.begin()));
    bool const is_of_nodes = column.size() == graph.nodes() || column.size() == graph.nodes() + 1;
    (is_of_nodes ? bytes.node += size / nodes : bytes.edge += size / edges);
    fmt::print(stderr, "  {:<34}{:>6.1f} bytes {}\n", name, size / (is_of_nodes ? nodes : edges),
               is_of_nodes ? "a node" : "an edge");
  });
  return bytes;
}

/// What lives longer than `make()` of what it returns.
template <class Make>
double bytes_kept(Make const& make) {
  auto const before = allocated_bytes();
  auto const made = make();
  return static_cast<double>(allocated_bytes() - before);
}

void require_counted(Bytes const& columns, WeightedNetwork const& weighted,
                     RoadGraph const& graph) {
  auto const counted = columns.node * static_cast<double>(graph.nodes()) +
                       columns.edge * static_cast<double>(graph.edges());
  auto const allocated = bytes_kept([&] { return graph::build(weighted.network); });
  // The question has one more node and an edge each way for every place.
  if (allocated < 0.99 * counted || allocated > 1.01 * counted) {
    throw std::runtime_error{
        fmt::format("the graph's columns are {:.0f} bytes, allocated {:.0f}", counted, allocated)};
  }
}

void measure(std::string const& data_set, WeightedNetwork const& weighted) {
  auto const question = pose(data_set, weighted, kPlaces, kSeed);
  auto const& graph = question.graph;
  auto const seeds = seeds_of(question);
  auto const nodes = static_cast<double>(graph.nodes());
  auto const edges = static_cast<double>(graph.edges());
  fmt::print(stderr, "\n{}: {} nodes, {} edges\n", data_set, nodes, edges);
  auto const columns = bytes_of(graph);
  require_counted(columns, weighted, graph);

  std::vector<Contender> contenders;
  auto const add = [&](std::string const& what, double bytes, std::string const& share, auto make) {
    contenders.push_back({what + ": " + share, [make] { (void)make(); }, bytes / 1e6, false});
  };
  auto const add_of_nodes = [&](std::string const& what, auto make) {
    auto const bytes = bytes_kept(make);
    add(what, bytes, fmt::format("{:.1f} bytes a node", bytes / nodes), make);
    return bytes;
  };
  auto const graph_bytes = columns.node * nodes + columns.edge * edges;
  add("graph", graph_bytes,
      fmt::format("{:.1f} bytes a node and {:.1f} an edge", columns.node, columns.edge),
      [&] { return graph::build(weighted.network); });
  auto const costs_bytes = static_cast<double>(question.costs.size() * sizeof(Millimeters));
  add("costs of a profile", costs_bytes, fmt::format("{:.1f} bytes an edge", costs_bytes / edges),
      [&] { return question.costs; });
  add("costs against travel", costs_bytes, fmt::format("{:.1f} bytes an edge", costs_bytes / edges),
      [&] { return graph::reversed(graph, question.costs); });
  auto const sweep_bytes = add_of_nodes("sweep and its first run", [&] {
    graph::Sweep<Millimeters> sweep{graph, question.costs};
    sweep.run(seeds);
    return sweep;
  });
  add_of_nodes("sweep on 2 threads and its first run", [&] {
    auto sweep = std::make_unique<graph::ParallelSweep<Millimeters>>(graph, question.costs, 2);
    sweep->run(seeds);
    return sweep;
  });
  add_of_nodes("k-sweep with k = 3 and its first run", [&] {
    auto sweep = std::make_unique<graph::KSweep<Millimeters>>(graph, question.costs, 3);
    sweep->run(seeds);
    return sweep;
  });
  print_rows({.data_set = data_set,
              .nodes = graph.nodes(),
              .edges = graph.edges(),
              .repetitions = kRepetitions},
             contenders, take_times(contenders, kRepetitions));
  constexpr double kNodeBudget = 40;
  constexpr double kEdgeBudget = 12;
  fmt::print(stderr,
             "  graph, costs and sweep: {:.0f} MB; 40 bytes a node and 12 an edge: {:.0f} MB\n",
             (graph_bytes + costs_bytes + sweep_bytes) / 1e6,
             (kNodeBudget * nodes + kEdgeBudget * edges) / 1e6);
}

void run() {
  print_header();
  if (auto const porto = porto_6x6()) measure(porto->name + " by car", read_car_network(*porto));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_memory: {}\n", error.what());
    return 1;
  }
}
