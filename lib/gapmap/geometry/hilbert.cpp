#include "gapmap/geometry/hilbert.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gapmap {
namespace {

constexpr std::uint32_t kSide = 1U << 16U;

std::uint32_t cell(double value, double low, double high) noexcept {
  if (!(high > low)) return 0;
  double const scaled = (value - low) / (high - low) * (kSide - 1);
  return static_cast<std::uint32_t>(std::clamp(scaled, 0.0, static_cast<double>(kSide - 1)));
}

/// By the upper 32 bits; what is equal there stays in order. Three passes over the numbers instead
/// of some twenty comparisons each.
void sort_by_upper_half(std::vector<std::uint64_t>& numbers) {
  constexpr unsigned kDigitBits = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
  std::vector<std::uint64_t> sorted(numbers.size());
  for (unsigned shift = 32; shift < 64; shift += kDigitBits) {
    std::array<std::size_t, kDigits + 1> first{};
    for (auto const number : numbers) ++first[(number >> shift) % kDigits + 1];
    for (std::size_t digit = 1; digit < kDigits; ++digit) first[digit] += first[digit - 1];
    for (auto const number : numbers) sorted[first[(number >> shift) % kDigits]++] = number;
    numbers.swap(sorted);
  }
}

}  // namespace

std::uint32_t hilbert_index(Point p, Box const& extent) noexcept {
  std::uint32_t x = cell(p.x, extent.min.x, extent.max.x);
  std::uint32_t y = cell(p.y, extent.min.y, extent.max.y);
  std::uint32_t index = 0;
  for (std::uint32_t side = kSide / 2; side > 0; side /= 2) {
    std::uint32_t const right = (x & side) != 0 ? 1 : 0;
    std::uint32_t const upper = (y & side) != 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ upper);
    if (upper == 0) {
      if (right == 1) {
        x = kSide - 1 - x;
        y = kSide - 1 - y;
      }
      std::swap(x, y);
    }
  }
  return index;
}

std::vector<std::uint32_t> hilbert_order(std::span<Point const> points) {
  Box extent;
  for (auto const p : points) extent.extend(p);
  // Index and number of the point in one number: as one they are sorted by digits.
  std::vector<std::uint64_t> keys;
  keys.reserve(points.size());
  for (auto const p : points)
    keys.push_back(std::uint64_t{hilbert_index(p, extent)} << 32U | keys.size());
  sort_by_upper_half(keys);
  std::vector<std::uint32_t> order;
  order.reserve(keys.size());
  for (auto const key : keys) order.push_back(static_cast<std::uint32_t>(key));
  return order;
}

}  // namespace gapmap
