#include "gapmap/network/detail/bound_turns.h"

#include <algorithm>

namespace gapmap::network {

DirectedSegments::DirectedSegments(RoadNetwork const& network)
    : network_{network}, first_(network.junctions.size() + 1, 0) {
  for (auto const& segment : network.segments) {
    ++first_[segment.from.value() + 1];
    ++first_[segment.to.value() + 1];
  }
  for (std::size_t j = 1; j < first_.size(); ++j) first_[j] += first_[j - 1];
  departures_.resize(2 * network.segments.size());
  auto next = first_;
  for (auto const id : network.segments.ids()) {
    auto const& segment = network.segments[id];
    departures_[next[segment.from.value()]++] = {id, Direction::Along};
    departures_[next[segment.to.value()]++] = {id, Direction::Against};
  }
}

Meters DirectedSegments::length_of_all() const {
  Meters length{0};
  for (auto const id : network_.segments.ids()) length += network_.length(id);
  return length;
}

ForbiddenPaths forbidden_paths(DirectedSegments const& segments, std::span<BoundTurn const> turns) {
  ForbiddenPaths forbidden;
  ForbiddenPaths allowed;
  for (auto const& turn : turns) {
    SegmentPath const before{turn.path.begin(), turn.path.end() - 1};
    auto& modes = (turn.kind == TurnKind::Only ? allowed : forbidden)[before][turn.path.back()];
    modes = modes | turn.binds;
  }
  for (auto const& path : allowed) {
    auto const& before = path.first;
    auto const& following = path.second;
    for (auto const mode : {Mode::Car, Mode::Bike, Mode::Walk}) {
      auto const is_allowed = [&](DirectedSegment next) {
        auto const modes = following.find(next);
        return modes != following.end() && modes->second.contains(mode);
      };
      if (std::ranges::none_of(following,
                               [&](auto const& next) { return next.second.contains(mode); }))
        continue;
      for (auto const next : segments.behind(before.back())) {
        if (!is_allowed(next)) forbidden[before][next].insert(mode);
      }
    }
  }
  return forbidden;
}

}  // namespace gapmap::network
