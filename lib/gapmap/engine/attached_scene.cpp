#include "gapmap/engine/attached_scene.h"

#include <vector>

namespace gapmap::engine {

template <CostType Cost>
IdVector<CellId, Attachment> attach_people(Population const& population, RoadScene const& scene,
                                           WeighedRoads<Cost> const& roads,
                                           WorkingFrame const& frame) {
  std::vector<Point> centers;
  centers.reserve(population.size());
  for (auto const& cell : population) centers.push_back(cell.center);
  return IdVector<CellId, Attachment>{
      access::attach(centers, scene.assembly.network, frame, roads.homes)};
}

template <CostType Cost>
AttachedScene<Cost> attach_scene(std::optional<ReadingBox> const& box, io::PlacesRead places,
                                 job::Travel travel, Population const& population,
                                 WorkingFrame const& frame, Listener& listener) {
  if (box) {
    keep_places_within(*box, places);
    travel.roads.source.extent = io::Extent{box->roads, frame.crs()};
  }
  auto roads = std::make_shared<RoadScene const>(build_roads(travel, frame, listener));
  auto weighed = std::make_shared<WeighedRoads<Cost> const>(
      weigh_roads<Cost>(*roads, travel, listener, box ? std::optional{box->roads} : std::nullopt));
  auto ends = listener.stage("attach to roads", [&] {
    return reach::ends_of(attach_people(population, *roads, *weighed, frame),
                          attach_places(places, *roads, *weighed, frame), frame,
                          travel.max_off_road);
  });
  return {.places = std::move(places),
          .roads = std::move(roads),
          .weighed = std::move(weighed),
          .ends = std::move(ends),
          .reading = "roads are read whole"};
}

template IdVector<CellId, Attachment> attach_people(Population const&, RoadScene const&,
                                                    WeighedRoads<Millimeters> const&,
                                                    WorkingFrame const&);
template IdVector<CellId, Attachment> attach_people(Population const&, RoadScene const&,
                                                    WeighedRoads<Milliseconds> const&,
                                                    WorkingFrame const&);
template AttachedScene<Millimeters> attach_scene(std::optional<ReadingBox> const&, io::PlacesRead,
                                                 job::Travel, Population const&,
                                                 WorkingFrame const&, Listener&);
template AttachedScene<Milliseconds> attach_scene(std::optional<ReadingBox> const&, io::PlacesRead,
                                                  job::Travel, Population const&,
                                                  WorkingFrame const&, Listener&);

}  // namespace gapmap::engine
