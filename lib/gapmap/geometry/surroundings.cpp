#include "gapmap/geometry/surroundings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "gapmap/geometry/contour.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap {
namespace {

// Nodes per width. More make rounder ends, at the square of the cost. With fewer than three, a
// square that a line passes could have a corner beyond the width.
constexpr double kFinest = 8;
constexpr double kCoarsest = 3;
constexpr double kMostNodes = 4e6;
/// Tolerance of the lines drawn, as a share of the spacing.
constexpr double kTolerance = 1.0 / 24;

/// Nodes along a side of a tile. A tile is worked on by itself and fits the first-level cache.
/// Neighbouring tiles share a row of nodes.
constexpr std::int32_t kNodes = 64;
constexpr std::int32_t kSquares = kNodes - 1;
/// Parts of a spacing: one point in each is enough.
constexpr std::int32_t kParts = 4;
/// Spacing of the points taken along a line, in grid units: close enough that the edge along a
/// straight road is straight.
constexpr double kSampleStep = 0.5;
/// How far from a point its distance can matter, in grid units: the width and one side of a square.
constexpr std::int32_t kFarthest = static_cast<std::int32_t>(kFinest) + 1;

/// A point of a line, in grid units.
struct Sample {
  double x;
  double y;
  std::uint32_t band;
};

double spacing_for(Lines const& lines, double width) {
  Box box;
  double length = 0;
  for (std::size_t line = 0; line < lines.size(); ++line) {
    auto const points = lines[line];
    for (std::size_t i = 0; i < points.size(); ++i) {
      box.extend(points[i]);
      if (i > 0) length += planar_distance(points[i - 1], points[i]).value();
    }
    length += 2 * width;
  }
  if (box.is_empty()) return width / kFinest;
  auto const around = box.grown(width);
  double const m2 =
      std::min(2 * width * length, (around.max.x - around.min.x) * (around.max.y - around.min.y));
  return std::clamp(std::sqrt(m2 / kMostNodes), width / kFinest, width / kCoarsest);
}

/// The points of lines by tile, in the order given. A point is in every tile that has nodes it can
/// matter to.
class Tiles {
 public:
  struct Tile {
    GridNode corner;  ///< south-west
    std::vector<Sample> samples;
  };

  explicit Tiles(double spacing) : spacing_{spacing} {}

  /// Adds points along a line, ends included.
  void add(std::span<Point const> line, std::uint32_t band) {
    stop_if_asked();
    if (line.empty()) return;
    auto const in_grid = [&](Point p) { return Point{p.x / spacing_, p.y / spacing_}; };
    add(in_grid(line.front()), band);
    double gone = 0;  // length since the last point taken
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      auto const a = in_grid(line[i]);
      auto const b = in_grid(line[i + 1]);
      // Here std::hypot would cost four times as much, and nothing is near the ends of double's
      // range.
      double const length = std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
      double at = kSampleStep - gone;
      for (; at < length; at += kSampleStep)
        add({a.x + at / length * (b.x - a.x), a.y + at / length * (b.y - a.y)}, band);
      gone = length - (at - kSampleStep);
    }
    add(in_grid(line.back()), band);
  }

  /// Returns the tiles from south to north, then from west to east.
  [[nodiscard]] std::vector<Tile> take() {
    std::ranges::sort(tiles_, {}, [](Tile const& tile) {
      return std::pair{tile.corner.row, tile.corner.column};
    });
    return std::move(tiles_);
  }

 private:
  struct Range {
    std::int32_t first;
    std::int32_t last;
    friend bool operator==(Range, Range) = default;
  };

  /// Returns the tiles that a point matters to. It depends on the point's square alone, so all
  /// points of one part of a square go to the same tiles, whichever of them is used there.
  static Range tiles_near(double x) {
    auto const square = static_cast<std::int32_t>(std::floor(x));
    auto const tile = [](std::int32_t node) {
      return node >= 0 ? node / kSquares : -((-node + kSquares - 1) / kSquares);
    };
    // The last node of a tile is the first one of the next tile.
    return {tile(square - kFarthest - 1), tile(square + 1 + kFarthest)};
  }

  void add(Point p, std::uint32_t band) {
    auto const columns = tiles_near(p.x);
    auto const rows = tiles_near(p.y);
    if (columns != columns_ || rows != rows_) look_up(columns, rows);
    for (auto const tile : nearby_) tiles_[tile].samples.push_back({p.x, p.y, band});
  }

  void look_up(Range columns, Range rows) {
    columns_ = columns;
    rows_ = rows;
    nearby_.clear();
    for (auto row = rows.first; row <= rows.last; ++row) {
      for (auto column = columns.first; column <= columns.last; ++column) {
        auto const key = std::uint64_t{static_cast<std::uint32_t>(row)} << 32U |
                         static_cast<std::uint32_t>(column);
        auto const [found, is_new] = index_.try_emplace(key, tiles_.size());
        if (is_new) tiles_.push_back({{column * kSquares, row * kSquares}, {}});
        nearby_.push_back(found->second);
      }
    }
  }

  double spacing_;
  std::vector<Tile> tiles_;
  std::unordered_map<std::uint64_t, std::size_t> index_;
  Range columns_{0, -1};
  Range rows_{0, -1};
  std::vector<std::size_t> nearby_;  ///< tiles of the current ranges
};

/// The squared distances from the nodes of one tile to the nearest point so far, and the contour at
/// a distance, all in grid units.
class Field {
 public:
  explicit Field(double width)
      : width_{static_cast<float>(width)},
        reach_{static_cast<std::int32_t>(std::ceil(width)) + 1} {}

  void begin(GridNode corner) {
    corner_ = corner;
    squared_.fill(std::numeric_limits<float>::infinity());
    is_taken_.reset();
  }

  void add(Sample const& sample) {
    if (!take_part(sample)) return;
    auto const first = [&](double at, std::int32_t corner) {
      return std::max(0, static_cast<std::int32_t>(std::floor(at)) + 1 - reach_ - corner);
    };
    auto const end = [&](double at, std::int32_t corner) {
      return std::min(kNodes, static_cast<std::int32_t>(std::floor(at)) + 1 + reach_ - corner);
    };
    auto const column_begin = first(sample.x, corner_.column);
    auto const columns = end(sample.x, corner_.column) - column_begin;
    if (columns <= 0) return;
    std::array<float, 2 * kFarthest> across;
    for (std::int32_t c = 0; c < columns; ++c) {
      auto const dx = static_cast<float>(corner_.column + column_begin + c - sample.x);
      across[static_cast<std::size_t>(c)] = dx * dx;
    }
    auto const row_end = end(sample.y, corner_.row);
    for (auto row = first(sample.y, corner_.row); row < row_end; ++row) {
      auto const dy = static_cast<float>(corner_.row + row - sample.y);
      lower(&squared_[static_cast<std::size_t>(row * kNodes + column_begin)], across.data(),
            dy * dy, columns);
    }
  }

  void trace(Crossings& crossings) const {
    std::uint64_t below = low_nodes(0);
    for (std::int32_t row = 0; row < kSquares; ++row) {
      auto const above = low_nodes(row + 1);
      // A square is crossed unless its four nodes are alike.
      auto mixed = ((below ^ above) | (below ^ below >> 1U) | (above ^ above >> 1U)) &
                   ~(std::uint64_t{1} << kSquares);
      for (; mixed != 0; mixed &= mixed - 1) {
        auto const column = std::countr_zero(mixed);
        auto const corner = [column](std::uint64_t nodes, int east) {
          return static_cast<unsigned>(nodes >> static_cast<unsigned>(column + east) & 1U);
        };
        cross(column, row,
              corner(below, 0) | corner(below, 1) << 1U | corner(above, 1) << 2U |
                  corner(above, 0) << 3U,
              crossings);
      }
      below = above;
    }
  }

 private:
  /// Lowers a row of nodes: the innermost loop, written so that compilers vectorise it.
  static void lower(float* __restrict nodes, float const* __restrict across, float up,
                    std::int32_t columns) {
    for (std::int32_t c = 0; c < columns; ++c) {
      float const squared = across[c] + up;
      nodes[c] = squared < nodes[c] ? squared : nodes[c];
    }
  }

  /// Returns true for the first point in its part of a square.
  bool take_part(Sample const& sample) {
    auto const part = [](double at, std::int32_t corner) {
      return static_cast<std::int32_t>(std::floor((at - corner + kHalo) * kParts));
    };
    auto const bit = static_cast<std::size_t>(part(sample.y, corner_.row) * kPartsAcross +
                                              part(sample.x, corner_.column));
    if (is_taken_[bit]) return false;
    is_taken_[bit] = true;
    return true;
  }

  /// Whether a node is within the width, which is inclusive.
  [[nodiscard]] bool is_low(std::int32_t column, std::int32_t row) const {
    return squared_[static_cast<std::size_t>(row * kNodes + column)] <= width_ * width_;
  }
  [[nodiscard]] float distance(std::int32_t column, std::int32_t row) const {
    return std::sqrt(squared_[static_cast<std::size_t>(row * kNodes + column)]);
  }
  [[nodiscard]] std::uint64_t low_nodes(std::int32_t row) const {
    std::uint64_t low = 0;
    for (std::int32_t c = 0; c < kNodes; ++c)
      low |= std::uint64_t{is_low(c, row)} << static_cast<unsigned>(c);
    return low;
  }

  enum Way : std::uint8_t { South, East, North, West };

  /// Adds the crossings of one square. `low` has one bit per corner, anticlockwise from the
  /// south-west.
  void cross(std::int32_t column, std::int32_t row, unsigned low, Crossings& crossings) const {
    auto const link = [&](Way from, Way to) { push(column, row, from, to, crossings); };
    switch (low) {
      case 1:
        return link(South, West);
      case 2:
        return link(East, South);
      case 3:
        return link(East, West);
      case 4:
        return link(North, East);
      case 6:
        return link(North, South);
      case 7:
        return link(North, West);
      case 8:
        return link(West, North);
      case 9:
        return link(South, North);
      case 11:
        return link(East, North);
      case 12:
        return link(West, East);
      case 13:
        return link(South, East);
      case 14:
        return link(West, South);
      default:
        break;
    }
    // Two opposite corners are low: they are one region if the middle of the square is low too.
    bool const is_joined = (distance(column, row) + distance(column + 1, row)) +
                               (distance(column, row + 1) + distance(column + 1, row + 1)) <=
                           4 * width_;
    if (low == 5) {
      link(South, is_joined ? East : West);
      link(North, is_joined ? West : East);
    } else {
      link(East, is_joined ? North : South);
      link(West, is_joined ? South : North);
    }
  }

  [[nodiscard]] GridSide side(std::int32_t column, std::int32_t row, Way way) const {
    GridNode const node{corner_.column + column + (way == East ? 1 : 0),
                        corner_.row + row + (way == North ? 1 : 0)};
    return way == South || way == North ? GridSide::east(node) : GridSide::north(node);
  }

  void push(std::int32_t column, std::int32_t row, Way from, Way to, Crossings& crossings) const {
    auto const c = column + (from == East ? 1 : 0);
    auto const r = row + (from == North ? 1 : 0);
    bool const is_east = from == South || from == North;
    double low = distance(c, r);
    double high = is_east ? distance(c + 1, r) : distance(c, r + 1);
    bool const is_low_first = is_low(c, r);
    if (!is_low_first) std::swap(low, high);
    crossings.push_back({side(column, row, from), side(column, row, to),
                         high > low ? (width_ - low) / (high - low) : 1, is_low_first});
  }

  static constexpr std::int32_t kHalo = kFarthest + 2;
  static constexpr std::int32_t kPartsAcross = (kNodes + 2 * kHalo) * kParts;

  float width_;
  std::int32_t reach_;
  GridNode corner_{};
  std::array<float, static_cast<std::size_t>(kNodes* kNodes)> squared_{};
  std::bitset<static_cast<std::size_t>(kPartsAcross* kPartsAcross)> is_taken_;
};

}  // namespace

std::vector<Area> surroundings(Lines const& lines, std::span<std::uint32_t const> band_of,
                               std::size_t bands, SurroundingsOptions const& options) {
  double const width = options.width.value();
  expects(width >= 1, "surroundings are at least a metre wide");
  expects(band_of.size() == lines.size(), "every line is in a band");
  double const spacing = spacing_for(lines, width);
  Tiles tiles{spacing};
  for (std::uint32_t band = 0; band < bands; ++band) {
    for (std::size_t line = 0; line < lines.size(); ++line) {
      if (band_of[line] == band) tiles.add(lines[line], band);
    }
  }
  std::vector<Crossings> crossings(bands);
  Field field{width / spacing};
  for (auto const& tile : tiles.take()) {
    stop_if_asked();
    field.begin(tile.corner);
    auto sample = tile.samples.begin();
    for (std::uint32_t band = 0; band < bands; ++band) {
      for (; sample != tile.samples.end() && sample->band == band; ++sample) field.add(*sample);
      field.trace(crossings[band]);
    }
  }
  return draw_contours(std::move(crossings), spacing, kTolerance * spacing, options.least_hole_m2);
}

}  // namespace gapmap
