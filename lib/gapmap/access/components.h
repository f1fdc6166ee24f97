#pragma once
// Finds the components of a network for one way of travelling, and which of them are worth
// attaching to.

#include <optional>

#include "gapmap/geometry/point.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/travel/weigh.h"

namespace gapmap {

using ComponentId = Id<struct ComponentTag>;

/// A weakly connected component: roads connected along edges that may be travelled in at least one
/// direction. Only original segments count (RoadNetwork); a road is open if it or one of its copies
/// is.
struct Component {
  std::size_t segments = 0;
  Meters length{0};
  bool is_small = false;
  bool is_cut_off = false;  ///< whether a gap in the data cuts it off
  bool may_go_on = false;   ///< whether it leaves the box within which roads were read
};

struct Components {
  IdVector<SegmentId, ComponentId> of_segment;  ///< none() if this mode may not travel there
  IdVector<ComponentId, Component> components;  ///< ordered by their lowest SegmentId

  [[nodiscard]] bool is_usable(SegmentId segment) const {
    auto const component = of_segment[segment];
    return !component.is_none() && !components[component].is_small;
  }
};

namespace access {

/// Travellers who get to at least this much connected road have reached the network: cemeteries,
/// drives of a hospital and one-way yards have less.
inline constexpr Meters kNetwork{10'000};
/// Components with at least this much road are large ("lands"): they stand on their own and are not
/// cut off by a gap in the data. A harbour behind its gates has 20 km.
inline constexpr Meters kLand{50'000};
/// The greatest distance at which a gap in the data cuts off a component. Straits without a bridge
/// or a ferry are wider than this, gaps in the data hardly ever: see tools/manual/method.md, Access
/// legs.
inline constexpr Meters kCutOffWithin{200};

struct ComponentOptions {
  Meters small_component_below{1000};
  /// The box, if only roads that touch one were read. Components that leave it may be of any length
  /// and count as large; the longest one in the box may not be the longest of all.
  std::optional<Box> read_within = {};
};

/// Returns for each original segment whether it or one of its copies may be travelled.
template <CostType Cost>
[[nodiscard]] IdVector<SegmentId, char> open_roads(RoadNetwork const& network,
                                                   RoadGraph const& graph,
                                                   EdgeCosts<Cost> const& costs);

/// Finds components and marks small ones and those that are cut off.
///
/// Large components have at least `kLand` of road; the longest one, and with `read_within` those
/// that leave the box, are large as well.
///
/// Small components have less road than `small_component_below` (exclusive): a digitised yard, a
/// path between two houses. No journey begins or ends there. Components with less than `kNetwork`
/// that touch or cross a road of a large component and have no junction with it are small too: a
/// drive that leads to a road which its mode may not use.
///
/// Other components that are not large are cut off if they come within `kCutOffWithin` (inclusive,
/// in the plane) of a large one: paths of a cemetery whose gate nobody mapped.
///
/// Components above `small_component_below` are neither where the data know what separates them: a
/// ferry lands there, used or not, or a gate is closed to the mode.
///
/// Requires: `costs` and `graph` were made from `network`.
/// Cost: O(V + E).
template <CostType Cost>
[[nodiscard]] Components find_components(RoadNetwork const& network, RoadGraph const& graph,
                                         EdgeCosts<Cost> const& costs,
                                         ComponentOptions const& options = {});

}  // namespace access
}  // namespace gapmap
