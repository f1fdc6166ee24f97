#pragma once
// Forbidden turns as sequences of segments.

#include <compare>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "gapmap/network/road_network.h"
#include "gapmap/network/turn_rules.h"

namespace gapmap::network {

/// A segment and the direction in which it is travelled.
struct DirectedSegment {
  SegmentId segment;
  Direction direction;
  friend auto operator<=>(DirectedSegment const&, DirectedSegment const&) = default;
  [[nodiscard]] DirectedSegment reversed() const noexcept { return {segment, opposite(direction)}; }
};

/// Returns the index of `at` in arrays with two entries per segment.
[[nodiscard]] inline std::size_t index_of(DirectedSegment at) noexcept {
  return 2 * std::size_t{at.segment.value()} + (at.direction == Direction::Along ? 0 : 1);
}

using SegmentPath = std::vector<DirectedSegment>;

/// A turn rule on segments: travellers who have travelled all but the last segment must not, or
/// must only, go on by the last one.
struct BoundTurn {
  TurnKind kind;
  ModeSet binds;
  SegmentPath path;  ///< at least two segments, each beginning where the one before ends
};

/// The segments of a network in each direction of travel, from junction to junction.
class DirectedSegments {
 public:
  explicit DirectedSegments(RoadNetwork const& network);

  [[nodiscard]] std::size_t count() const { return network_.segments.size(); }
  [[nodiscard]] ModeSet permits(DirectedSegment at) const {
    return network_.segments[at.segment].attributes.permits(at.direction);
  }
  [[nodiscard]] JunctionId tail(DirectedSegment at) const {
    auto const& segment = network_.segments[at.segment];
    return at.direction == Direction::Along ? segment.from : segment.to;
  }
  [[nodiscard]] JunctionId head(DirectedSegment at) const { return tail(at.reversed()); }
  [[nodiscard]] Meters length(DirectedSegment at) const { return network_.length(at.segment); }
  [[nodiscard]] Meters length_of_all() const;
  /// Returns all segments that leave the junction where `at` ends, including the way back.
  [[nodiscard]] std::span<DirectedSegment const> behind(DirectedSegment at) const {
    auto const first = first_[head(at).value()];
    return std::span{departures_}.subspan(first, first_[head(at).value() + 1] - first);
  }

 private:
  RoadNetwork const& network_;
  std::vector<std::uint32_t> first_;
  std::vector<DirectedSegment> departures_;
};

/// The segments that must not follow a path, and the modes for which they must not.
using Following = std::map<DirectedSegment, ModeSet>;
/// Segments that must not follow, by the path travelled before.
using ForbiddenPaths = std::map<SegmentPath, Following>;

/// Returns the forbidden paths of rules of all kinds: where only some segments may follow, all
/// others must not.
[[nodiscard]] ForbiddenPaths forbidden_paths(DirectedSegments const& segments,
                                             std::span<BoundTurn const> turns);

}  // namespace gapmap::network
