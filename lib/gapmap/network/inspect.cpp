#include "gapmap/network/inspect.h"

#include <algorithm>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"

namespace gapmap::network {
namespace {

IdVector<JunctionId, std::uint32_t> segment_ends(RoadNetwork const& network) {
  IdVector<JunctionId, std::uint32_t> ends(network.junctions.size(), 0);
  for (auto const id : network.originals()) {
    auto const& segment = network.segments[id];
    ++ends[segment.from];
    ++ends[segment.to];
  }
  return ends;
}

/// Returns the position on `shape` nearest to `p`.
NearestOnPiece nearest_on(std::span<Point const> shape, Point p) {
  NearestOnPiece best{shape.front(), 0};
  for (std::size_t i = 0; i + 1 < shape.size(); ++i) {
    auto const candidate = nearest_on_piece(p, shape[i], shape[i + 1]);
    if (planar_distance(p, candidate.point) < planar_distance(p, best.point)) best = candidate;
  }
  return best;
}

}  // namespace

std::vector<NearMiss> near_misses(RoadNetwork const& network, Meters within) {
  auto const ends = segment_ends(network);
  std::vector<Box> boxes;
  for (auto const s : network.originals()) {
    Box box;
    for (auto const p : network.shape(s)) box.extend(p);
    boxes.push_back(box);
  }
  BoxTree const tree{boxes};
  std::vector<NearMiss> misses;
  for (auto const junction : network.junctions.ids()) {
    if (ends[junction] != 1) continue;
    auto const p = network.junctions[junction];
    Box around;
    around.extend(p);
    std::optional<NearMiss> nearest;
    bool is_ferry_end = false;
    for (auto const candidate : tree.touching(around.grown(within.value()))) {
      SegmentId const other{candidate};
      auto const& segment = network.segments[other];
      if (segment.from == junction || segment.to == junction) {
        is_ferry_end = is_ferry_end || segment.attributes.is_ferry();
        continue;
      }
      if (segment.attributes.is_ferry()) continue;
      auto const on_road = nearest_on(network.shape(other), p).point;
      auto const distance = planar_distance(p, on_road);
      if (distance < within && (!nearest || distance < nearest->distance)) {
        nearest = NearMiss{junction, other, on_road, distance};
      }
    }
    if (nearest && !is_ferry_end) misses.push_back(*nearest);
  }
  return misses;
}

std::vector<OddSpeed> odd_speeds(RoadNetwork const& network) {
  std::vector<OddSpeed> odd;
  for (auto const id : network.originals()) {
    auto const& road = network.segments[id].attributes;
    for (auto const limit : road.speed_limit) {
      bool const is_odd = limit.is_posted() && (limit.kmh() < 5 || limit.kmh() > 120);
      bool const is_said = !odd.empty() && odd.back().segment == id;
      if (is_odd && !is_said) odd.push_back({id, limit.kmh()});
    }
    double const crossing_kmh = double{road.ferry_speed_mps} * 3.6;
    if (crossing_kmh > 0 && (crossing_kmh < 3 || crossing_kmh > 60))
      odd.push_back({id, crossing_kmh});
  }
  return odd;
}

}  // namespace gapmap::network
