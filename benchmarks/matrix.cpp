// How long for all pairs of 2 000 places and the people around them within 10 km?
//
// Two questions on each network. "everything": what does each of 2 000 junctions reach, as nodes
// and costs; ours is graph::BoundedSearch, its starts put in order first. "matrix": what do trips
// to 2 000 places cost from each of a great many cells; ours is reach::Matrix as its users meet it,
// every block of rows handed over. The peer is Dijkstra's search with a 4-ary heap and time stamps
// on one thread, which takes the places as they come; for the matrix it looks up the cells of each
// node it reaches. Before the clock starts all have answered, and every cost is equal.
//
// Edges per second are those that leave the nodes within the cutoff, counted by the peer: what
// has to be looked at, however one does it.
//
// Inputs: New York of the 9th DIMACS Implementation Challenge, from $GAPMAP_DATA/graphs, 100 000 of
// whose units are taken for 10 km; and 36 copies of Porto by car, made from $GAPMAP_DATA/osm.

#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <random>
#include <stdexcept>
#include <thread>

#include "benchmarks/car_network.h"
#include "benchmarks/dimacs.h"
#include "benchmarks/heap_search.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/graph/bounded_search.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/reach/matrix.h"

namespace gapmap::benchmarks {
namespace {

constexpr std::size_t kPlaces = 2000;
constexpr std::size_t kNodesPerCell = 6;
constexpr std::size_t kRepetitions = 5;
constexpr std::uint64_t kSeed = 20240229;

using Costs = EdgeCosts<Millimeters>;
using Rows = graph::SearchRows<Millimeters>;
using Search = graph::BoundedSearch<Millimeters>;
using Block = reach::MatrixBlock<Millimeters>;

/// Everybody stands at a junction, so that the peer has one start and each cell one node.
struct World {
  std::string data_set;
  RoadGraph graph;
  Costs costs;
  Millimeters cutoff;
  Profile profile = travel::builtin_profile(Mode::Car);
  reach::Ends ends = {};
};

void settle_everybody(World& world) {
  std::mt19937_64 engine{kSeed};
  auto const anywhere = [&]() -> Attachment {
    for (;;) {
      EdgeId const edge{engine() % world.graph.edges()};
      bool const is_open =
          world.costs[edge].is_finite() || world.costs[world.graph.twin(edge)].is_finite();
      if (!is_open) continue;
      auto const off_road = Meters{static_cast<double>(engine() % 200)};
      bool const is_along = world.graph.direction(edge) == Direction::Along;
      auto const start = is_along ? world.graph.tail(edge) : world.graph.head(edge);
      return {world.graph.segment(edge), world.graph.junction(start), engine() % 2 == 0 ? 0.0 : 1.0,
              off_road};
    }
  };
  for (std::size_t f = 0; f < kPlaces; ++f) world.ends.places.push_back(anywhere());
  for (std::size_t c = 0; c < world.graph.nodes() / kNodesPerCell; ++c)
    world.ends.cells.push_back(anywhere());
}

NodeId node_of(World const& world, Attachment const& at) {
  auto const start = world.graph.node(at.start);
  return at.fraction == 0 ? start
                          : world.graph.head(world.graph.edge(start, at.segment, Direction::Along));
}

Millimeters off_road_of(World const& world, Attachment const& at) {
  return travel::weigh_off_road<Millimeters>(at.off_road, world.profile);
}

void require(bool condition, char const* what) {
  if (!condition) throw std::runtime_error{what};
}

/// Everything around every place, ours, on some threads.
class Everything {
 public:
  explicit Everything(World const& world)
      : rows_{world.graph, world.costs, graph::Heading::WithTravel,
              IdVector<NodeId, char>(world.graph.nodes(), 1)} {
    for (auto const& at : world.ends.places) places_.push_back(node_of(world, at));
    for (unsigned t = 0; t < std::max(1U, std::thread::hardware_concurrency()); ++t)
      searches_.emplace_back(rows_, world.cutoff);
  }

  [[nodiscard]] std::vector<NodeId> const& places() const { return places_; }
  [[nodiscard]] std::size_t threads() const { return searches_.size(); }
  [[nodiscard]] Search& search() { return searches_.front(); }

  /// How many nodes were reached in all.
  std::size_t run(std::size_t threads) {
    auto order = places_;
    std::ranges::sort(order);
    // Parts small enough that threads end together, large enough that neighbours follow each other.
    constexpr std::size_t kPart = 25;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> sum{0};
    auto const work = [&](std::size_t t) {
      std::size_t here = 0;
      for (auto first = next.fetch_add(kPart); first < order.size();
           first = next.fetch_add(kPart)) {
        for (auto i = first; i < std::min(first + kPart, order.size()); ++i) {
          searches_[t].run(std::array{Search::Start{order[i], Millimeters{0}}});
          here += searches_[t].reached().size();
        }
      }
      sum += here;
    };
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t) others.emplace_back(work, t);
    work(0);
    others.clear();
    return sum;
  }

 private:
  Rows rows_;
  std::vector<NodeId> places_;
  std::vector<Search> searches_;
};

/// The matrix by the peer.
class HeapMatrix {
 public:
  struct Stop {
    std::uint32_t cell;
    Millimeters off_road;
  };

  explicit HeapMatrix(World const& world)
      : world_{world},
        search_{world.graph, graph::reversed(world.graph, world.costs)},
        first_(world.graph.nodes() + 1),
        stops_(world.ends.cells.size()) {
    for (auto const& at : world.ends.cells) ++first_[node_of(world, at).value() + 1];
    for (std::size_t n = 1; n < first_.size(); ++n) first_[n] += first_[n - 1];
    auto next = first_;
    for (auto const c : world.ends.cells.ids()) {
      auto const& at = world.ends.cells[c];
      stops_[next[node_of(world, at).value()]++] = {c.value(), off_road_of(world, at)};
    }
  }

  /// Cells of one place, in the order they were come by.
  [[nodiscard]] std::vector<Block::Entry> const& row(PlaceId place) {
    auto const& at = world_.ends.places[place];
    search_.run(std::array{HeapSearch::Start{node_of(world_, at), off_road_of(world_, at)}},
                world_.cutoff);
    row_.clear();
    for (auto const node : search_.reached()) {
      auto const cost = search_.cost(node);
      for (auto s = first_[node.value()]; s < first_[node.value() + 1]; ++s) {
        auto const whole = cost + stops_[s].off_road;
        if (whole <= world_.cutoff) row_.push_back({stops_[s].cell, whole});
      }
    }
    return row_;
  }
  std::size_t run() {
    std::size_t pairs = 0;
    for (auto const place : world_.ends.places.ids()) pairs += row(place).size();
    return pairs;
  }

 private:
  World const& world_;
  HeapSearch search_;
  std::vector<std::uint32_t> first_;
  std::vector<Stop> stops_;
  std::vector<Block::Entry> row_;
};

std::size_t run(reach::Matrix<Millimeters> const& matrix, std::size_t threads) {
  tbb::global_control const only{tbb::global_control::max_allowed_parallelism, threads};
  std::size_t pairs = 0;
  matrix.visit([&](Block const& block) { pairs += block.entries.size(); });
  return pairs;
}

void say_pace(World const& world, std::uint64_t edges, std::vector<Contender> const& contenders,
              std::vector<Quartiles> const& times) {
  for (std::size_t c = 0; c < contenders.size(); ++c) {
    if (!contenders[c].answers) continue;
    fmt::print(stderr, "  {:<28}{:>9.1f} million edges a second ({})\n", contenders[c].method,
               static_cast<double>(edges) / times[c].median_s / 1e6, world.data_set);
  }
}

void print(World const& world, std::string const& question, std::uint64_t edges,
           std::vector<Contender> const& contenders) {
  auto const times = take_times(contenders, kRepetitions);
  print_rows({.data_set = world.data_set + ", " + question,
              .nodes = world.graph.nodes(),
              .edges = world.graph.edges(),
              .repetitions = kRepetitions},
             contenders, times);
  say_pace(world, edges, contenders, times);
}

void measure_everything(World const& world) {
  forget_peak_memory();
  Everything ours{world};
  ours.run(ours.threads());
  auto const memory = peak_memory_mb();
  HeapSearch peer{world.graph, world.costs};
  std::size_t reached = 0;
  for (auto const place : ours.places()) {
    peer.run(std::array{HeapSearch::Start{place, Millimeters{0}}}, world.cutoff);
    ours.search().run(std::array{Search::Start{place, Millimeters{0}}});
    require(peer.reached().size() == ours.search().reached().size(), "the numbers of nodes differ");
    for (auto const node : ours.search().reached())
      require(peer.cost(node) == ours.search().cost(node), "the costs of a node differ");
    reached += peer.reached().size();
  }
  require(ours.run(ours.threads()) == reached, "the threads reach something else");
  require(reached > 100 * kPlaces, "hardly anything is reached: no useful input");
  auto const edges = peer.relaxed();

  std::vector<Contender> contenders{{"bounded search", [&] { ours.run(1); }, memory}};
  if (ours.threads() > 1) {
    contenders.push_back({fmt::format("bounded search, {} threads", ours.threads()),
                          [&] { ours.run(ours.threads()); }, memory});
  }
  contenders.push_back(
      {"heap dijkstra", [&] {
         for (auto const place : ours.places())
           peer.run(std::array{HeapSearch::Start{place, Millimeters{0}}}, world.cutoff);
       }});
  print(world, "everything", edges, contenders);
}

void measure_matrix(World const& world) {
  auto const make = [&] {
    return std::make_unique<reach::Matrix<Millimeters>>(
        world.graph, world.costs, world.ends, world.profile, reach::Rows::Places,
        reach::MatrixOptions<Millimeters>{.cutoff = world.cutoff});
  };
  auto const threads = std::max<std::size_t>(1, std::thread::hardware_concurrency());
  forget_peak_memory();
  auto matrix = make();
  auto const pairs = run(*matrix, threads);
  auto const memory = peak_memory_mb();
  HeapMatrix peer{world};
  std::size_t checked = 0;
  matrix->visit([&](Block const& block) {
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      auto expected = peer.row(PlaceId{block.rows[i]});
      std::ranges::sort(expected, {}, &Block::Entry::column);
      require(std::ranges::equal(expected, block.row(i)), "a row of the matrix differs");
      checked += expected.size();
    }
  });
  require(checked == pairs && pairs > 10 * kPlaces, "hardly any pairs: no useful input");
  HeapSearch counter{world.graph, graph::reversed(world.graph, world.costs)};
  for (auto const& at : world.ends.places)
    counter.run(std::array{HeapSearch::Start{node_of(world, at), off_road_of(world, at)}},
                world.cutoff);
  fmt::print(stderr, "\n{} pairs of {} places and {} cells\n", pairs, kPlaces,
             world.ends.cells.size());

  std::unique_ptr<reach::Matrix<Millimeters>> made;
  std::vector<Contender> contenders{{"matrix set-up", [&] { made = make(); }, memory, false},
                                    {"matrix with set-up", [&] { run(*make(), threads); }, memory},
                                    {"matrix", [&] { run(*matrix, 1); }, memory}};
  if (threads > 1) {
    contenders.push_back(
        {fmt::format("matrix, {} threads", threads), [&] { run(*matrix, threads); }, memory});
  }
  contenders.push_back({"heap dijkstra", [&] { peer.run(); }});
  print(world, "matrix", counter.relaxed(), contenders);
}

void measure(World world) {
  settle_everybody(world);
  measure_everything(world);
  measure_matrix(world);
}

World new_york(WeightedNetwork const& weighted) {
  World world{.data_set = "New York (DIMACS-9 distance)",
              .graph = graph::build(weighted.network),
              .cutoff = Millimeters{100'000}};
  for (std::size_t e = 0; e < world.graph.edges(); ++e)
    world.costs.push_back(weighted.costs[world.graph.segment(EdgeId{e})]);
  return world;
}

World by_car(Extract const& extract) {
  auto const network = read_network(extract);
  World world{.data_set = extract.name + " by car",
              .graph = graph::build(network),
              .cutoff = Millimeters{10'000'000}};
  world.costs = travel::weigh<Millimeters>(network, world.graph, world.profile);
  return world;
}

void run() {
  print_header();
  auto const edges = find_data("graphs/USA-road-d.NY.gr.gz");
  auto const places = find_data("graphs/USA-road-d.NY.co.gz");
  if (edges && places) measure(new_york(read_dimacs(*edges, *places)));
  if (auto const porto = porto_6x6()) measure(by_car(*porto));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_matrix: {}\n", error.what());
    return 1;
  }
}
