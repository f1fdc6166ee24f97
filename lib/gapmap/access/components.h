#pragma once
// The components a network falls into for one way of travelling, and which of them are worth
// attaching to.

#include <optional>

#include "gapmap/geometry/point.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap {

using ComponentId = Id<struct ComponentTag>;

/// Roads that hang together along edges which may be travelled in at least one direction. Only
/// original segments count (RoadNetwork); a road is open if it or one of its copies is.
struct Component {
  std::size_t segments = 0;
  Meters length{0};
  bool is_small = false;
  bool is_cut_off = false;  ///< by a gap in the data
  bool may_go_on = false;   ///< it leaves the box within which roads were read
};

struct Components {
  IdVector<SegmentId, ComponentId> of_segment;  ///< none: nobody of this mode may travel there
  IdVector<ComponentId, Component> components;  ///< by their lowest SegmentId

  [[nodiscard]] bool is_usable(SegmentId segment) const {
    auto const component = of_segment[segment];
    return !component.is_none() && !components[component].is_small;
  }
};

namespace access {

/// Who gets to as much connected road has got onto the network: cemeteries, drives of a hospital
/// and one-way yards have less.
inline constexpr Meters kNetwork{10'000};
/// A component with as much road is a land of its own, not something that a gap in the data cuts
/// off: a harbour behind its gates has 20 km.
inline constexpr Meters kLand{50'000};
/// Straits between roads without a bridge or a ferry are wider than this, gaps in the data hardly
/// ever: see tools/manual/method.md, Access legs.
inline constexpr Meters kCutOffWithin{200};

struct ComponentOptions {
  Meters small_component_below{1000};
  /// If only roads that touch a box were read: components that leave it may be of any length, and
  /// count as lands here; the longest one may not be the longest of all.
  std::optional<Box> read_within = {};
};

/// Of each original segment, whether somebody travels along it or one of its copies.
template <CostType Cost>
[[nodiscard]] IdVector<SegmentId, char> open_roads(RoadNetwork const& network,
                                                   RoadGraph const& graph,
                                                   EdgeCosts<Cost> const& costs);

/// Small components are components with less road than `small_component_below` (exclusive): a
/// digitised yard, a path between two houses. No journey begins or ends there. So are components
/// with less than `kLand` that touch or cross a component with more and have no junction with it,
/// as a drive that hangs on a road which its mode may not use.
///
/// Cut off are other components with less than `kLand` that come within `kCutOffWithin` (inclusive,
/// in the plane) of a land: paths of a cemetery whose gate nobody mapped.
///
/// Neither holds where the data know what parts the components: a ferry lands there, used or not,
/// or a gate is closed to the mode.
///
/// Lands are components with at least `kLand`, and the longest.
/// Requires: `costs` and `graph` were made from `network`. Cost: O(V + E).
template <CostType Cost>
[[nodiscard]] Components find_components(RoadNetwork const& network, RoadGraph const& graph,
                                         EdgeCosts<Cost> const& costs,
                                         ComponentOptions const& options = {});

}  // namespace access
}  // namespace gapmap
