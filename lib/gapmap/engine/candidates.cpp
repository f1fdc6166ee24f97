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

std::optional<io::PlacesRead> read_candidates(job::CoverageJob const& job,
                                              Population const& population,
                                              WorkingFrame const& frame, Listener& listener) {
  if (!job.remedies.candidates || job.remedies.gaps == 0) return std::nullopt;
  return listener.stage("read candidates", [&] {
    auto read = io::read_places(*job.remedies.candidates, frame);
    std::vector<Point> points;
    std::vector<Point> cells;
    for (auto const& candidate : read.places) points.push_back(candidate.point);
    for (auto const& cell : population) cells.push_back(cell.center);
    auto const near = are_within_reach(points, cells, job::reach_of(job), frame);
    Places kept;
    for (auto const f : read.places.ids()) {
      if (near[f.value()] != 0) {
        kept.push_back(std::move(read.places[f]));
      } else {
        read.report.count("candidate too far from everybody studied", read.places[f].id);
        --read.report.rows_used;
      }
    }
    read.places = std::move(kept);
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
