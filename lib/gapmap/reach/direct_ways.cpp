#include "gapmap/reach/direct_ways.h"

#include <algorithm>

#include "gapmap/geometry/box_tree.h"

namespace gapmap::reach {

/// Finds cells by boxes as large as their legs: a place straight ahead of a cell touches its box.
class DirectWays::Finder {
 public:
  Finder(IdVector<CellId, Attachment> const& cells, WorkingFrame const& frame, Meters max_off_road)
      : cells_{cells}, max_off_road_{max_off_road}, ruler_{frame}, tree_{boxes_of(cells)} {}

  [[nodiscard]] FromCells ways_to(Attachment const& place) const {
    FromCells ways;
    if (!place.is_known()) return ways;
    for (auto const c : tree_.touching(box_of(place))) {
      auto const& cell = cells_[CellId{c}];
      if (!cell.is_known()) continue;
      auto const length = ruler_.distance(cell.point, place.point);
      bool const are_attached = cell.is_attached() && place.is_attached();
      if (length > cell.off_road + place.off_road) continue;
      if (are_attached || length <= max_off_road_) ways.emplace_back(CellId{c}, length);
    }
    return ways;
  }

 private:
  [[nodiscard]] std::vector<Box> boxes_of(IdVector<CellId, Attachment> const& cells) const {
    std::vector<Box> boxes;
    boxes.reserve(cells.size());
    for (auto const& cell : cells) boxes.push_back(cell.is_known() ? box_of(cell) : Box{{}, {}});
    return boxes;
  }
  /// Returns a box large enough that no pair is missed: a metre on the ground may be longer in the
  /// plane.
  [[nodiscard]] Box box_of(Attachment const& at) const {
    constexpr double kStep = 100;
    constexpr double kSlack = 1.01;  // the scale changes less over an off-road leg
    auto const ground = std::min(ruler_.distance(at.point, {at.point.x + kStep, at.point.y}),
                                 ruler_.distance(at.point, {at.point.x, at.point.y + kStep}));
    double const stretch = std::max(1.0, kStep / ground.value());
    auto const leg = at.is_attached() ? at.off_road : std::min(at.off_road, max_off_road_);
    return Box{at.point, at.point}.grown(kSlack * stretch * leg.value());
  }

  IdVector<CellId, Attachment> cells_;
  Meters max_off_road_;
  Ruler ruler_;
  BoxTree tree_;
};

DirectWays::DirectWays(IdVector<CellId, Attachment> const& cells,
                       IdVector<PlaceId, Attachment> const& places, WorkingFrame const& frame,
                       Meters max_off_road)
    : finder_{std::make_shared<Finder const>(cells, frame, max_off_road)}, of_cell_(cells.size()) {
  for (auto const f : places.ids()) insert(f, places[f]);
}

DirectWays::FromCells DirectWays::insert(PlaceId place, Attachment const& at) {
  if (!finder_) return {};
  auto ways = finder_->ways_to(at);
  for (auto const& [cell, length] : ways) {
    auto& of = of_cell_[cell];
    of.insert(std::ranges::upper_bound(of, place, {}, &DirectWay::place), {place, length});
  }
  return ways;
}

DirectWays::FromCells DirectWays::erase(PlaceId place, Attachment const& at) {
  if (!finder_) return {};
  auto ways = finder_->ways_to(at);
  for (auto const& [cell, length] : ways) {
    std::erase_if(of_cell_[cell], [&](auto const& way) { return way.place == place; });
  }
  return ways;
}

DirectWays DirectWays::among(Clientele const& clientele) const {
  DirectWays ways;
  if (of_cell_.empty()) return ways;
  for (auto const cell : clientele.cells) {
    auto& here = ways.of_cell_[ways.of_cell_.push_back({})];
    for (auto const& way : of(cell)) {
      auto const found = std::ranges::lower_bound(clientele.places, way.place);
      if (found == clientele.places.end() || *found != way.place) continue;
      here.push_back(
          {PlaceId{static_cast<std::size_t>(found - clientele.places.begin())}, way.length});
    }
  }
  return ways;
}

}  // namespace gapmap::reach
