#include "gapmap/places/assign.h"

#include "gapmap/geometry/measure.h"
#include "gapmap/places/atlas.h"
#include "gapmap/units/stop.h"

namespace gapmap::places {
namespace {

void count(AssignmentCount& count, Cell const& cell) {
  ++count.cells;
  count.residents += cell.residents.value_or(People{0});
}

}  // namespace

AssignmentReport assign_municipalities(Population& population,
                                       Municipalities const& municipalities) {
  Atlas<MunicipalityId> const atlas{municipalities};
  AssignmentReport report;
  for (auto& cell : population) {
    stop_if_asked();
    double const cell_m2 = area_m2(cell.outline);
    auto const choice = atlas.by_overlap(cell, cell_m2);
    cell.municipality = choice.area;
    cell.is_mostly_outside = choice.overlap_all_m2 < cell_m2 / 2;
    cell.is_center_outside = !choice.is_inside && !atlas.covers_center(cell);
    if (!cell.municipality.is_none()) {
      cell.lies = choice.is_inside ? Lies::Inside : Lies::Across;
      count(report.by_overlap, cell);
      if (cell.is_mostly_outside) count(report.mostly_outside, cell);
      continue;
    }
    cell.municipality = atlas.by_distance(cell, kNearestMunicipalityWithin);
    cell.lies = cell.municipality.is_none() ? Lies::Nowhere : Lies::Beside;
    count(cell.municipality.is_none() ? report.none : report.by_distance, cell);
  }
  return report;
}

IdVector<PlaceId, MunicipalityId> locate(Places const& places,
                                         Municipalities const& municipalities) {
  Atlas<MunicipalityId> const atlas{municipalities};
  IdVector<PlaceId, MunicipalityId> located;
  located.reserve(places.size());
  for (auto const& place : places) {
    stop_if_asked();
    Cell point{.id = {}, .center = place.point, .outline = {}, .is_point = true};
    point.outline.points = {place.point};
    auto const choice = atlas.by_overlap(point, 0);
    located.push_back(choice.area.is_none() ? atlas.by_distance(point, kNearestMunicipalityWithin)
                                            : choice.area);
  }
  return located;
}

AssignmentCount keep_studied(Population& population, Municipalities const& municipalities,
                             OutsideCells outside) {
  AssignmentCount taken_out;
  Population kept;
  for (auto& cell : population) {
    stop_if_asked();
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
