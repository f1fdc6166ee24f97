#pragma once
// Road networks by chance, ugly on purpose: loops, parallel edges, edges of no or hardly any
// length, isolated junctions and several components in every one of them; one-way roads, gates,
// quays, classes, surfaces and speed limits by chance. Made directly, without network::assemble,
// which has tests of its own.

#include <cmath>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/network/road_network.h"
#include "gapmap/travel/weigh.h"
#include "tests/support/random.h"

namespace gapmap {

/// What typed tests of searches are tried with.
using BothCosts = testing::Types<Millimeters, Milliseconds>;

struct RandomNetworkOptions {
  std::uint32_t junctions = 60;
  std::uint32_t segments = 90;
  std::uint32_t components = 3;  ///< at least; chance makes more
  double extent = 2000;          ///< metres
  double ferries = 0.1;          ///< share of the segments, each with a quay at its end
  double one_way = 0.2;          ///< likewise, for cars and bikes; only roads of a metre or more
  double gates = 0.05;           ///< share of the roads that have a gate for cars before their end
  Point corner = {500000, 6800000};
};

/// A plain plane for tests that need one; heights, islands and borders of zones do not matter to
/// them.
inline WorkingFrame const& test_frame() {
  static WorkingFrame const frame{Crs::tm35fin()};
  return frame;
}

[[nodiscard]] inline RoadAttributes random_attributes(Random& random, double ferries) {
  constexpr RoadClass kClasses[]{RoadClass::Local, RoadClass::Primary, RoadClass::Track,
                                 RoadClass::Unknown};
  RoadAttributes attributes{random.chance(ferries) ? RoadClass::Ferry
                                                   : kClasses[random.whole(0, 3)]};
  attributes.surface = static_cast<Surface>(random.whole(0, 4));
  for (auto& limit : attributes.speed_limit) {
    if (random.chance(0.3)) limit = SpeedLimit{10.0 * static_cast<double>(random.whole(2, 12))};
  }
  if (attributes.is_ferry() && random.chance(0.5)) attributes.ferry_speed_mps = 4;
  return attributes;
}

/// Adds the shape of a next segment and returns its length.
inline Meters append_shape(RoadNetwork& network, Ruler const& ruler,
                           std::vector<Point> const& shape) {
  network.shapes.push_back(shape);
  ruler.append_along(shape, network.along);
  return Meters{network.along.back()};
}

[[nodiscard]] inline RoadNetwork random_network(Random& random,
                                                RandomNetworkOptions const& options = {}) {
  RoadNetwork network;
  Ruler const ruler{test_frame()};
  for (std::uint32_t j = 0; j < options.junctions; ++j) {
    network.junctions.push_back({options.corner.x + std::floor(random.real(0, options.extent)),
                                 options.corner.y + std::floor(random.real(0, options.extent))});
  }
  // Every fifth junction stays without roads; two that lie in each other's arms give edges of
  // hardly any length.
  auto const has_roads = [](std::uint32_t j) { return j % 5 != 4; };
  network.junctions[JunctionId{options.components}] = network.junctions[JunctionId{std::size_t{0}}];
  network.junctions[JunctionId{options.components}].x += 0.0004;

  auto const add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t bends) {
    auto const a = network.junctions[JunctionId{from}];
    auto const b = network.junctions[JunctionId{to}];
    std::vector<Point> shape{a};
    for (std::uint32_t i = 0; i < bends; ++i) {
      double const t = (i + 1.0) / (bends + 1.0);
      shape.push_back({a.x + t * (b.x - a.x) + std::floor(random.real(-100, 100)),
                       a.y + t * (b.y - a.y) + std::floor(random.real(-100, 100))});
    }
    shape.push_back(b);
    auto attributes = random_attributes(random, options.ferries);
    auto const length = append_shape(network, ruler, shape);
    if (length >= Meters{1} && random.chance(options.one_way)) {
      attributes.permitted[random.whole(0, 1)] = ModeSet::of(Mode::Walk);
    }
    bool const has_quay = attributes.is_ferry() && length >= Meters{1};
    bool const has_gate =
        !attributes.is_ferry() && length >= Meters{1} && random.chance(options.gates);
    auto const end = has_gate || has_quay ? network.junctions.push_back(b) : JunctionId{to};
    network.segments.push_back({JunctionId{from}, end, attributes});
    if (has_gate) {
      append_shape(network, ruler, {b, b});
      for (auto& permitted : attributes.permitted) permitted.erase(Mode::Car);
      network.segments.push_back({end, JunctionId{to}, attributes});
    }
    if (has_quay) {
      append_shape(network, ruler, {b, b});
      network.segments.push_back({JunctionId{to}, end, attributes.reversed()});
    }
  };
  add(0, options.components, 0);  // 0.4 mm: costs nothing
  add(1, 1, 0);                   // no length at all
  add(2, 2, 3);                   // a loop
  while (network.segments.size() < options.segments) {
    auto const component = random.whole(0, options.components - 1);
    auto const pick = [&] {
      return component +
             options.components * random.whole(0, options.junctions / options.components - 1);
    };
    auto const from = pick();
    auto const to = pick();
    if (!has_roads(from) || !has_roads(to)) continue;
    add(from, to, random.whole(0, 20) == 0 ? 19 : random.whole(0, 3));
    if (random.chance(0.1)) add(to, from, random.whole(0, 2));  // a parallel road
  }
  return network;
}

/// How costs are spread: what breaks a search differs between them.
enum class CostRange : std::uint8_t {
  Ties,     ///< 0 to 3, a fifth of them infinite
  Lengths,  ///< 1 to 100 000
  Skewed,   ///< mostly small, a few beyond any ring of buckets
  Huge,     ///< near the greatest value, so that sums saturate
};
inline constexpr CostRange kCostRanges[]{CostRange::Ties, CostRange::Lengths, CostRange::Skewed,
                                         CostRange::Huge};

template <CostType Cost = Millimeters>
[[nodiscard]] EdgeCosts<Cost> random_costs(Random& random, RoadGraph const& graph,
                                           CostRange range) {
  auto const one = [&]() -> Cost {
    switch (range) {
      case CostRange::Ties:
        return random.chance(0.2) ? Cost::infinite() : Cost{random.whole(0, 3)};
      case CostRange::Lengths:
        return Cost{random.whole(1, 100'000)};
      case CostRange::Skewed:
        return Cost{random.chance(0.05) ? random.whole(50'000'000, 500'000'000)
                                        : random.whole(0, 20)};
      case CostRange::Huge:
        return Cost{random.whole(1'000'000'000, 4'294'967'294)};
    }
    return Cost::infinite();
  };
  EdgeCosts<Cost> costs(graph.edges());
  for (auto const edge : costs.ids()) costs[edge] = one();
  return costs;
}

}  // namespace gapmap
