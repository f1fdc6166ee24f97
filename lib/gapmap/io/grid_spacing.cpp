#include "gapmap/io/grid_spacing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace gapmap::io {

std::optional<double> grid_spacing(std::span<RawPoint const> corners) {
  constexpr std::array<std::int64_t, 7> kSides{10000, 5000, 1000, 500, 250, 125, 100};
  constexpr std::size_t kTelling = 3;
  constexpr std::int64_t kMostByItself = 1000;
  constexpr double kFarthest = 1e9;
  std::int64_t divisor = 0;
  std::vector<std::pair<double, double>> seen;
  for (auto const p : corners) {
    for (double const value : {p.x, p.y}) {
      if (!(std::abs(value) < kFarthest) || value != std::round(value)) return std::nullopt;
      divisor = std::gcd(divisor, static_cast<std::int64_t>(value));
    }
    seen.emplace_back(p.x, p.y);
  }
  std::ranges::sort(seen);
  if (std::ranges::adjacent_find(seen) != seen.end()) return std::nullopt;
  for (auto const side : kSides) {
    bool const is_told = seen.size() >= kTelling || side <= kMostByItself;
    if (divisor != 0 && is_told && divisor % side == 0) return static_cast<double>(side);
  }
  return std::nullopt;
}

}  // namespace gapmap::io
