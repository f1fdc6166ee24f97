#include "gapmap/engine/detail/other_unit.h"

#include <utility>
#include <vector>

#include "gapmap/access/attach.h"

namespace gapmap::engine {

template <CostType Cost>
WeighedWays<OtherUnit<Cost>> weigh_in_other_unit(Scene<Cost> const& scene,
                                                 job::Travel const& travel, Listener& listener) {
  WeighedWays<OtherUnit<Cost>> ways{
      .roads = weigh_roads<OtherUnit<Cost>>(*scene.roads, travel, listener), .ends = {}};
  listener.stage("attach to roads", [&] {
    auto const attach = [&](std::vector<Point> const& points, access::AttachOptions const& by) {
      return access::attach(points, scene.roads->assembly.network, *scene.frame, by);
    };
    std::vector<Point> homes;
    for (auto const& cell : scene.population()) homes.push_back(cell.center);
    std::vector<Point> points;
    for (auto const& place : scene.places.places) points.push_back(place.point);
    ways.ends = reach::ends_of(IdVector<CellId, Attachment>{attach(homes, ways.roads.homes)},
                               IdVector<PlaceId, Attachment>{attach(points, ways.roads.places)},
                               *scene.frame, travel.max_off_road);
  });
  return ways;
}

template WeighedWays<Milliseconds> weigh_in_other_unit(Scene<Millimeters> const&,
                                                       job::Travel const&, Listener&);
template WeighedWays<Millimeters> weigh_in_other_unit(Scene<Milliseconds> const&,
                                                      job::Travel const&, Listener&);

}  // namespace gapmap::engine
