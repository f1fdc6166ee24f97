#include "benchmarks/jittered_grid.h"

#include <random>

namespace gapmap::benchmarks {

WeightedNetwork make_jittered_grid(JitteredGrid const& grid) {
  // The standard's distributions differ between libraries; the engine does not.
  std::mt19937_64 engine{grid.seed};
  auto const share = [&] { return static_cast<double>(engine() >> 11U) * 0x1p-53; };
  auto const moved = [&](std::uint32_t step) {
    return (step + grid.jitter * (2 * share() - 1)) * grid.spacing_m;
  };

  WeightedNetwork result;
  auto& junctions = result.network.junctions;
  for (std::uint32_t row = 0; row < grid.side; ++row) {
    for (std::uint32_t column = 0; column < grid.side; ++column) {
      auto const x = moved(column);
      auto const y = moved(row);
      junctions.push_back({x, y});
    }
  }
  auto const perhaps_connect = [&](std::size_t from, std::size_t to) {
    if (share() < grid.share_removed) return;
    JunctionId const a{from};
    JunctionId const b{to};
    result.push_segment(a, b, to_millimeters(planar_distance(junctions[a], junctions[b])));
  };
  for (std::size_t row = 0; row < grid.side; ++row) {
    for (std::size_t column = 0; column < grid.side; ++column) {
      auto const here = row * grid.side + column;
      if (column + 1 < grid.side) perhaps_connect(here, here + 1);
      if (row + 1 < grid.side) perhaps_connect(here, here + grid.side);
    }
  }
  return result;
}

}  // namespace gapmap::benchmarks
