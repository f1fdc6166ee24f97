// How long to attach 100 000 points to the nearest road, the index included?
//
// Ours is access::attach. The peer is an R-tree of Boost.Geometry over every single straight piece
// of road, packed, then the nearest piece and the position on it, on as many threads; it has no
// rule for ties and measures in the plane only. Before the clock starts every point's planar
// distance is that of the peer, and the road and position of a sample are those that brute force
// finds.
//
// The points are homes as they lie: four of five within some 100 m of a random bend of a road, the
// others anywhere.

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <exception>
#include <filesystem>
#include <iterator>
#include <random>
#include <stdexcept>

#include "benchmarks/inputs.h"
#include "benchmarks/measurement.h"
#include "benchmarks/peak_memory.h"
#include "gapmap/access/attach.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/io/read_roads.h"

namespace gapmap::benchmarks {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

constexpr std::size_t kPoints = 100'000;
constexpr std::size_t kSample = 200;
constexpr double kNearRoad = 100;  // metres, one standard deviation
constexpr std::uint32_t kSeed = 20240229;

std::vector<Point> homes(RoadNetwork const& network) {
  std::mt19937 random{kSeed};
  auto const& bends = network.shapes.points();
  Box box;
  for (auto const p : bends) box.extend(p);
  std::uniform_int_distribution<std::size_t> bend{0, bends.size() - 1};
  std::uniform_real_distribution<double> x{box.min.x, box.max.x};
  std::uniform_real_distribution<double> y{box.min.y, box.max.y};
  std::normal_distribution<double> off{0, kNearRoad};
  std::vector<Point> points;
  for (std::size_t i = 0; i < kPoints; ++i) {
    auto const p = bends[bend(random)];
    points.push_back(i % 5 == 0 ? Point{x(random), y(random)}
                                : Point{p.x + off(random), p.y + off(random)});
  }
  return points;
}

/// Calls visit(segment, a, b, along a, along b) for every piece that may be attached to, in order.
template <class Visit>
void for_each_piece(RoadNetwork const& network, Visit&& visit) {
  for (auto const segment : network.segments.ids()) {
    auto const shape = network.shape(segment);
    auto const along = network.along_shape(segment);
    if (network.segments[segment].attributes.is_ferry()) {
      visit(segment, shape.front(), shape.front(), 0.0, 0.0);
      visit(segment, shape.back(), shape.back(), along.back(), along.back());
      continue;
    }
    for (std::size_t i = 0; i + 1 < shape.size(); ++i)
      visit(segment, shape[i], shape[i + 1], along[i], along[i + 1]);
  }
}

/// Distance in the plane and where: for the sample.
struct OnRoad {
  double distance = std::numeric_limits<double>::infinity();
  SegmentId segment = SegmentId::none();
  double along = 0;
};

OnRoad by_brute_force(Point p, RoadNetwork const& network) {
  OnRoad best;
  for_each_piece(network, [&](SegmentId segment, Point a, Point b, double from, double to) {
    auto const [point, t] = nearest_on_piece(p, a, b);
    double const distance = planar_distance(p, point).value();
    if (distance < best.distance) best = {distance, segment, from + t * (to - from)};
  });
  return best;
}

class Peer {
 public:
  explicit Peer(RoadNetwork const& network) {
    std::vector<Piece> pieces;
    pieces.reserve(network.shapes.points().size());
    for_each_piece(network, [&](SegmentId, Point a, Point b, double, double) {
      pieces.push_back({{a.x, a.y}, {b.x, b.y}});
    });
    tree_ = Tree{pieces};
  }
  [[nodiscard]] std::vector<double> distances(std::vector<Point> const& points) const {
    std::vector<double> result(points.size());
    tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t i) {
      auto const piece = tree_.qbegin(bgi::nearest(TreePoint{points[i].x, points[i].y}, 1));
      auto const [on_road, t] =
          nearest_on_piece(points[i], {bg::get<0, 0>(*piece), bg::get<0, 1>(*piece)},
                           {bg::get<1, 0>(*piece), bg::get<1, 1>(*piece)});
      result[i] = planar_distance(points[i], on_road).value();
    });
    return result;
  }

 private:
  using TreePoint = bg::model::d2::point_xy<double>;
  using Piece = bg::model::segment<TreePoint>;
  using Tree = bgi::rtree<Piece, bgi::rstar<16>>;
  Tree tree_;
};

/// Where an attachment says that the road is met.
Point position(Attachment const& at, RoadNetwork const& network) {
  auto const shape = network.shape(at.segment);
  auto const along = network.along_shape(at.segment);
  double const metres = at.fraction * along.back();
  auto const next = std::ranges::lower_bound(along.subspan(1, along.size() - 2), metres);
  auto const i = static_cast<std::size_t>(std::distance(along.begin() + 1, next));
  double const length = along[i + 1] - along[i];
  double const t = length > 0 ? (metres - along[i]) / length : 0;
  return {shape[i].x + t * (shape[i + 1].x - shape[i].x),
          shape[i].y + t * (shape[i + 1].y - shape[i].y)};
}

void verify(std::vector<Point> const& points, std::vector<Attachment> const& attached,
            std::vector<double> const& distances, RoadNetwork const& network) {
  constexpr double kRounding = 1e-3;  // metres, of a fraction of the longest segments
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto const distance = planar_distance(points[i], position(attached[i], network)).value();
    if (!(std::abs(distance - distances[i]) < kRounding)) {
      throw std::runtime_error{fmt::format(
          "point {} is {} m from its road, the nearest is {} m away", i, distance, distances[i])};
    }
  }
  for (std::size_t i = 0; i < points.size(); i += points.size() / kSample) {
    auto const expected = by_brute_force(points[i], network);
    double const along = attached[i].fraction * network.length(attached[i].segment).value();
    if (attached[i].segment != expected.segment || std::abs(along - expected.along) > kRounding)
      throw std::runtime_error{fmt::format("point {} is not attached as by brute force", i)};
  }
}

void measure(Extract const& source, std::size_t repetitions) {
  WorkingFrame const frame{Crs::from_text(source.crs)};
  auto const network =
      network::assemble(io::read_roads({.source = {.path = source.path}}, frame).roads,
                        Ruler{frame})
          .network;
  auto const points = homes(network);
  access::AttachOptions const anywhere{.max_off_road = Meters::infinite()};
  auto const ours = [&] { return access::attach(points, network, frame, anywhere); };
  forget_peak_memory();
  auto const attached = ours();
  auto const memory = peak_memory_mb();
  forget_peak_memory();
  auto const distances = Peer{network}.distances(points);
  auto const peer_memory = peak_memory_mb();
  verify(points, attached, distances, network);
  std::vector<Contender> const contenders{
      {"attach", [&] { (void)ours(); }, memory},
      {"  index and one point",
       [&] { (void)access::attach(std::span{points}.first(1), network, frame, anywhere); }, memory,
       false},
      {"R-tree of pieces (Boost)", [&] { (void)Peer{network}.distances(points); }, peer_memory}};
  print_rows({.data_set = source.name,
              .nodes = network.junctions.size(),
              .edges = 2 * network.segments.size(),
              .repetitions = repetitions},
             contenders, take_times(contenders, repetitions));
}

void run() {
  print_header();
  for (auto const& extract : osm_extracts()) {
    bool const is_large = std::filesystem::file_size(extract.path) > 50'000'000;
    measure(extract, is_large ? 3 : 7);
  }
}

}  // namespace
}  // namespace gapmap::benchmarks

int main() {
  try {
    gapmap::benchmarks::run();
    return 0;
  } catch (std::exception const& error) {
    fmt::print(stderr, "benchmark_attach: {}\n", error.what());
    return 1;
  }
}
