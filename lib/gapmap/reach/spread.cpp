#include "gapmap/reach/spread.h"

#include <algorithm>
#include <cmath>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::reach {
namespace {

struct Position {
  Attachment at;
  double weight;
  Point across = {};  ///< from the road to its side, a metre long
};

constexpr std::size_t kCellsPerBlock = 64;

/// Gives every cell the positions that `of_cell` finds, or its middle if it finds none.
template <class OfCell>
Spread spread_each(Population const& population, IdVector<CellId, Attachment> const& middles,
                   OfCell const& of_cell) {
  expects(middles.size() == population.size(), "middles are those of this population");
  IdVector<CellId, std::vector<Position>> found(population.size());
  Blocks const blocks{population.size(), kCellsPerBlock};
  blocks.each([&](Block const& block) {
    for (auto c = block.first; c < block.end; ++c) {
      stop_if_asked();
      auto const& cell = population[CellId{c}];
      if (!cell.is_point && !cell.outline.is_empty()) found[CellId{c}] = of_cell(cell);
    }
  });
  Spread spread;
  for (auto const id : population.ids()) {
    if (found[id].empty()) {
      spread.kept.push_back(id);
      found[id].push_back({middles[id], 1});
    }
    for (auto const& position : found[id]) {
      spread.positions.push_back(position.at);
      spread.weights.push_back(position.weight);
    }
    spread.first.push_back(static_cast<std::uint32_t>(spread.positions.size()));
  }
  return spread;
}

/// The roads on which homes can be, by where they are.
class RoadsOfHomes {
 public:
  RoadsOfHomes(RoadNetwork const& network, access::AttachOptions const& homes)
      : network_{network}, segments_{open_to_homes(network, homes)}, tree_{boxes()} {}

  /// The middles of stretches of equal length, at most kSpreadStep, that lie in the cell.
  [[nodiscard]] std::vector<Position> in(Cell const& cell) const {
    PreparedArea const outline{cell.outline};
    auto const box = cell.outline.box();
    std::vector<Position> positions;
    for (auto const index : tree_.touching(box)) {
      auto const segment = segments_[index];
      auto const along = network_.along_shape(segment);
      auto const shape = network_.shape(segment);
      auto const stretches = std::max(1.0, std::ceil(along.back() / kSpreadStep.value()));
      std::size_t next = 1;  // the end of the piece on which the position lies
      for (double s = 0; s < stretches; ++s) {
        auto const fraction = (s + 0.5) / stretches;
        auto const length = fraction * along.back();
        while (next + 1 < along.size() && along[next] < length) ++next;
        auto const piece = along[next] - along[next - 1];
        auto const part = piece > 0 ? (length - along[next - 1]) / piece : 0;
        auto const a = shape[next - 1];
        auto const b = shape[next];
        Point const point{a.x + part * (b.x - a.x), a.y + part * (b.y - a.y)};
        if (!box.contains(point) || !outline.covers(point)) continue;
        auto at = Attachment::on(network_, segment, fraction, Meters{0});
        at.point = point;
        // Homes stand on both sides of a road by turns.
        auto const planar = planar_distance(a, b).value();
        auto const side = (std::fmod(s, 2) == 0 ? 1 : -1) / std::max(planar, 1e-9);
        positions.push_back(
            {at, along.back() / stretches, {side * (a.y - b.y), side * (b.x - a.x)}});
      }
    }
    return positions;
  }

 private:
  static std::vector<SegmentId> open_to_homes(RoadNetwork const& network,
                                              access::AttachOptions const& homes) {
    std::vector<SegmentId> segments;
    for (auto const segment : network.originals()) {
      bool const is_open = homes.joining.empty() || homes.joining[segment] == Joining::Open;
      if (is_open && network.segments[segment].attributes.is_entered_from_beside() &&
          network.along_shape(segment).back() > 0)
        segments.push_back(segment);
    }
    return segments;
  }
  [[nodiscard]] std::vector<Box> boxes() const {
    std::vector<Box> boxes;
    for (auto const segment : segments_) {
      boxes.emplace_back();
      for (auto const point : network_.shape(segment)) boxes.back().extend(point);
    }
    return boxes;
  }

  RoadNetwork const& network_;
  std::vector<SegmentId> segments_;
  BoxTree tree_;
};

Meters leg_of(Cell const& cell, std::vector<Position> const& positions, Meters max_off_road) {
  double length = 0;
  for (auto const& position : positions) length += position.weight;
  auto const area = area_m2(cell.outline);
  return std::min(max_off_road, Meters{std::min(area / (4 * length), std::sqrt(area) / 4)});
}

}  // namespace

Spread spread_along_roads(Population const& population, IdVector<CellId, Attachment> const& middles,
                          RoadNetwork const& network, access::AttachOptions const& homes) {
  RoadsOfHomes const roads{network, homes};
  return spread_each(population, middles, [&](Cell const& cell) {
    auto positions = roads.in(cell);
    auto const leg = leg_of(cell, positions, homes.max_off_road);
    for (auto& [at, weight, across] : positions) {
      at.off_road = leg;
      at.point = {at.point.x + leg.value() * across.x, at.point.y + leg.value() * across.y};
    }
    return positions;
  });
}

Spread spread_on_buildings(Population const& population,
                           IdVector<CellId, Attachment> const& middles,
                           std::span<Point const> buildings, RoadNetwork const& network,
                           WorkingFrame const& frame, access::AttachOptions const& homes) {
  std::vector<Box> boxes;
  boxes.reserve(buildings.size());
  for (auto const building : buildings) boxes.push_back({building, building});
  BoxTree const tree{boxes};
  auto spread = spread_each(population, middles, [&](Cell const& cell) {
    PreparedArea const outline{cell.outline};
    std::vector<Position> positions;
    for (auto const index : tree.touching(cell.outline.box())) {
      if (!outline.covers(buildings[index])) continue;
      Attachment at;
      at.point = buildings[index];
      positions.push_back({at, 1});
    }
    return positions;
  });
  std::vector<Point> points;
  points.reserve(spread.positions.size());
  for (auto const& position : spread.positions) points.push_back(position.point);
  spread.positions = IdVector<CellId, Attachment>{access::attach(points, network, frame, homes)};
  // Those who stay in the middle are where the run has them.
  for (auto const cell : spread.kept)
    spread.positions[CellId{spread.first[cell.value()]}] = middles[cell];
  return spread;
}

std::vector<Clientele> clienteles_of(Spread const& spread, std::span<Clientele const> of_cells) {
  std::vector<Clientele> clienteles;
  for (auto const& [cells, places] : of_cells) {
    clienteles.push_back({{}, places});
    for (auto const cell : cells) {
      for (auto p = spread.first[cell.value()]; p < spread.first[cell.value() + 1]; ++p)
        clienteles.back().cells.emplace_back(p);
    }
  }
  return clienteles;
}

}  // namespace gapmap::reach
