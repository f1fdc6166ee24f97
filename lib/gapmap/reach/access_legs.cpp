#include "gapmap/reach/access_legs.h"

#include <algorithm>

namespace gapmap::reach {

template <CostType Cost>
WayPart<Cost> AccessLegs<Cost>::of(CellId cell, FacilityId facility) const {
  auto const straight = std::ranges::find(direct_.of(cell), facility, &DirectWay::facility);
  if (straight != direct_.of(cell).end()) {
    auto const cost = travel::weigh_off_road<Cost>(straight->length, profile_);
    if (trip_ != Trip::Round) return {straight->length, cost};
    return {straight->length + straight->length, cost + cost};
  }
  auto const home = reach_.off_road[cell];
  auto const place = reach_.facility_off_road[facility];
  WayPart<Cost> const once{home + place, travel::weigh_off_road<Cost>(home, profile_) +
                                             travel::weigh_off_road<Cost>(place, profile_)};
  if (trip_ != Trip::Round) return once;
  return {once.length + once.length, once.cost + once.cost};
}

template class AccessLegs<Millimeters>;
template class AccessLegs<Milliseconds>;

}  // namespace gapmap::reach
