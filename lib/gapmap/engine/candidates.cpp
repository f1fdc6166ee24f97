#include "gapmap/engine/candidates.h"

#include <vector>

#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/ruler.h"

namespace gapmap::engine {

std::vector<char> are_within_reach(std::span<Point const> points, std::span<Point const> cells,
                                   Meters reach, WorkingFrame const& frame) {
  // The cell nearest in the plane need not be the nearest on the ground: between here and there
  // the plane's scale differs by less than this.
  constexpr double kStretch = 1.2;
  std::vector<Box> boxes;
  for (auto const cell : cells) boxes.push_back({cell, cell});
  BoxTree const tree{boxes};
  Ruler const ruler{frame};
  std::vector<char> near;
  for (auto const point : points) {
    auto const nearest = tree.nearest(point, 1);
    near.push_back(
        !nearest.empty() && ruler.distance(point, cells[nearest.front()]) <= kStretch * reach ? 1
                                                                                              : 0);
  }
  return near;
}

void keep_within_reach(io::PlacesRead& candidates, Meters reach, Population const& population,
                       WorkingFrame const& frame) {
  std::vector<Point> points;
  std::vector<Point> cells;
  for (auto const& candidate : candidates.places) points.push_back(candidate.point);
  for (auto const& cell : population) cells.push_back(cell.center);
  auto const near = are_within_reach(points, cells, reach, frame);
  Places kept;
  for (auto const f : candidates.places.ids()) {
    if (near[f.value()] != 0) {
      kept.push_back(std::move(candidates.places[f]));
    } else {
      candidates.report.count("candidate too far from everybody studied", candidates.places[f].id);
      --candidates.report.rows_used;
    }
  }
  candidates.places = std::move(kept);
}

io::PlacesRead read_candidates(io::PlaceInput const& input, Meters reach,
                               Population const& population, WorkingFrame const& frame,
                               Listener& listener) {
  return listener.stage("read candidates", [&] {
    auto read = io::read_places(input, frame);
    keep_within_reach(read, reach, population, frame);
    return read;
  });
}

template <CostType Cost>
Candidates attach_candidates(io::PlacesRead read, RoadScene const& scene,
                             WeighedRoads<Cost> const& roads, WorkingFrame const& frame) {
  Candidates candidates{.read = std::move(read), .attached = {}};
  candidates.attached = attach_points(candidates.read, scene, roads, frame);
  return candidates;
}

template Candidates attach_candidates(io::PlacesRead, RoadScene const&,
                                      WeighedRoads<Millimeters> const&, WorkingFrame const&);
template Candidates attach_candidates(io::PlacesRead, RoadScene const&,
                                      WeighedRoads<Milliseconds> const&, WorkingFrame const&);

}  // namespace gapmap::engine
