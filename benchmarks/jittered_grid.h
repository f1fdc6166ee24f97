#pragma once
// A street network that no file is needed for: a grid whose crossings are moved about and whose
// streets are partly missing.

#include <cstdint>

#include "benchmarks/weighted_network.h"

namespace gapmap::benchmarks {

struct JitteredGrid {
  std::uint32_t side = 1000;  ///< crossings along each side
  double spacing_m = 100;     ///< between crossings
  double jitter = 0.4;  ///< each crossing moves by at most this share of the spacing, both ways
  double share_removed = 0.35;  ///< of the streets; half of them would make the grid fall apart
  std::uint64_t seed = 1;
};

/// Segments cost their straight length. The same values give the same network everywhere.
[[nodiscard]] WeightedNetwork make_jittered_grid(JitteredGrid const& grid);

}  // namespace gapmap::benchmarks
