#include "gapmap/geometry/contour.h"

#include <algorithm>
#include <limits>
#include <span>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap {
namespace {

/// Limits of where a crossing may lie on its side, in fractions of the side: crossings keep off the
/// nodes, where two rings could touch, and a band keeps off the one before it where both cross the
/// side.
constexpr double kNearest = 0.01;
constexpr double kFarthest = 0.97;
constexpr double kRoomForBands = 0.02;
/// Distance in metres at which bands stay apart when a file rounds them to 1e-7 degrees (1 cm) and
/// draws their lines straight in degrees (1 cm off at 500 m and 60° N).
constexpr double kGap = 0.03;
constexpr double kLongest = 500;

double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

/// A crossing with the part of its side that the line may pass through.
struct Gate {
  GridSide side;
  std::uint32_t next;
  std::uint32_t ring;
  double at;
  double least;
  double most;
  bool is_low_first;

  /// Returns the point at `t` on the side, from its low node (0) to its high one (1), in grid
  /// units.
  [[nodiscard]] Point point(double t) const {
    auto const [column, row] = side.node();
    double const along = is_low_first ? t : 1 - t;
    return side.is_east() ? Point{column + along, static_cast<double>(row)}
                          : Point{static_cast<double>(column), row + along};
  }
};

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

std::vector<Gate> gates_of(Crossings& crossings, std::vector<Gate> const& within, double tolerance,
                           std::size_t band, double gap) {
  std::ranges::sort(crossings, {}, &Crossing::side);
  std::vector<Gate> gates;
  gates.reserve(crossings.size());
  auto inner = within.begin();
  for (auto const& crossing : crossings) {
    auto const next = std::ranges::lower_bound(crossings, crossing.next, {}, &Crossing::side);
    expects(next != crossings.end() && next->side == crossing.next, "contours are closed");
    double const at = std::clamp(crossing.at, kNearest, kFarthest);
    Gate gate{crossing.side,
              static_cast<std::uint32_t>(next - crossings.begin()),
              kNone,
              at,
              std::max(at - tolerance, kNearest),
              std::min(at + tolerance, kFarthest) + static_cast<double>(band) * gap,
              crossing.is_low_first};
    while (inner != within.end() && inner->side < crossing.side) ++inner;
    if (inner != within.end() && inner->side == crossing.side)
      gate.least = std::min(std::max(gate.least, inner->at + gap), gate.most);
    gate.at = std::clamp(gate.at, gate.least, gate.most);
    gates.push_back(gate);
  }
  return gates;
}

/// The view from a point through a row of gates.
class Cone {
 public:
  explicit Cone(Point apex) : apex_{apex} {}

  /// Narrows the view to what also passes the gate; returns false and changes nothing if nothing
  /// does. The low end of a gate lies on the left.
  bool narrow(Gate const& gate) {
    auto const left = gate.point(gate.least) - apex_;
    auto const right = gate.point(gate.most) - apex_;
    if (!is_open_) {
      left_ = left;
      right_ = right;
      is_open_ = true;
      return true;
    }
    if (cross(right_, left) < 0 || cross(left_, right) > 0) return false;
    if (cross(left_, left) < 0) left_ = left;
    if (cross(right_, right) > 0) right_ = right;
    return true;
  }

  [[nodiscard]] bool is_within(double distance, Gate const& gate) const {
    auto const way = gate.point(gate.at) - apex_;
    return way.x * way.x + way.y * way.y <= distance * distance;
  }

  /// Returns the position on a gate in view that is nearest to its crossing.
  [[nodiscard]] double nearest(Gate const& gate) const {
    double const least = std::max(gate.least, meet(gate, left_));
    double const most = std::min(gate.most, meet(gate, right_));
    return least < most ? std::clamp(gate.at, least, most)
                        : std::clamp(least, gate.least, gate.most);
  }

  /// Returns where the ray from the apex meets the line of the gate.
  [[nodiscard]] double meet(Gate const& gate, Point ray) const {
    auto const low = gate.point(0);
    auto const side = gate.point(1) - low;
    return cross(apex_ - low, ray) / cross(side, ray);
  }

 private:
  Point apex_;
  Point left_{};
  Point right_{};
  bool is_open_ = false;
};

/// Returns a closed ring with few points, in grid units, and stores in the gates where the ring
/// passes them.
std::vector<Point> pull_string(std::vector<Gate>& gates, std::uint32_t first, double longest) {
  gates[first].least = gates[first].most = gates[first].at;
  std::vector<Point> ring{gates[first].point(gates[first].at)};
  auto from = first;
  do {
    Cone cone{ring.back()};
    auto last = gates[from].next;
    cone.narrow(gates[last]);
    while (last != first && cone.is_within(longest, gates[gates[last].next]) &&
           cone.narrow(gates[gates[last].next])) {
      last = gates[last].next;
    }
    gates[last].at = cone.nearest(gates[last]);
    ring.push_back(gates[last].point(gates[last].at));
    auto const chord = ring.back() - ring[ring.size() - 2];
    for (auto passed = gates[from].next; passed != last; passed = gates[passed].next) {
      auto& gate = gates[passed];
      gate.at = std::clamp(cone.meet(gate, chord), gate.least, gate.most);
    }
    from = last;
  } while (from != first);
  ring.back() = ring.front();
  return ring;
}

double signed_area(std::span<Point const> ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    twice += cross(ring[i] - ring[0], ring[i + 1] - ring[0]);
  return twice / 2;
}

struct Ring {
  std::vector<Point> points;
  std::uint32_t outer;  ///< the ring around the low region that this ring borders; itself if it is
                        ///< an outer ring
  std::uint32_t hole;   ///< the hole that an outer ring lies in
  bool is_hole;
  bool is_drawn;
};

std::vector<Ring> trace(std::vector<Gate>& gates, double longest) {
  std::vector<Ring> rings;
  for (std::uint32_t first = 0; first < gates.size(); ++first) {
    if (gates[first].ring != kNone) continue;
    auto const id = static_cast<std::uint32_t>(rings.size());
    auto gate = first;
    do {
      gates[gate].ring = id;
      gate = gates[gate].next;
    } while (gate != first);
    auto points = pull_string(gates, first, longest);
    bool const is_hole = signed_area(points) < 0;
    rings.push_back({std::move(points), id, kNone, is_hole, true});
  }
  return rings;
}

/// Finds which ring lies in which by the neighbour to the west: between the westernmost crossing of
/// a ring with a row and the crossing before it in that row there is nothing but the region that
/// both border.
void nest(std::vector<Ring>& rings, std::vector<Gate> const& gates, double least_hole) {
  // A neighbour begins farther west, so it is handled first.
  std::vector<std::uint32_t> westernmost(rings.size(), kNone);
  for (std::uint32_t g = 0; g < gates.size(); ++g) {
    if (!gates[g].side.is_east()) break;
    auto& best = westernmost[gates[g].ring];
    if (best == kNone || gates[g].side.node().column < gates[best].side.node().column) best = g;
  }
  std::vector<std::uint32_t> order(rings.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) order[r] = r;
  std::ranges::sort(order, {}, [&](std::uint32_t r) {
    return std::pair{gates[westernmost[r]].side.node().column, r};
  });
  for (auto const r : order) {
    auto& ring = rings[r];
    auto const gate = westernmost[r];
    bool const has_neighbour = gate > 0 && gates[gate - 1].side.is_in_row_of(gates[gate].side);
    auto const neighbour = has_neighbour ? gates[gate - 1].ring : kNone;
    if (ring.is_hole) {
      expects(has_neighbour, "a hole lies in a region");
      ring.outer = rings[neighbour].outer;
      ring.is_drawn = rings[ring.outer].is_drawn && -signed_area(ring.points) >= least_hole;
    } else if (has_neighbour) {
      ring.hole = rings[neighbour].is_hole ? neighbour : rings[neighbour].hole;
      ring.is_drawn = ring.hole == kNone || rings[ring.hole].is_drawn;
    }
  }
}

Area area_of(std::vector<Ring> const& rings, double spacing) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t r = 0; r < rings.size(); ++r) {
    if (rings[r].is_drawn) order.push_back(r);
  }
  std::ranges::stable_sort(order, {}, [&](std::uint32_t r) {
    return std::pair{rings[r].outer, rings[r].is_hole};
  });
  Area area;
  for (auto const r : order) {
    if (!rings[r].is_hole && !area.is_empty()) area.close_part();
    for (auto const p : rings[r].points) area.points.push_back({p.x * spacing, p.y * spacing});
    area.close_ring();
  }
  if (!area.is_empty()) area.close_part();
  return area;
}

}  // namespace

std::vector<Area> draw_contours(std::vector<Crossings> bands, double spacing, double tolerance,
                                double least_hole_m2) {
  double const gap = std::min(
      kGap / spacing, kRoomForBands / static_cast<double>(std::max<std::size_t>(1, bands.size())));
  std::vector<Area> areas;
  std::vector<Gate> gates;
  for (std::size_t band = 0; band < bands.size(); ++band) {
    stop_if_asked();
    gates = gates_of(bands[band], gates, tolerance / spacing, band, gap);
    auto rings = trace(gates, kLongest / spacing);
    nest(rings, gates, least_hole_m2 / (spacing * spacing));
    areas.push_back(area_of(rings, spacing));
  }
  return areas;
}

}  // namespace gapmap
