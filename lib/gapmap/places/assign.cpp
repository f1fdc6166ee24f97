#include "gapmap/places/assign.h"

#include <limits>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"

namespace gapmap::places {
namespace {

struct Choice {
  MunicipalityId municipality;
  double overlap_m2 = 0;
};

/// All municipalities made ready, with their boxes.
class Atlas {
 public:
  explicit Atlas(Municipalities const& municipalities) : tree_{boxes_of(municipalities)} {
    prepared_.reserve(municipalities.size());
    for (auto const& municipality : municipalities)
      prepared_.push_back(PreparedArea{municipality.area});
  }

  [[nodiscard]] Choice by_overlap(Cell const& cell, double cell_m2) const {
    auto const candidates = tree_.touching(cell.outline.box());
    Choice best;
    for (auto const m : candidates) {
      auto const& area = prepared_[m];
      if (cell.is_point ? area.covers(cell.center) : area.covers(cell.outline)) {
        return {MunicipalityId{m}, cell_m2};
      }
    }
    if (cell.is_point) return best;
    for (auto const m : candidates) {
      double const overlap = prepared_[m].overlap_m2(cell.outline);
      if (overlap > best.overlap_m2) best = {MunicipalityId{m}, overlap};
    }
    return best;
  }

  [[nodiscard]] MunicipalityId by_distance(Cell const& cell) const {
    MunicipalityId nearest;
    auto distance = kNearestMunicipalityWithin;
    for (auto const m : tree_.touching(cell.outline.box().grown(distance.value()))) {
      auto const candidate =
          cell.is_point ? prepared_[m].distance(cell.center) : prepared_[m].distance(cell.outline);
      if (candidate < distance || (nearest.is_none() && candidate == distance)) {
        nearest = MunicipalityId{m};
        distance = candidate;
      }
    }
    return nearest;
  }

 private:
  static std::vector<Box> boxes_of(Municipalities const& municipalities) {
    std::vector<Box> boxes;
    for (auto const& municipality : municipalities) boxes.push_back(municipality.area.box());
    return boxes;
  }
  BoxTree tree_;
  std::vector<PreparedArea> prepared_;
};

void count(AssignmentCount& count, Cell const& cell) {
  ++count.cells;
  count.residents += cell.residents.value_or(People{0});
}

}  // namespace

AssignmentReport assign_municipalities(Population& population,
                                       Municipalities const& municipalities) {
  Atlas const atlas{municipalities};
  AssignmentReport report;
  for (auto& cell : population) {
    double const cell_m2 = area_m2(cell.outline);
    auto const choice = atlas.by_overlap(cell, cell_m2);
    cell.municipality = choice.municipality;
    if (!cell.municipality.is_none()) {
      count(report.by_overlap, cell);
      if (choice.overlap_m2 < cell_m2 / 2) count(report.mostly_outside, cell);
      continue;
    }
    cell.municipality = atlas.by_distance(cell);
    count(cell.municipality.is_none() ? report.none : report.by_distance, cell);
  }
  return report;
}

IdVector<FacilityId, MunicipalityId> locate(Facilities const& facilities,
                                            Municipalities const& municipalities) {
  Atlas const atlas{municipalities};
  IdVector<FacilityId, MunicipalityId> located;
  located.reserve(facilities.size());
  for (auto const& facility : facilities) {
    Cell point{.id = {}, .center = facility.point, .outline = {}, .is_point = true};
    point.outline.points = {facility.point};
    auto const choice = atlas.by_overlap(point, 0);
    located.push_back(choice.municipality.is_none() ? atlas.by_distance(point)
                                                    : choice.municipality);
  }
  return located;
}

AssignmentCount keep_studied(Population& population, Municipalities const& municipalities,
                             OutsideCells outside) {
  AssignmentCount taken_out;
  Population kept;
  for (auto& cell : population) {
    bool const is_studied = cell.municipality.is_none()
                                ? outside == OutsideCells::Keep
                                : municipalities[cell.municipality].is_studied;
    if (is_studied) {
      kept.push_back(std::move(cell));
    } else {
      count(taken_out, cell);
    }
  }
  population = std::move(kept);
  return taken_out;
}

}  // namespace gapmap::places
