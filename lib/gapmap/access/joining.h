#pragma once
// Decides where people and places may join the road: not from beside a motorway, not from above a
// tunnel or under a bridge, and not where one gets no further.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "gapmap/access/components.h"

namespace gapmap {

/// Whether a segment may be joined from beside, and if not, why. The first reason that holds
/// counts.
enum class Joining : std::uint8_t {
  Open,
  Closed,       ///< this mode may not travel there
  AtJunctions,  ///< motorways, their ramps and roads for motor traffic
  InTunnel,
  OnBridge,        ///< on a bridge of at least `kBridge`
  SmallComponent,  ///< in a small component
  LeadsNowhere,    ///< one gets no further from it (or, to a place, not to it), or its component is
                   ///< cut off
};
inline constexpr std::size_t kJoinings = 7;
inline constexpr std::array<std::string_view, kJoinings> kJoiningNames{
    "open", "closed", "at_junctions", "in_tunnel", "on_bridge", "small_component", "leads_nowhere"};

[[nodiscard]] constexpr std::string_view name_of(Joining joining) noexcept {
  return kJoiningNames[static_cast<std::size_t>(joining)];
}

/// The purpose of joining a road.
enum class Purpose : std::uint8_t {
  SetOut,  ///< to leave from it: the road must lead on
  Arrive,  ///< to come to it: the road must be led to
  Both,
};

namespace access {

/// Bridges of at least this length are not joined. From beside a shorter one, nobody is moved
/// farther than half of it from where it may be entered.
inline constexpr Meters kBridge{30};

/// Tells which roads may be joined.
///
/// A road leads on if from it one gets to a strong component (within which every node is reached
/// from every other) with at least `kNetwork` of road, or with half as much as the largest strong
/// component of its component; it is led to if one gets to it from such a strong component. So a
/// lane into a garage, a street that only ends, and a carriageway that leaves the extract lead
/// nowhere. Segments of one bridge, drawn in parts, count together.
///
/// Gates without length that are closed to the mode are Open where a road beside them is: somebody
/// at a gate is on both sides of it.
class JoinableRoads {
 public:
  /// Keeps references to network, graph and components.
  /// Requires: all were made from one another.
  /// Cost: O(V + E).
  template <CostType Cost>
  JoinableRoads(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                Components const& components);
  ~JoinableRoads();
  JoinableRoads(JoinableRoads const&) = delete;
  JoinableRoads& operator=(JoinableRoads const&) = delete;

  /// Returns the joining of every segment for one purpose.
  /// Cost: O(V + E).
  [[nodiscard]] IdVector<SegmentId, Joining> joining(Purpose purpose) const;

  /// Returns the segments whose joining may change if more roads are read than those that touch a
  /// box. In components that leave the box these are segments of small components, roads that lead
  /// nowhere, and all roads if the component has less than `kNetwork` of connected road. In other
  /// components they are all segments if the component is small or cut off with `with_more` and not
  /// without, or the reverse. `with_more` is the result of find_components() with `read_within`.
  /// Empty if there are none.
  [[nodiscard]] IdVector<SegmentId, char> doubtful(
      Components const& with_more, IdVector<SegmentId, Joining> const& joining) const;

 private:
  struct State;
  std::unique_ptr<State const> state_;
};

}  // namespace access
}  // namespace gapmap
