// How long from a place to everything within 10 km of it by car, as stretches of road and as a
// region on the map?
//
// Ours is reach::IsochroneSearch, one workspace for all places, and reach::regions. The peer is
// Boost's dijkstra_shortest_paths_no_color_map_no_init on the same graph, stopped by its visitor at
// 10 km; it keeps its distances between runs and forgets only those it touched, finds distances of
// junctions, and no stretches. Before the clock starts, positions along every road near a place are
// in a stretch if and only if Boost's distances say so; regions are valid by GEOS, nested, hold the
// middle of every stretch of their band, and have no hole under 1 ha.
//
// Each repetition is another of 50 places at random. Inputs: extracts of OpenStreetMap, see
// inputs.h.

#include <fmt/format.h>

#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <cmath>
#include <exception>
#include <functional>
#include <limits>
#include <optional>
#include <random>
#include <stdexcept>

#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/graph/boost_model.h"
#include "gapmap/graph/reversed.h"
#include "gapmap/io/osm_pbf.h"
#include "gapmap/reach/isochrone.h"

namespace gapmap::benchmarks {
namespace {

constexpr std::size_t kPlaces = 50;
constexpr std::size_t kVerified = 10;
constexpr std::uint64_t kSeed = 20240229;
std::vector<Millimeters> const kLimits{Millimeters{1'000'000}, Millimeters{3'000'000},
                                       Millimeters{5'000'000}, Millimeters{10'000'000}};
std::vector<Millimeters> const kLimit{kLimits.back()};

using Search = reach::IsochroneSearch<Millimeters>;
using Stretches = std::vector<reach::Stretch<Millimeters>>;

/// A network by car, and places at the beginning of roads that go both ways.
struct Scene {
  RoadNetwork network;
  RoadGraph graph;
  EdgeCosts<Millimeters> outward;
  Profile profile = travel::builtin_profile(Mode::Car);
  std::vector<Attachment> places;
};

Scene load(Extract const& extract) {
  WorkingFrame const frame{Crs::from_text(extract.crs)};
  auto read = io::read_osm_roads({.source = {.path = extract.path}}, frame);
  Scene scene;
  scene.network = network::assemble(std::move(read.roads), Ruler{frame}).network;
  scene.graph = graph::build(scene.network);
  auto const costs = travel::weigh<Millimeters>(scene.network, scene.graph, scene.profile);
  scene.outward = graph::reversed(scene.graph, costs);
  std::mt19937_64 engine{kSeed};
  while (scene.places.size() < kPlaces) {
    SegmentId const segment{engine() % scene.network.segments.size()};
    auto const along = scene.graph.edge(scene.network, segment, Direction::Along);
    if (scene.outward[along].is_finite() && scene.outward[scene.graph.twin(along)].is_finite())
      scene.places.push_back(Attachment::on(scene.network, segment, 0, Meters{0}));
  }
  return scene;
}

class BoostWithin {
 public:
  explicit BoostWithin(Scene const& scene)
      : scene_{scene}, distances_(scene.graph.nodes(), kInfinite) {}

  void run(Attachment const& place, std::uint32_t limit) {
    for (auto const node : touched_) distances_[node] = kInfinite;
    touched_.clear();
    auto const source = scene_.graph.node(place.start).value();
    distances_[source] = 0;
    touched_.push_back(source);
    boost::identity_property_map const index;
    try {
      boost::dijkstra_shortest_paths_no_color_map_no_init(
          graph::BoostView{&scene_.graph}, source, boost::dummy_property_map{},
          boost::make_iterator_property_map(distances_.begin(), index),
          graph::BoostWeights<EdgeCosts<Millimeters>>{&scene_.outward}, index, std::less<>{},
          boost::closed_plus<std::uint32_t>{kInfinite}, kInfinite, std::uint32_t{0},
          Visitor{{}, this, limit});
    } catch (Beyond) {
    }
  }
  [[nodiscard]] std::uint32_t distance(NodeId node) const { return distances_[node.value()]; }
  [[nodiscard]] std::vector<std::uint32_t> const& touched() const { return touched_; }

 private:
  static constexpr auto kInfinite = std::numeric_limits<std::uint32_t>::max();
  struct Beyond {};
  struct Visitor : boost::dijkstra_visitor<> {
    Visitor(boost::dijkstra_visitor<> base, BoostWithin* of, std::uint32_t limit)
        : boost::dijkstra_visitor<>{base}, self{of}, most{limit} {}
    template <class Graph>
    void discover_vertex(std::uint32_t node, Graph const&) {
      self->touched_.push_back(node);
    }
    template <class Graph>
    void examine_vertex(std::uint32_t node, Graph const&) {
      if (self->distances_[node] > most) throw Beyond{};
    }
    BoostWithin* self;
    std::uint32_t most;
  };

  Scene const& scene_;
  std::vector<std::uint32_t> distances_;
  std::vector<std::uint32_t> touched_;
};

void require(bool condition, SegmentId segment, char const* what) {
  if (!condition) throw std::runtime_error{fmt::format("segment {}: {}", segment.value(), what)};
}

/// Positions along a segment are in a stretch of a band if and only if their distance is within the
/// limit.
void verify_segment(Scene const& scene, SegmentId segment, BoostWithin const& peer,
                    std::span<reach::Stretch<Millimeters> const> stretches) {
  auto const along = scene.graph.edge(scene.network, segment, Direction::Along);
  auto const from = [&](NodeId node, EdgeId edge, double part) {
    bool const is_way =
        peer.distance(node) <= kLimit.back().value() && scene.outward[edge].is_finite();
    return is_way ? peer.distance(node) + part * scene.outward[edge].value()
                  : std::numeric_limits<double>::infinity();
  };
  constexpr int kPositions = 8;
  for (int i = 0; i <= kPositions; ++i) {
    double const at = static_cast<double>(i) / kPositions;
    double const distance =
        std::min(from(scene.graph.tail(along), along, at),
                 from(scene.graph.head(along), scene.graph.twin(along), 1 - at));
    for (std::size_t band = 0; band < kLimits.size(); ++band) {
      double const limit = kLimits[band].value();
      if (std::abs(distance - limit) < 1) continue;
      bool const is_found = std::ranges::any_of(
          stretches, [&](auto const& s) { return s.from <= at && at <= s.to && s.band <= band; });
      require(is_found == (distance < limit), segment, "the distances differ");
    }
  }
}

void verify_stretches(Scene const& scene, BoostWithin const& peer, Stretches const& stretches) {
  std::size_t reached = 0;
  for (auto const touched : peer.touched()) {
    for (auto const edge : scene.graph.out(NodeId{touched})) {
      auto const segment = scene.graph.segment(edge);
      auto const segment_of = &reach::Stretch<Millimeters>::segment;
      std::span const of_segment{std::ranges::lower_bound(stretches, segment, {}, segment_of),
                                 std::ranges::upper_bound(stretches, segment, {}, segment_of)};
      verify_segment(scene, segment, peer, of_segment);
      reached += of_segment.empty() ? 0 : 1;
    }
  }
  if (reached < stretches.size() / 2) throw std::runtime_error{"stretches lie elsewhere"};
}

void verify_regions(Scene const& scene, Stretches const& stretches,
                    std::vector<Area> const& regions) {
  for (std::size_t band = 0; band < regions.size(); ++band) {
    auto const& region = regions[band];
    if (!is_valid(region)) throw std::runtime_error{"a region is not valid"};
    PreparedArea const prepared{region};
    if (band > 0 && !prepared.covers(regions[band - 1]))
      throw std::runtime_error{"the regions are not nested"};
    for (std::size_t part = 0; part < region.part_ends.size(); ++part) {
      for (auto hole = region.first_ring(part) + 1; hole < region.part_ends[part]; ++hole) {
        Area alone{{region.ring(hole).begin(), region.ring(hole).end()}, {}, {}};
        alone.close_ring();
        alone.close_part();
        if (std::abs(area_m2(alone)) < 1e4) throw std::runtime_error{"a hole is under 1 ha"};
      }
    }
    for (auto const& s : stretches) {
      bool const is_drawn =
          s.band <= band && !scene.network.segments[s.segment].attributes.is_ferry();
      if (!is_drawn) continue;
      auto const half = reach::cut_shape(scene.network, s.segment, s.from, (s.from + s.to) / 2);
      require(prepared.covers(half.back()), s.segment, "its middle is not in its region");
    }
  }
}

void measure(std::string const& data_set, Scene const& scene) {
  std::optional<Search> made;
  forget_peak_memory();
  Search search{scene.graph, scene.outward, scene.profile};
  BoostWithin peer{scene};
  double length_km = 0;
  for (std::size_t p = 0; p < kVerified; ++p) {
    auto const places = std::span{scene.places}.subspan(p, 1);
    auto const stretches = search.run(places, kLimits);
    peer.run(places[0], kLimit.back().value());
    verify_stretches(scene, peer, stretches);
    verify_regions(scene, stretches,
                   reach::regions<Millimeters>(stretches, kLimits.size(), scene.network));
    for (auto const& s : stretches)
      length_km += (s.to - s.from) * scene.network.length(s.segment).value() / 1000;
  }
  fmt::print(stderr, "\n{}: {:.0f} km of road are reached from a place\n", data_set,
             length_km / kVerified);

  // Every contender takes the places in the same order.
  auto const in_turn = [&](auto work) {
    return [&scene, work, turn = std::size_t{0}]() mutable {
      work(std::span{scene.places}.subspan(turn++ % kPlaces, 1));
    };
  };
  auto const draw = [&](auto const& places, std::vector<Millimeters> const& limits) {
    (void)reach::regions<Millimeters>(search.run(places, limits), limits.size(), scene.network);
  };
  auto const memory = peak_memory_mb();
  std::vector<Contender> const contenders{
      {"search set-up", [&] { made.emplace(scene.graph, scene.outward, scene.profile); }, memory,
       false},
      {"stretches", in_turn([&](auto places) { (void)search.run(places, kLimit); }), memory},
      {"stretches and region", in_turn([&](auto places) { draw(places, kLimit); }), memory, false},
      {"the same, 1, 3, 5 and 10 km", in_turn([&](auto places) { draw(places, kLimits); }), memory,
       false},
      {"boost dijkstra", in_turn([&](auto places) { peer.run(places[0], kLimit.back().value()); }),
       memory}};
  print_rows({.data_set = data_set,
              .nodes = scene.graph.nodes(),
              .edges = scene.graph.edges(),
              .repetitions = kPlaces},
             contenders, take_times(contenders, kPlaces));
}

void run() {
  print_header();
  for (auto const& extract : osm_extracts()) measure(extract.name, load(extract));
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_isochrone: {}\n", error.what());
    return 1;
  }
}
