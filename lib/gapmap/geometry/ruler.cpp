#include "gapmap/geometry/ruler.h"

#include <geodesic.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>

namespace gapmap {
namespace {

/// The local metric, ds² = xx dx² + 2 xy dx dy + yy dy²: squared ground metres per squared metre of
/// the working CRS.
struct Metric {
  double xx = 0;
  double xy = 0;
  double yy = 0;
};

constexpr double kGrid =
    4000;  // metres between nodes: interpolation errs by (kGrid / Earth radius)² / 8 = 5e-8
constexpr double kLongestByMetric =
    3000;                      // metres; beyond it a straight line is no longer a geodesic for sure
constexpr double kStep = 100;  // metres: central differences err by (kStep / Earth radius)² = 2e-10

struct NodeKey {
  std::int32_t column;
  std::int32_t row;
  friend bool operator==(NodeKey, NodeKey) = default;
};
struct NodeHash {
  std::size_t operator()(NodeKey key) const noexcept {
    return std::hash<std::uint64_t>{}(std::uint64_t{static_cast<std::uint32_t>(key.column)} << 32U |
                                      static_cast<std::uint32_t>(key.row));
  }
};

}  // namespace

struct Ruler::State {
  explicit State(WorkingFrame const& working)
      : frame{&working}, ellipsoid{working.crs().ellipsoid()} {
    geod_init(&geod, ellipsoid.semi_major_m, ellipsoid.flattening);
  }
  explicit State(std::unique_ptr<WorkingFrame const> working) : State{*working} {
    own_frame = std::move(working);
  }

  /// The grid cell around the last point measured, by its corners: lower left, lower right, upper
  /// left, upper right.
  struct Cell {
    NodeKey key{INT32_MIN, INT32_MIN};
    std::array<Metric, 4> corners;
  };

  [[nodiscard]] double length(Point a, Point b) {
    double const dx = b.x - a.x;
    double const dy = b.y - a.y;
    if (std::abs(dx) > kLongestByMetric || std::abs(dy) > kLongestByMetric) return geodesic(a, b);
    auto const m = metric_at({a.x + dx / 2, a.y + dy / 2});
    return std::sqrt(m.xx * dx * dx + 2 * m.xy * dx * dy + m.yy * dy * dy);
  }

  [[nodiscard]] double geodesic(Point a, Point b) const {
    auto const from = frame->to_lonlat(a);
    auto const to = frame->to_lonlat(b);
    double distance = 0;
    geod_inverse(&geod, from.lat, from.lon, to.lat, to.lon, &distance, nullptr, nullptr);
    return distance;
  }

  [[nodiscard]] Metric metric_at(Point p) {
    double const column = std::floor(p.x / kGrid);
    double const row = std::floor(p.y / kGrid);
    NodeKey const key{static_cast<std::int32_t>(column), static_cast<std::int32_t>(row)};
    if (!(key == cell.key)) {
      cell.key = key;
      cell.corners = {node(key), node({key.column + 1, key.row}), node({key.column, key.row + 1}),
                      node({key.column + 1, key.row + 1})};
    }
    double const tx = p.x / kGrid - column;
    double const ty = p.y / kGrid - row;
    auto const mix = [&](double Metric::*part) {
      auto const& c = cell.corners;
      return (1 - ty) * ((1 - tx) * c[0].*part + tx * c[1].*part) +
             ty * ((1 - tx) * c[2].*part + tx * c[3].*part);
    };
    return {mix(&Metric::xx), mix(&Metric::xy), mix(&Metric::yy)};
  }

  [[nodiscard]] Metric node(NodeKey key) {
    auto const [known, is_new] = nodes.try_emplace(key);
    if (is_new) known->second = measure({key.column * kGrid, key.row * kGrid});
    return known->second;
  }

  /// Returns the metric at `p`, from where PROJ puts four points around it.
  [[nodiscard]] Metric measure(Point p) const {
    std::array const around{Point{p.x - kStep, p.y}, Point{p.x + kStep, p.y},
                            Point{p.x, p.y - kStep}, Point{p.x, p.y + kStep}, p};
    auto const lonlat = frame->to_lonlat(around);
    constexpr double kRadians = std::numbers::pi / 180;
    double const sine = std::sin(lonlat[4].lat * kRadians);
    double const e2 = ellipsoid.flattening * (2 - ellipsoid.flattening);
    double const w = 1 - e2 * sine * sine;
    double const meridian_radius = ellipsoid.semi_major_m * (1 - e2) / (w * std::sqrt(w));
    double const parallel_radius =
        ellipsoid.semi_major_m / std::sqrt(w) * std::cos(lonlat[4].lat * kRadians);
    auto const east = [&](std::size_t from, std::size_t to) {
      return (lonlat[to].lon - lonlat[from].lon) * kRadians * parallel_radius / (2 * kStep);
    };
    auto const north = [&](std::size_t from, std::size_t to) {
      return (lonlat[to].lat - lonlat[from].lat) * kRadians * meridian_radius / (2 * kStep);
    };
    double const east_x = east(0, 1);
    double const north_x = north(0, 1);
    double const east_y = east(2, 3);
    double const north_y = north(2, 3);
    return {east_x * east_x + north_x * north_x, east_x * east_y + north_x * north_y,
            east_y * east_y + north_y * north_y};
  }

  WorkingFrame const* frame;
  std::unique_ptr<WorkingFrame const> own_frame;
  Crs::Ellipsoid ellipsoid;
  geod_geodesic geod{};
  std::unordered_map<NodeKey, Metric, NodeHash> nodes;
  Cell cell;
};

Ruler::Ruler(WorkingFrame const& frame) : state_{std::make_unique<State>(frame)} {}
Ruler::Ruler(std::unique_ptr<State> state) : state_{std::move(state)} {}
Ruler::~Ruler() = default;
Ruler::Ruler(Ruler&&) noexcept = default;
Ruler& Ruler::operator=(Ruler&&) noexcept = default;

Meters Ruler::distance(Point a, Point b) const { return Meters{state_->length(a, b)}; }

Ruler Ruler::for_another_thread() const {
  return Ruler{std::make_unique<State>(std::make_unique<WorkingFrame>(state_->frame->crs()))};
}

void Ruler::along(std::span<Point const> line, std::span<double> lengths) const {
  double length = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) length += state_->length(line[i - 1], line[i]);
    lengths[i] = length;
  }
}

void Ruler::append_along(std::span<Point const> line, std::vector<double>& lengths) const {
  lengths.resize(lengths.size() + line.size());
  along(line, std::span{lengths}.last(line.size()));
}

std::vector<double> Ruler::along(std::span<Point const> line) const {
  std::vector<double> lengths(line.size());
  along(line, lengths);
  return lengths;
}

}  // namespace gapmap
