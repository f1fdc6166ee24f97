#pragma once
// Many areas prepared for asking where a cell lies.

#include <algorithm>
#include <vector>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/places/population.h"

namespace gapmap::places {

/// Finds the area of a cell. `AreaId` counts the areas in the order given.
/// Requires: areas and outlines are valid.
/// Cost: O(log n) for a cell inside one area; on a border linear in its outline.
template <class AreaId>
class Atlas {
 public:
  struct Choice {
    AreaId area;  ///< none() if there is no overlap
    double overlap_m2 = 0;
    double overlap_all_m2 = 0;  ///< overlap with all areas together
    bool is_inside = false;     ///< whether the area covers the whole cell
  };

  /// Prepares the `area` of each element.
  template <class Described>
  explicit Atlas(IdVector<AreaId, Described> const& areas) : tree_{boxes_of(areas)} {
    prepared_.reserve(areas.size());
    for (auto const& each : areas) prepared_.push_back(PreparedArea{each.area});
  }

  /// Returns the area with the largest share of the cell, whose own area is `cell_m2`; for a point
  /// cell the area it lies in.
  /// Ties: lowest AreaId.
  [[nodiscard]] Choice by_overlap(Cell const& cell, double cell_m2) const {
    auto const candidates = tree_.touching(cell.outline.box());
    Choice best;
    for (auto const a : candidates) {
      auto const& area = prepared_[a];
      if (cell.is_point ? area.covers(cell.center) : area.covers(cell.outline)) {
        return {AreaId{a}, cell_m2, cell_m2, true};
      }
    }
    if (cell.is_point) return best;
    for (auto const a : candidates) {
      double const overlap = prepared_[a].overlap_m2(cell.outline);
      best.overlap_all_m2 += overlap;
      if (overlap > best.overlap_m2) {
        best.area = AreaId{a};
        best.overlap_m2 = overlap;
      }
    }
    return best;
  }

  [[nodiscard]] bool covers_center(Cell const& cell) const {
    return std::ranges::any_of(tree_.touching({cell.center, cell.center}),
                               [&](auto a) { return prepared_[a].covers(cell.center); });
  }

  /// Returns the nearest area not farther than `within` (inclusive).
  /// Ties: lowest AreaId.
  [[nodiscard]] AreaId by_distance(Cell const& cell, Meters within) const {
    AreaId nearest;
    auto distance = within;
    for (auto const a : tree_.touching(cell.outline.box().grown(distance.value()))) {
      auto const candidate =
          cell.is_point ? prepared_[a].distance(cell.center) : prepared_[a].distance(cell.outline);
      if (candidate < distance || (nearest.is_none() && candidate == distance)) {
        nearest = AreaId{a};
        distance = candidate;
      }
    }
    return nearest;
  }

 private:
  template <class Described>
  static std::vector<Box> boxes_of(IdVector<AreaId, Described> const& areas) {
    std::vector<Box> boxes;
    for (auto const& each : areas) boxes.push_back(each.area.box());
    return boxes;
  }
  BoxTree tree_;
  std::vector<PreparedArea> prepared_;
};

}  // namespace gapmap::places
