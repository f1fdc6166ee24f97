#include "gapmap/geometry/dense_projection.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace gapmap {
namespace {

constexpr double kHalfCell =
    0.025;  // degrees between nodes: the third derivative of a projection leaves 0.03 mm of error
constexpr double kTolerance = 1e-4;  // metres

struct Cell {
  bool is_exact = false;  ///< PROJ is asked for every point, as the projection is too curved here
  std::array<RawPoint, 9> nodes{};
};

/// Returns the weights of the values at 0, ½ and 1 in the quadratic through them, at `t`.
std::array<double, 3> weights(double t) {
  return {(2 * t - 1) * (t - 1), 4 * t * (1 - t), t * (2 * t - 1)};
}

RawPoint interpolate(Cell const& cell, double tx, double ty) {
  auto const wx = weights(tx);
  auto const wy = weights(ty);
  RawPoint sum;
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      double const weight = wx[column] * wy[row];
      sum.x += weight * cell.nodes[3 * row + column].x;
      sum.y += weight * cell.nodes[3 * row + column].y;
    }
  }
  return sum;
}

std::uint64_t key_of(std::int32_t column, std::int32_t row) {
  return std::uint64_t{static_cast<std::uint32_t>(column)} << 32U | static_cast<std::uint32_t>(row);
}

}  // namespace

struct DenseProjection::State {
  explicit State(WorkingFrame const& frame) : projection{Crs::wgs84(), frame.crs()} {}

  [[nodiscard]] RawPoint forward(RawPoint degrees) {
    double const column = std::floor(degrees.x / (2 * kHalfCell));
    double const row = std::floor(degrees.y / (2 * kHalfCell));
    auto const c = static_cast<std::int32_t>(column);
    auto const r = static_cast<std::int32_t>(row);
    if (auto const key = key_of(c, r); key != last_key) {
      auto const [found, is_new] = cells.try_emplace(key);
      if (is_new) found->second = make(c, r);
      last_key = key;
      last = &found->second;
    }
    if (last->is_exact) {
      projection.forward(std::span{&degrees, 1});
      return degrees;
    }
    return interpolate(*last, degrees.x / (2 * kHalfCell) - column,
                       degrees.y / (2 * kHalfCell) - row);
  }

  /// Computes a cell. Nodes on a border come out equal from both sides, as their degrees are
  /// computed from whole numbers.
  [[nodiscard]] Cell make(std::int32_t column, std::int32_t row) const {
    Cell cell;
    auto const at = [&](double x, double y) {
      return RawPoint{(2.0 * column + x) * kHalfCell, (2.0 * row + y) * kHalfCell};
    };
    for (int y = 0; y < 3; ++y) {
      for (int x = 0; x < 3; ++x) cell.nodes[static_cast<std::size_t>(3 * y + x)] = at(x, y);
    }
    projection.forward(cell.nodes);
    constexpr std::array kBetween{0.5, 1.5};
    for (double const x : kBetween) {
      for (double const y : kBetween) {
        RawPoint exact = at(x, y);
        projection.forward(std::span{&exact, 1});
        auto const guess = interpolate(cell, x / 2, y / 2);
        bool const is_good =
            std::abs(guess.x - exact.x) < kTolerance && std::abs(guess.y - exact.y) < kTolerance;
        cell.is_exact = cell.is_exact || !is_good;
      }
    }
    return cell;
  }

  Projection projection;
  std::unordered_map<std::uint64_t, Cell> cells;
  std::uint64_t last_key = std::numeric_limits<std::uint64_t>::max();
  Cell const* last = nullptr;
};

DenseProjection::DenseProjection(WorkingFrame const& frame)
    : state_{std::make_unique<State>(frame)} {}
DenseProjection::~DenseProjection() = default;
DenseProjection::DenseProjection(DenseProjection&&) noexcept = default;
DenseProjection& DenseProjection::operator=(DenseProjection&&) noexcept = default;

void DenseProjection::forward(std::span<RawPoint> points) const {
  for (auto& p : points) {
    if (std::isfinite(p.x) && std::isfinite(p.y)) p = state_->forward(p);
  }
}

}  // namespace gapmap
