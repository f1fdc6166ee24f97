#include "gapmap/io/detail/whole_network.h"

#include <algorithm>
#include <cmath>

#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kAtOnce = 16384;

/// Whether `holds` is true for every number below `size`.
template <class Holds>
bool all_below(std::size_t size, Holds const& holds) {
  Blocks const blocks{size, kAtOnce};
  std::vector<char> are_good(blocks.count(), 1);
  blocks.each([&](Block const& block) {
    for (auto i = block.first; i < block.end; ++i) {
      if (!holds(i)) are_good[block.number] = 0;
    }
  });
  return std::ranges::find(are_good, char{0}) == are_good.end();
}

bool is_finite(Point p) { return std::isfinite(p.x) && std::isfinite(p.y); }

template <class Enumeration>
bool is_one_of(Enumeration value, std::size_t count) {
  return static_cast<std::size_t>(value) < count;
}

bool is_known(Segment const& segment) {
  constexpr std::size_t kEntries = 3;
  constexpr std::size_t kControls = 3;
  auto const& road = segment.attributes;
  auto const are_known = [](ModeSet modes) { return (modes | ModeSet::all()) == ModeSet::all(); };
  return is_one_of(road.road_class, kRoadClasses) && is_one_of(road.surface, kSurfaces) &&
         is_one_of(road.level, kLevels) && is_one_of(road.entry, kEntries) &&
         std::ranges::all_of(road.permitted, are_known) &&
         std::ranges::all_of(segment.control,
                             [](Control control) { return is_one_of(control, kControls); }) &&
         std::isfinite(road.ferry_speed_mps) && road.ferry_speed_mps >= 0;
}

/// Whether offsets ascend from 0 to `end`.
bool are_offsets(auto const& offsets, std::size_t end) {
  return !offsets.empty() && offsets[0] == 0 && offsets.back() == end &&
         all_below(offsets.size() - 1, [&](std::size_t i) { return offsets[i] <= offsets[i + 1]; });
}

/// Whether the points of a shape are no farther apart than its lengths allow. Lengths are on the
/// ground, points in the plane, which projections stretch: Mercator's twice in Finland, tenfold at
/// 84 degrees of latitude. Roads of astronomical length would keep a search for places near them
/// busy for days.
bool is_as_long_as_told(std::span<Point const> points, std::span<double const> along) {
  constexpr double kMostStretched = 100;
  for (std::size_t p = 1; p < points.size(); ++p) {
    double const most = kMostStretched * (along[p] - along[p - 1]) + 1;
    if (!(std::hypot(points[p].x - points[p - 1].x, points[p].y - points[p - 1].y) <= most))
      return false;
  }
  return true;
}

void expect_whole_shapes(RoadNetwork const& network) {
  auto const& shapes = network.shapes;
  expects(shapes.first_points().size() == network.segments.size() + 1 &&
              are_offsets(shapes.first_points(), shapes.points().size()) &&
              network.along.size() == shapes.points().size(),
          "every segment has its shape");
  expects(all_below(shapes.points().size(),
                    [&](std::size_t p) { return is_finite(shapes.points()[p]); }) &&
              all_below(network.junctions.size(),
                        [&](std::size_t j) { return is_finite(network.junctions[JunctionId{j}]); }),
          "every point is somewhere");
  expects(all_below(shapes.size(),
                    [&](std::size_t s) {
                      if (shapes[s].size() < 2) return false;
                      auto const along = network.along_shape(SegmentId{s});
                      return along.front() == 0 && std::isfinite(along.back()) &&
                             std::ranges::is_sorted(along) && is_as_long_as_told(shapes[s], along);
                    }),
          "every shape has two points and more, and lengths that rise along it");
}

void expect_whole_segments(RoadNetwork const& network) {
  auto const junctions = network.junctions.size();
  expects(all_below(network.segments.size(),
                    [&](std::size_t s) {
                      auto const& segment = network.segments[SegmentId{s}];
                      return segment.from.value() < junctions && segment.to.value() < junctions &&
                             is_known(segment);
                    }),
          "every segment has two junctions and attributes that are known");
  expects(network.names.empty() || network.names.size() == network.segments.size(),
          "every segment has its name, or none has");
  expects(all_below(network.names.size(),
                    [&](std::size_t s) {
                      auto const name = network.names[SegmentId{s}];
                      return name.is_none() || name.value() < network.name_pool.size();
                    }),
          "every name is one of those there are");
  auto const& copies = network.originals_of_copies;
  auto const& split = network.originals_of_split_junctions;
  expects(copies.size() <= network.segments.size() && split.size() <= junctions,
          "every copy has its original");
  expects(
      std::ranges::is_sorted(copies) &&
          all_below(
              copies.size(),
              [&](std::size_t c) { return copies[c].value() < network.originals().size(); }) &&
          all_below(split.size(),
                    [&](std::size_t c) { return split[c].value() < network.original_junctions(); }),
      "every copy has its original");
}

void expect_whole_graph(RoadNetwork const& network, RoadGraph const& graph) {
  auto const nodes = network.junctions.size();
  bool const has_sizes = RoadGraphColumns::has_sizes(graph, network);
  expects(has_sizes && are_offsets(graph.first_out(), 2 * network.segments.size()),
          "the graph is as large as its network");
  expects(all_below(nodes,
                    [&](std::size_t n) {
                      auto const junction = graph.junction(NodeId{n});
                      return junction.value() < nodes && graph.node(junction) == NodeId{n};
                    }),
          "every node is a junction, and every junction a node");
  // Every edge belongs to a segment and leaves from its node. There are as many edges as expected,
  // and none occurs twice, as each row ascends; therefore they are complete.
  expects(all_below(nodes,
                    [&](std::size_t n) {
                      std::uint64_t before = 0;
                      for (auto const edge : graph.out(NodeId{n})) {
                        auto const segment = graph.segment(edge);
                        if (segment.value() >= network.segments.size()) return false;
                        bool const is_along = graph.direction(edge) == Direction::Along;
                        auto const& ends = network.segments[segment];
                        auto const code =
                            2 * std::uint64_t{segment.value()} + (is_along ? 0 : 1) + 1;
                        bool const fits =
                            graph.node(is_along ? ends.from : ends.to) == NodeId{n} &&
                            graph.node(is_along ? ends.to : ends.from) == graph.head(edge);
                        if (!fits || code <= before) return false;
                        before = code;
                      }
                      return true;
                    }),
          "every edge of the graph is one of a segment");
  expects(RoadGraphColumns::has_copies(graph, network), "every copy in the graph has its original");
}

}  // namespace

void expect_whole(RoadNetwork const& network, RoadGraph const& graph) {
  expect_whole_shapes(network);
  expect_whole_segments(network);
  expect_whole_graph(network, graph);
}

}  // namespace gapmap::io
