#include "gapmap/reach/access_legs.h"

#include <algorithm>

namespace gapmap::reach {

template <CostType Cost>
WayPart<Cost> AccessLegs<Cost>::of(CellId cell, PlaceId place) const {
  auto const straight = std::ranges::find(direct_.of(cell), place, &DirectWay::place);
  if (straight != direct_.of(cell).end()) {
    auto const cost = travel::weigh_off_road<Cost>(straight->length, profile_);
    if (trip_ != Trip::Round) return {straight->length, cost};
    return {straight->length + straight->length, cost + cost};
  }
  auto const home = reach_.off_road[cell];
  auto const there = reach_.place_off_road[place];
  WayPart<Cost> const once{home + there, travel::weigh_off_road<Cost>(home, profile_) +
                                             travel::weigh_off_road<Cost>(there, profile_)};
  if (trip_ != Trip::Round) return once;
  return {once.length + once.length, once.cost + once.cost};
}

template class AccessLegs<Millimeters>;
template class AccessLegs<Milliseconds>;

}  // namespace gapmap::reach
