// How long until a what-if is answered: one more place, one moved, one less?
//
// Ours is reach::EditableNearest, with 50, 500 and 5000 places and a cell for every six junctions;
// places and cells stand at random positions of random roads. Each round adds a place, asks for the
// table, moves the place two junctions on and removes it. What it is held against, in the same
// rounds, is one graph::Sweep from all places, on one thread, which finds the nearest place of
// every junction and of no cell; and reach::nearest on one thread, which finds the same table from
// scratch. Before the clock starts the tables of both are equal in every column after edits of each
// kind, and once more after the last.
//
// Inputs: New York of the 9th DIMACS Implementation Challenge, distances, from $GAPMAP_DATA/graphs,
// and by car 36 copies of the OpenStreetMap extract of Porto.

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <random>
#include <stdexcept>

#include "benchmarks/car_network.h"
#include "benchmarks/dimacs.h"
#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/nearest.h"

namespace gapmap::benchmarks {
namespace {

constexpr std::uint64_t kSeed = 20240229;
constexpr std::size_t kPlacesTried = 50;
constexpr std::size_t kNodesPerCell = 6;

using Costs = EdgeCosts<Millimeters>;
using Editable = reach::EditableNearest<Millimeters>;

struct Roads {
  std::string name;
  RoadNetwork const& network;
  RoadGraph graph;
  Costs costs;
  Profile profile = travel::builtin_profile(Mode::Car);

  Roads(std::string what, WeightedNetwork const& weighted)
      : name{std::move(what)},
        network{weighted.network},
        graph{graph::build(weighted.network)},
        costs(weighted.costs.size() * 2) {
    for (auto const edge : costs.ids()) {
      auto const segment = graph.segment(edge);
      bool const is_against =
          graph.direction(edge) == Direction::Against && !weighted.against.empty();
      costs[edge] = is_against ? weighted.against[segment] : weighted.costs[segment];
    }
  }
};

class Chance {
 public:
  explicit Chance(Roads const& roads) : network_{roads.network}, graph_{roads.graph} {}

  Attachment anywhere() { return on(SegmentId{engine_() % (graph_.edges() / 2)}); }

  /// On a road that leaves the second junction on some way from there.
  Attachment two_junctions_on(Attachment const& from) {
    auto const node = graph_.node(network_.segments[from.segment].to);
    return on(graph_.segment(leave(graph_.head(leave(node)))));
  }

 private:
  Attachment on(SegmentId segment) {
    return Attachment::on(network_, segment, static_cast<double>(engine_() >> 11U) * 0x1.0p-53,
                          Meters{0});
  }
  EdgeId leave(NodeId node) {
    auto const first = graph_.first_out()[node.value()];
    return EdgeId{first + engine_() % (graph_.first_out()[node.value() + 1] - first)};
  }
  RoadNetwork const& network_;
  RoadGraph const& graph_;
  std::mt19937_64 engine_{kSeed};
};

reach::Ends ends_of(Roads const& roads, std::size_t places) {
  Chance chance{roads};
  reach::Ends ends;
  for (std::size_t i = 0; i < roads.graph.nodes() / kNodesPerCell; ++i)
    ends.cells.push_back(chance.anywhere());
  for (std::size_t i = 0; i < places; ++i) ends.places.push_back(chance.anywhere());
  return ends;
}

ReachTable<Millimeters> from_scratch(Roads const& roads, reach::Ends const& ends) {
  return reach::nearest<Millimeters>(roads.graph, roads.costs, ends, roads.profile, {.threads = 1});
}

void verify(Roads const& roads, Editable& edited, char const* when) {
  auto const& table = edited.table();
  auto const expected = from_scratch(roads, edited.ends());
  bool const is_same =
      table.first_reach == expected.first_reach && table.reaches == expected.reaches &&
      table.connections == expected.connections && table.off_road == expected.off_road &&
      table.place_off_road == expected.place_off_road &&
      table.place_is_attached == expected.place_is_attached;
  if (!is_same) throw std::runtime_error{fmt::format("another table {}", when)};
  if (table.reaches.size() * 2 < table.connections.size())
    throw std::runtime_error{"most cells reach no place: no useful input"};
}

void measure(Roads const& roads, std::size_t places) {
  auto const ends = ends_of(roads, places);
  forget_peak_memory();
  Editable edited{roads.graph, roads.costs, ends, roads.profile};
  (void)edited.table();
  auto const memory = peak_memory_mb();

  Chance chance{roads};
  PlaceId tried;
  auto const add = [&] { tried = edited.add(chance.anywhere()); };
  auto const move = [&] {
    edited.move(tried, chance.two_junctions_on(edited.ends().places[tried]));
  };
  auto const remove = [&] { edited.remove(tried); };
  for (int i = 0; i < 3; ++i) {
    add();
    verify(roads, edited, "with one place more");
    move();
    verify(roads, edited, "with one place moved");
    remove();
    verify(roads, edited, "with one place less");
  }

  auto const against_travel = graph::reversed(roads.graph, roads.costs);
  graph::Sweep<Millimeters> sweep{roads.graph, against_travel};
  std::vector<graph::Seed<Millimeters>> seeds;
  for (auto const f : ends.places.ids()) {
    reach::append_seeds(roads.graph, roads.costs, roads.profile, ends.places[f], f.value(), seeds);
  }
  // What of an edit is the labels of nodes alone, without cells and table.
  graph::EditableSweep<Millimeters> labels{roads.graph, against_travel};
  labels.add(seeds);
  auto const one_more = static_cast<std::uint32_t>(ends.places.size());
  auto const add_labels = [&] {
    std::vector<graph::Seed<Millimeters>> more;
    reach::append_seeds(roads.graph, roads.costs, roads.profile, chance.anywhere(), one_more, more);
    (void)labels.add(more);
  };
  std::size_t changed = 0;
  std::vector<Contender> contenders{
      {"add", add, memory},
      {"table after it", [&] { changed += edited.changed().size(), (void)edited.table(); }, 0,
       false},
      {"move", move, memory},
      {"remove", remove, memory}};
  contenders.push_back({"labels of one more", add_labels, 0, false});
  contenders.push_back({"labels of one less", [&] { (void)labels.remove(one_more); }, 0, false});
  auto const last = Contender{"sweep", [&] { sweep.run(seeds); }};
  contenders.push_back(last);
  auto times = take_times(contenders, kPlacesTried);
  verify(roads, edited, "in the end");
  Contender const nearest{"nearest", [&] { (void)from_scratch(roads, ends); }};
  contenders.insert(contenders.end() - 1, nearest);
  times.insert(times.end() - 1, take_times({nearest}, 5).front());

  print_rows({.data_set = fmt::format("{}, {} places", roads.name, places),
              .nodes = roads.graph.nodes(),
              .edges = roads.graph.edges(),
              .repetitions = kPlacesTried},
             contenders, times);
  auto const share = [&](std::size_t of, std::size_t in) {
    return 100 * times[of].median_s / times[in].median_s;
  };
  fmt::print(
      stderr,
      "  of the sweep: add {:.2f} % (its labels {:.2f} %), move {:.2f} %, remove {:.2f} %; of "
      "nearest: add {:.3f} %; {:.2f} % of the cells change\n",
      share(0, 7), share(4, 7), share(2, 7), share(3, 7), share(0, 6),
      100.0 * static_cast<double>(changed) /
          static_cast<double>((kPlacesTried + 1) * ends.cells.size()));
}

void measure_all(Roads const& roads) {
  for (auto const places : {50U, 500U, 5000U}) measure(roads, places);
}

void run() {
  print_header();
  auto const edges = find_data("graphs/USA-road-d.NY.gr.gz");
  auto const places = find_data("graphs/USA-road-d.NY.co.gz");
  if (edges && places) measure_all({"New York (DIMACS-9)", read_dimacs(*edges, *places)});
  if (auto const porto = porto_6x6())
    measure_all({porto->name + " by car", read_car_network(*porto)});
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_incremental: {}\n", error.what());
    return 1;
  }
}
