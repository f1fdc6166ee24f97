#include "tools/attached_scene.h"

#include <vector>

namespace gapmap::tools {

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
AttachedScene<Cost> attach_scene(std::optional<ReadingBox> const& box, io::FacilitiesRead halls,
                                 Travel travel, Population const& population,
                                 WorkingFrame const& frame, Console& console) {
  AttachedScene<Cost> scene{.halls = std::move(halls)};
  if (box) {
    keep_places_within(*box, scene.halls);
    travel.roads.source.extent = io::Extent{box->roads, frame.crs()};
  }
  scene.roads = build_roads(travel, frame, console);
  scene.weighed = weigh_roads<Cost>(scene.roads, travel, console,
                                    box ? std::optional{box->roads} : std::nullopt);
  console.stage("attach to roads", [&] {
    scene.ends = reach::ends_of(attach_people(population, scene.roads, scene.weighed, frame),
                                attach_places(scene.halls, scene.roads, scene.weighed, frame),
                                frame, travel.max_off_road);
  });
  scene.reading = "roads are read whole";
  return scene;
}

template IdVector<CellId, Attachment> attach_people(Population const&, RoadScene const&,
                                                    WeighedRoads<Millimeters> const&,
                                                    WorkingFrame const&);
template IdVector<CellId, Attachment> attach_people(Population const&, RoadScene const&,
                                                    WeighedRoads<Milliseconds> const&,
                                                    WorkingFrame const&);
template AttachedScene<Millimeters> attach_scene(std::optional<ReadingBox> const&,
                                                 io::FacilitiesRead, Travel, Population const&,
                                                 WorkingFrame const&, Console&);
template AttachedScene<Milliseconds> attach_scene(std::optional<ReadingBox> const&,
                                                  io::FacilitiesRead, Travel, Population const&,
                                                  WorkingFrame const&, Console&);

}  // namespace gapmap::tools
