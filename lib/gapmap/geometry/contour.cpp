#include "gapmap/geometry/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"

namespace gapmap {
namespace {

struct Step {
  int column;
  int row;
  double length;
};

/// The half of the 16 neighbours (king's and knight's moves) that a sweep from the south-west has
/// seen already.
std::array<Step, 8> const kSeen{{{-1, 0, 1},
                                 {0, -1, 1},
                                 {-1, -1, std::sqrt(2.0)},
                                 {1, -1, std::sqrt(2.0)},
                                 {-2, -1, std::sqrt(5.0)},
                                 {2, -1, std::sqrt(5.0)},
                                 {-1, -2, std::sqrt(5.0)},
                                 {1, -2, std::sqrt(5.0)}}};

void lower(Grid& grid, std::size_t column, std::size_t row, int turn, double per_step) {
  auto& value = grid.at(column, row);
  for (auto const& step : kSeen) {
    auto const c = static_cast<std::ptrdiff_t>(column) + turn * step.column;
    auto const r = static_cast<std::ptrdiff_t>(row) + turn * step.row;
    if (c < 0 || r < 0 || c >= static_cast<std::ptrdiff_t>(grid.columns) ||
        r >= static_cast<std::ptrdiff_t>(grid.rows)) {
      continue;
    }
    auto const through = grid.at(static_cast<std::size_t>(c), static_cast<std::size_t>(r)) +
                         static_cast<float>(step.length * per_step);
    value = std::min(value, through);
  }
}

}  // namespace

void spread(Grid& grid, double per_meter) {
  double const per_step = per_meter * grid.spacing;
  // A chamfer transform (Borgefors 1986, CVGIP 34:344–371): one sweep each way, row by row and
  // back.
  for (std::size_t row = 0; row < grid.rows; ++row) {
    for (std::size_t column = 0; column < grid.columns; ++column)
      lower(grid, column, row, 1, per_step);
    for (std::size_t column = grid.columns; column-- > 0;) {
      if (column + 1 < grid.columns) {
        grid.at(column, row) =
            std::min(grid.at(column, row), grid.at(column + 1, row) + static_cast<float>(per_step));
      }
    }
  }
  for (std::size_t row = grid.rows; row-- > 0;) {
    for (std::size_t column = grid.columns; column-- > 0;) lower(grid, column, row, -1, per_step);
    for (std::size_t column = 1; column < grid.columns; ++column) {
      grid.at(column, row) =
          std::min(grid.at(column, row), grid.at(column - 1, row) + static_cast<float>(per_step));
    }
  }
}

namespace {

/// A side of a grid square that the contour crosses: that from a node to the east of it, or to the
/// north.
using Side = std::uint64_t;

/// Walks the squares of a grid and links the sides that the contour crosses, the low region always
/// on the left.
class Tracer {
 public:
  Tracer(Grid const& grid, double level) : grid_{grid}, level_{static_cast<float>(level)} {}

  std::vector<std::vector<Point>> rings() {
    for (std::size_t row = 0; row + 1 < grid_.rows; ++row) {
      for (std::size_t column = 0; column + 1 < grid_.columns; ++column) cross(column, row);
    }
    std::vector<std::vector<Point>> rings;
    for (auto const first : order_) {
      if (!next_.contains(first)) continue;
      std::vector<Point> ring;
      auto side = first;
      do {
        ring.push_back(point_on(side));
        auto const step = next_.find(side);
        side = step->second;
        next_.erase(step);
      } while (side != first);
      ring.push_back(ring.front());
      rings.push_back(std::move(ring));
    }
    return rings;
  }

 private:
  [[nodiscard]] float value(std::size_t column, std::size_t row) const {
    bool const is_rim =
        column == 0 || row == 0 || column + 1 == grid_.columns || row + 1 == grid_.rows;
    float const high = level_ + std::max(1.0F, std::abs(level_));
    return is_rim ? high : std::min(grid_.at(column, row), high);
  }
  /// At the level counts as below; a hair below, so that no contour runs through a node.
  [[nodiscard]] bool is_low(std::size_t column, std::size_t row) const {
    return value(column, row) <= level_;
  }

  [[nodiscard]] Side east(std::size_t column, std::size_t row) const {
    return 2 * (row * grid_.columns + column);
  }
  [[nodiscard]] Side north(std::size_t column, std::size_t row) const {
    return east(column, row) + 1;
  }

  void link(Side from, Side to) {
    next_[from] = to;
    order_.push_back(from);
  }

  void cross(std::size_t c, std::size_t r) {
    bool const sw = is_low(c, r);
    bool const se = is_low(c + 1, r);
    bool const ne = is_low(c + 1, r + 1);
    bool const nw = is_low(c, r + 1);
    auto const south = east(c, r);
    auto const right = north(c + 1, r);
    auto const top = east(c, r + 1);
    auto const left = north(c, r);
    switch ((sw ? 1 : 0) + (se ? 2 : 0) + (ne ? 4 : 0) + (nw ? 8 : 0)) {
      case 1:
        return link(south, left);
      case 2:
        return link(right, south);
      case 3:
        return link(right, left);
      case 4:
        return link(top, right);
      case 6:
        return link(top, south);
      case 7:
        return link(top, left);
      case 8:
        return link(left, top);
      case 9:
        return link(south, top);
      case 11:
        return link(right, top);
      case 12:
        return link(left, right);
      case 13:
        return link(south, right);
      case 14:
        return link(left, south);
      case 5:
      case 10:
        return cross_saddle(c, r, sw, {south, right, top, left});
      default:
        return;
    }
  }

  /// Two opposite corners are low: they are one region if the middle of the square is low too.
  void cross_saddle(std::size_t c, std::size_t r, bool is_sw_low, std::array<Side, 4> sides) {
    auto const [south, right, top, left] = sides;
    float const middle =
        (value(c, r) + value(c + 1, r) + value(c + 1, r + 1) + value(c, r + 1)) / 4;
    bool const is_joined = middle <= level_;
    if (is_sw_low) {
      link(south, is_joined ? right : left);
      link(top, is_joined ? left : right);
    } else {
      link(right, is_joined ? top : south);
      link(left, is_joined ? south : top);
    }
  }

  [[nodiscard]] Point point_on(Side side) const {
    auto const node = side / 2;
    std::size_t const c = node % grid_.columns;
    std::size_t const r = node / grid_.columns;
    bool const is_east = side % 2 == 0;
    auto const a = grid_.position(c, r);
    auto const b = is_east ? grid_.position(c + 1, r) : grid_.position(c, r + 1);
    float const va = value(c, r);
    float const vb = is_east ? value(c + 1, r) : value(c, r + 1);
    // Kept off the nodes, where two rings could touch.
    double const t = std::clamp(static_cast<double>((level_ - va) / (vb - va)), 0.02, 0.98);
    return {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
  }

  Grid const& grid_;
  float level_;
  std::unordered_map<Side, Side> next_;
  std::vector<Side> order_;
};

Area area_of_ring(std::vector<Point> ring) {
  Area area;
  area.points = std::move(ring);
  area.close_ring();
  area.close_part();
  return area;
}

double signed_area(std::vector<Point> const& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
             (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
  }
  return twice / 2;
}

}  // namespace

Area region_below(Grid const& grid, double level, double least_m2) {
  struct Outer {
    Area area;
    double m2;
    std::vector<std::vector<Point>> holes;
  };
  std::vector<Outer> outers;
  std::vector<std::vector<Point>> holes;
  for (auto& ring : Tracer{grid, level}.rings()) {
    double const m2 = signed_area(ring);
    if (std::abs(m2) < least_m2) continue;
    if (m2 > 0) {
      outers.push_back({area_of_ring(std::move(ring)), m2, {}});
    } else {
      holes.push_back(std::move(ring));
    }
  }
  // Rings do not cross, so the smallest outer ring around one point of a hole is the one it lies
  // in.
  std::ranges::stable_sort(outers, {}, &Outer::m2);
  std::vector<PreparedArea> prepared;
  std::vector<Box> boxes;
  for (auto const& outer : outers) {
    prepared.emplace_back(outer.area);
    boxes.push_back(outer.area.box());
  }
  for (auto& hole : holes) {
    for (std::size_t o = 0; o < outers.size(); ++o) {
      if (boxes[o].contains(hole[0]) && prepared[o].covers(hole[0])) {
        outers[o].holes.push_back(std::move(hole));
        break;
      }
    }
  }
  Area region;
  for (auto const& outer : outers) {
    auto const append = [&](std::span<Point const> ring) {
      region.points.insert(region.points.end(), ring.begin(), ring.end());
      region.close_ring();
    };
    append(outer.area.ring(0));
    for (auto const& hole : outer.holes) append(hole);
    region.close_part();
  }
  return region.is_empty() ? region : make_valid(region);
}

}  // namespace gapmap
