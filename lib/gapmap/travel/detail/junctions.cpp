#include "gapmap/travel/detail/junctions.h"

namespace gapmap::travel {
namespace {

/// Returns the rank of a class; lower is more important. Roads of unknown class count as local
/// ones.
int rank(RoadClass road_class) {
  return static_cast<int>(road_class == RoadClass::Unknown ? RoadClass::Local : road_class);
}

JunctionId end_of(Segment const& segment, Direction direction) {
  return direction == Direction::Along ? segment.to : segment.from;
}

}  // namespace

Junctions::Junctions(RoadNetwork const& network, Profile const& profile)
    : profile_{profile}, meetings_(network.junctions.size()) {
  for (auto const id : network.originals()) {
    add(network.segments[id], Direction::Along);
    add(network.segments[id], Direction::Against);
  }
  // A junction that turn rules split is still one place.
  for (auto j = network.original_junctions(); j < network.junctions.size(); ++j)
    meetings_[JunctionId{j}] = meetings_[network.original_of(JunctionId{j})];
}

void Junctions::add(Segment const& segment, Direction end) {
  auto const& road = segment.attributes;
  if (road.is_ferry()) return;
  auto& at = meetings_[end_of(segment, end)];
  ++at.ways;
  bool const comes = road.permits(end).contains(profile_.mode);
  bool const leaves = road.permits(opposite(end)).contains(profile_.mode);
  if (!comes && !leaves) return;
  auto const own = road.road_class;
  auto const note_second = [&](RoadClass road_class) {
    if (at.has_second && rank(at.second) <= rank(road_class)) return;
    at.second = road_class;
    at.has_second = true;
  };
  if (at.roads == 0 || rank(own) < rank(at.first)) {
    if (at.first_in > 0) note_second(at.first);
    at.first = own;
    at.first_roads = at.first_in = at.first_out = 0;
  }
  ++at.roads;
  at.in = static_cast<std::uint16_t>(at.in + (comes ? 1 : 0));
  if (rank(own) == rank(at.first)) {
    ++at.first_roads;
    at.first_in = static_cast<std::uint16_t>(at.first_in + (comes ? 1 : 0));
    at.first_out = static_cast<std::uint16_t>(at.first_out + (leaves ? 1 : 0));
  } else if (comes) {
    note_second(own);
  }
  if (comes && segment.control[static_cast<std::size_t>(end)] == Control::GivesWay)
    at.has_sign = true;
}

Seconds Junctions::wait(Segment const& segment, Direction direction) const {
  auto const& road = segment.attributes;
  auto const& at = meetings_[end_of(segment, direction)];
  if (road.is_ferry() || at.roads < 3 || at.in < 2) return Seconds{0};
  // One stream is half of a road's traffic; the other carriageway is a junction of its own.
  auto const wait_for = [&](RoadClass other, int streams) {
    return (streams >= 2 ? 1.0 : 0.5) * profile_.delays.junction[static_cast<std::size_t>(other)];
  };
  bool const is_first = rank(road.road_class) == rank(at.first);
  bool const others_are_equal = is_first && at.first_in > 1;
  int const streams = at.first_in - (is_first ? 1 : 0);
  if (segment.control[static_cast<std::size_t>(direction)] == Control::GivesWay) {
    bool const is_for_lesser = is_first && !others_are_equal && at.has_second;
    return is_for_lesser ? wait_for(at.second, at.in - 1) : wait_for(at.first, streams);
  }
  if (is_first) {
    int const both_ways = at.first_in + at.first_out - at.first_roads;
    bool const others_cross = at.first_in >= 3 || both_ways < 2;
    bool const is_merge = both_ways == 0 && at.first_out == 1;
    bool const is_free = !others_are_equal || at.has_sign || !others_cross || is_merge;
    return is_free ? Seconds{0} : 0.5 * wait_for(at.first, streams);
  }
  if (at.first_in == 0) return Seconds{0};
  return wait_for(at.first, streams);
}

bool Junctions::is_at_end(Segment const& segment, Direction direction) const {
  return meetings_[end_of(segment, direction)].ways >= 3;
}

}  // namespace gapmap::travel
