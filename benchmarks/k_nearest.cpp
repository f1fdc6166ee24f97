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
// copies of the OpenStreetMap extract of Porto, by car and in metres, which one road joins to each
// other, so that nearly every junction reaches all 50 places. The extract is made beside the
// program's temporary files and kept.

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <random>
#include <stdexcept>

#include "benchmarks/dimacs.h"
#include "benchmarks/heap_k_nearest.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "benchmarks/question.h"
#include "benchmarks/tiled_extract.h"
#include "gapmap/access/pieces.h"
#include "gapmap/graph/k_sweep.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/network/assemble.h"

namespace gapmap::benchmarks {
namespace {

namespace fs = std::filesystem;
using Seeds = std::vector<graph::Seed<Millimeters>>;
using Costs = EdgeCosts<Millimeters>;
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

void measure(Setting const& setting, RoadGraph const& graph, Costs const& costs,
             Seeds const& seeds) {
  constexpr std::size_t kMost = 3;
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
  auto const times = take_times(contenders, setting.repetitions);
  print_rows(setting, contenders, times);
  fmt::print(stderr, "  k = 3 takes {:.2f} times, k = 2 {:.2f} times as long as the sweep\n",
             times[3].median_s / times[0].median_s, times[2].median_s / times[0].median_s);
}

/// Where larger data sets lie: GAPMAP_DATA, else a folder beside the repository.
fs::path data_folder() {
  auto const* const chosen = std::getenv("GAPMAP_DATA");
  return chosen != nullptr ? fs::path{chosen}
                           : fs::path{GAPMAP_SOURCE_DIR}.parent_path() / "shared/data";
}

void measure_new_york() {
  auto const graphs = data_folder() / "graphs";
  auto const question = pose(
      "New York (DIMACS-9)",
      read_dimacs(graphs / "USA-road-d.NY.gr.gz", graphs / "USA-road-d.NY.co.gz"), kPlaces, kSeed);
  Seeds seeds;
  for (auto const node : question.places)
    seeds.push_back({node, Millimeters{0}, static_cast<std::uint32_t>(seeds.size())});
  measure({.data_set = question.data_set,
           .nodes = question.graph.nodes(),
           .edges = question.graph.edges(),
           .repetitions = 21},
          question.graph, question.costs, seeds);
}

/// What a car may travel of a network, to be joined and to have places.
struct CarRoads {
  RoadGraph graph;
  Costs costs;
  Pieces pieces;

  explicit CarRoads(RoadNetwork const& network)
      : graph{graph::build(network)},
        costs{travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car))},
        pieces{access::find_pieces(network, graph, costs, Meters{1000})} {}
};

/// A road from each large piece to the next, between the ends of segments in the middle of their
/// lists.
void join_pieces(RoadNetwork& network, Ruler const& ruler) {
  CarRoads const roads{network};
  constexpr Meters kLarge{100'000};
  IdVector<PieceId, std::vector<SegmentId>> segments(roads.pieces.pieces.size());
  for (auto const s : network.segments.ids()) {
    if (roads.pieces.is_usable(s)) segments[roads.pieces.of_segment[s]].push_back(s);
  }
  JunctionId last;
  for (auto const piece : segments.ids()) {
    if (roads.pieces.pieces[piece].length < kLarge) continue;
    auto const here = network.segments[segments[piece][segments[piece].size() / 2]].from;
    if (!last.is_none()) {
      std::vector<Point> const line{network.junctions[last], network.junctions[here]};
      network.segments.push_back({last, here, {RoadClass::Primary}});
      network.shapes.push_back(line);
      ruler.append_along(line, network.along);
    }
    last = here;
  }
}

void measure_porto() {
  auto const large = fs::temp_directory_path() / "gapmap-porto-6x6.osm.pbf";
  if (!fs::exists(large)) write_tiled_extract(data_folder() / "osm/porto.osm.pbf", large, {});
  WorkingFrame const frame{Crs::from_text("EPSG:32629")};
  Ruler const ruler{frame};
  auto network = network::assemble(
                     io::read_osm_roads({.source = {.path = large.string()}}, frame).roads, ruler)
                     .network;
  join_pieces(network, ruler);
  CarRoads const roads{network};
  std::mt19937_64 engine{kSeed};
  Seeds seeds;
  while (seeds.size() < kPlaces) {
    SegmentId const segment{engine() % network.segments.size()};
    if (!roads.pieces.is_usable(segment)) continue;
    seeds.push_back({roads.graph.node(network.segments[segment].to), Millimeters{0},
                     static_cast<std::uint32_t>(seeds.size())});
  }
  measure({.data_set = "porto 6x6 by car, joined",
           .nodes = roads.graph.nodes(),
           .edges = roads.graph.edges(),
           .repetitions = 7},
          roads.graph, roads.costs, seeds);
}

void run() {
  print_header();
  auto const measure_if = [](char const* needed, void (*work)()) {
    if (auto const path = data_folder() / needed; fs::exists(path)) return work();
    fmt::print(stderr, "left out: there is no {}; set GAPMAP_DATA\n",
               (data_folder() / needed).string());
  };
  measure_if("graphs/USA-road-d.NY.gr.gz", measure_new_york);
  measure_if("osm/porto.osm.pbf", measure_porto);
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
