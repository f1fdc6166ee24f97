#include "gapmap/geometry/hilbert.h"

#include <algorithm>
#include <utility>

#include "gapmap/units/blocks.h"
#include "gapmap/units/large_vector.h"
#include "gapmap/units/radix_sort.h"

namespace gapmap {
namespace {

constexpr std::uint32_t kGridSide = 1U << 16U;

std::uint32_t cell(double value, double low, double high) noexcept {
  if (!(high > low)) return 0;
  double const scaled = (value - low) / (high - low) * (kGridSide - 1);
  return static_cast<std::uint32_t>(std::clamp(scaled, 0.0, static_cast<double>(kGridSide - 1)));
}

}  // namespace

std::uint32_t hilbert_index(Point p, Box const& extent) noexcept {
  std::uint32_t x = cell(p.x, extent.min.x, extent.max.x);
  std::uint32_t y = cell(p.y, extent.min.y, extent.max.y);
  std::uint32_t index = 0;
  for (std::uint32_t side = kGridSide / 2; side > 0; side /= 2) {
    std::uint32_t const right = (x & side) != 0 ? 1 : 0;
    std::uint32_t const upper = (y & side) != 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ upper);
    if (upper == 0) {
      if (right == 1) {
        x = kGridSide - 1 - x;
        y = kGridSide - 1 - y;
      }
      std::swap(x, y);
    }
  }
  return index;
}

std::vector<std::uint32_t> hilbert_order(std::span<Point const> points) {
  Box extent;
  for (auto const p : points) extent.extend(p);
  // Position on the curve and index of the point form one number, which is sorted by digits.
  auto keys = large_vector<std::uint64_t>(points.size());
  Blocks{points.size(), 16384}.each([&](Block const& block) {
    for (auto i = block.first; i < block.end; ++i)
      keys[i] = std::uint64_t{hilbert_index(points[i], extent)} << 32U | i;
  });
  std::vector<std::uint64_t> scratch;
  radix_sort(keys, 32, 32, scratch);
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (auto const key : keys) order.push_back(static_cast<std::uint32_t>(key));
  return order;
}

}  // namespace gapmap
