#include "gapmap/io/detail/grid_spacing.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <utility>

namespace gapmap::io {
namespace {

constexpr std::size_t kMany = 20;
constexpr std::size_t kFewest = 4;

bool is_whole(RawPoint p) {
  constexpr double kFarthest = 1e9;
  auto const is_one = [](double value) {
    return std::abs(value) < kFarthest && value == std::round(value);
  };
  return is_one(p.x) && is_one(p.y);
}

std::vector<std::size_t> off_grid_of(std::span<RawPoint const> corners, std::int64_t side) {
  std::vector<std::size_t> off;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    auto const p = corners[i];
    bool const is_on = is_whole(p) && static_cast<std::int64_t>(p.x) % side == 0 &&
                       static_cast<std::int64_t>(p.y) % side == 0;
    if (!is_on) off.push_back(i);
  }
  return off;
}

/// Returns the largest side that at most `most_off` corners do not fit.
std::optional<GridSpacing> largest(std::span<RawPoint const> corners, std::size_t most_off) {
  constexpr std::array<std::int64_t, 7> kSides{10000, 5000, 1000, 500, 250, 125, 100};
  constexpr std::size_t kTelling = 3;
  constexpr std::int64_t kMostByItself = 1000;
  for (auto const side : kSides) {
    if (corners.size() < kTelling && side > kMostByItself) continue;
    auto off = off_grid_of(corners, side);
    if (off.size() <= most_off) return GridSpacing{static_cast<double>(side), std::move(off)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<GridSpacing> grid_spacing(std::span<RawPoint const> corners) {
  std::vector<std::size_t> twice;
  std::set<std::pair<double, double>> seen;
  bool has_origin_only = true;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    auto const p = corners[i];
    has_origin_only = has_origin_only && p.x == 0 && p.y == 0;
    if (!seen.emplace(p.x, p.y).second) twice.push_back(i);
  }
  auto const size = corners.size();
  auto const tolerated = size >= kMany ? size / kMany : size >= kFewest ? std::size_t{1} : 0;
  if (has_origin_only || twice.size() > tolerated) return std::nullopt;
  auto spacing = largest(corners, size >= kMany ? tolerated : 0);
  if (!spacing) spacing = largest(corners, tolerated);
  if (spacing) spacing->twice = std::move(twice);
  return spacing;
}

}  // namespace gapmap::io
