#pragma once
// Where people and places may join the road: not from beside a motorway, not from above a tunnel or
// under a bridge, and not where one gets no further.

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

#include "gapmap/access/components.h"

namespace gapmap {

/// Whether a segment is joined from beside, and if not, why. By what is first true.
enum class Joining : std::uint8_t {
  Open,
  Closed,       ///< nobody of this mode may travel there
  AtJunctions,  ///< motorways, their ramps and roads for motor traffic
  InTunnel,
  OnBridge,        ///< of `kBridge` and more
  SmallComponent,  ///< of a component that is too short
  LeadsNowhere,  ///< one gets on, and then no further (or, to a place, not there); or its component
                 ///< is cut off
};
inline constexpr std::size_t kJoinings = 7;
inline constexpr std::array<std::string_view, kJoinings> kJoiningNames{
    "open", "closed", "at_junctions", "in_tunnel", "on_bridge", "small_component", "leads_nowhere"};

[[nodiscard]] constexpr std::string_view name_of(Joining joining) noexcept {
  return kJoiningNames[static_cast<std::size_t>(joining)];
}

/// What those who join a road do there.
enum class Purpose : std::uint8_t {
  SetOut,  ///< leave from it: the road must lead on
  Arrive,  ///< come to it: the road must be led to
  Both,
};

namespace access {

/// Bridges of less are joined: whoever lives beside one is taken no farther than half of it from
/// where it may be entered.
inline constexpr Meters kBridge{30};

/// Roads, as those see them who look for one to join.
///
/// A road leads on if from it one gets to a strong component (within which everybody gets
/// everywhere) of at least `kNetwork` of road, or of half as much as the largest one of its
/// component has; it is led to if one gets to it from such a one. So a lane into a garage, a street
/// that only ends, and a carriageway that leaves the extract lead nowhere. Segments of one bridge,
/// drawn in parts, count together.
///
/// Gates without length that are closed to the mode are Open where a road beside them is: who is at
/// a gate is on both sides of it.
class JoinableRoads {
 public:
  /// Keeps references to network, graph and components. Requires: all were made from one another.
  /// Cost: O(V + E).
  template <CostType Cost>
  JoinableRoads(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                Components const& components);
  ~JoinableRoads();
  JoinableRoads(JoinableRoads const&) = delete;
  JoinableRoads& operator=(JoinableRoads const&) = delete;

  /// Of every segment. Cost: O(V + E).
  [[nodiscard]] IdVector<SegmentId, Joining> joining(Purpose purpose) const;

  /// Segments whose joining may be another once more roads are read than those that touch a box:
  /// small components, roads that lead nowhere, and all roads of components with less than
  /// `kNetwork` of connected road, where the component leaves the box; and components that are
  /// small components only if such a component is a network, or is none. `with_more` is what
  /// find_components() gives with `read_within`. Empty if there are none.
  [[nodiscard]] IdVector<SegmentId, char> doubtful(
      Components const& with_more, IdVector<SegmentId, Joining> const& joining) const;

 private:
  struct State;
  std::unique_ptr<State const> state_;
};

}  // namespace access
}  // namespace gapmap
