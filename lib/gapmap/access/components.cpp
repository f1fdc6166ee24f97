#include "gapmap/access/components.h"

#include <algorithm>

#include "gapmap/access/detail/connected_nodes.h"
#include "gapmap/access/detail/nearby_components.h"

namespace gapmap::access {
namespace {

/// Returns the components with a junction where a ferry lands, whoever may board it.
IdVector<ComponentId, char> with_ferries(RoadNetwork const& network, Components const& components) {
  IdVector<JunctionId, char> is_landing(network.junctions.size(), 0);
  for (auto const& segment : network.segments) {
    if (segment.attributes.is_ferry()) is_landing[segment.from] = is_landing[segment.to] = 1;
  }
  IdVector<ComponentId, char> have(components.components.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    if (components.of_segment[s].is_none()) continue;
    if (is_landing[segment.from] != 0 || is_landing[segment.to] != 0)
      have[components.of_segment[s]] = 1;
  }
  return have;
}

/// Returns the components with a gate that is closed to the mode and leads to another component:
/// the data know what separates them.
IdVector<ComponentId, char> with_closed_gates(RoadNetwork const& network,
                                              Components const& components) {
  IdVector<JunctionId, char> is_gate(network.junctions.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    bool const is_closed_gate = components.of_segment[s].is_none() && network.is_gate(s);
    if (is_closed_gate) is_gate[segment.from] = is_gate[segment.to] = 1;
  }
  IdVector<ComponentId, char> have(components.components.size(), 0);
  for (auto const s : network.originals()) {
    auto const& segment = network.segments[s];
    if (components.of_segment[s].is_none()) continue;
    if (is_gate[segment.from] != 0 || is_gate[segment.to] != 0) have[components.of_segment[s]] = 1;
  }
  return have;
}

void find_those_that_go_on(RoadNetwork const& network, Box const& box, Components& components) {
  for (auto const segment : network.originals()) {
    auto const component = components.of_segment[segment];
    if (component.is_none() || components.components[component].may_go_on) continue;
    auto const shape = network.shape(segment);
    components.components[component].may_go_on =
        !std::ranges::all_of(shape, [&](Point point) { return box.contains(point); });
  }
}

void find_small(RoadNetwork const& network, ComponentOptions const& options,
                Components& components) {
  auto const longest = std::ranges::max_element(components.components, {}, &Component::length);
  if (longest == components.components.end()) return;
  IdVector<ComponentId, char> are_lands(components.components.size(), 0);
  if (options.read_within) find_those_that_go_on(network, *options.read_within, components);
  for (auto const id : components.components.ids()) {
    auto const& component = components.components[id];
    are_lands[id] = component.length >= kLand || component.may_go_on ? 1 : 0;
  }
  // If not all roads were read, there may be a longer component.
  if (!options.read_within)
    are_lands[ComponentId{static_cast<std::size_t>(longest - components.components.begin())}] = 1;

  auto const have_ferries = with_ferries(network, components);
  auto const have_gates = with_closed_gates(network, components);
  IdVector<ComponentId, char> may_be_cut_off(components.components.size(), 0);
  for (auto const id : components.components.ids()) {
    auto& component = components.components[id];
    if (are_lands[id] != 0) continue;
    component.is_small = component.length < options.small_component_below;
    may_be_cut_off[id] =
        !component.is_small && have_ferries[id] == 0 && have_gates[id] == 0 ? 1 : 0;
  }
  auto const near = come_near(network, components, may_be_cut_off, are_lands, kCutOffWithin);
  for (auto const id : near.ids()) {
    auto& component = components.components[id];
    if (near[id] == Nearness::Touching && component.length < kNetwork) {
      component.is_small = true;
    } else {
      component.is_cut_off = near[id] != Nearness::Apart;
    }
  }
}

}  // namespace

template <CostType Cost>
IdVector<SegmentId, char> open_roads(RoadNetwork const& network, RoadGraph const& graph,
                                     EdgeCosts<Cost> const& costs) {
  IdVector<SegmentId, char> is_open(network.originals().size(), 0);
  for (auto const segment : network.segments.ids()) {
    auto const along = graph.edge(network, segment, Direction::Along);
    if (costs[along].is_finite() || costs[graph.twin(along)].is_finite())
      is_open[network.original_of(segment)] = 1;
  }
  return is_open;
}

template <CostType Cost>
Components find_components(RoadNetwork const& network, RoadGraph const& graph,
                           EdgeCosts<Cost> const& costs, ComponentOptions const& options) {
  auto const is_open = open_roads(network, graph, costs);
  ConnectedNodes groups{graph.nodes()};
  for (auto const segment : network.originals()) {
    if (is_open[segment] != 0)
      groups.join(graph.node(network.segments[segment].from),
                  graph.node(network.segments[segment].to));
  }
  Components components;
  components.of_segment.reserve(network.originals().size());
  IdVector<NodeId, ComponentId> component_of_group(graph.nodes());
  for (auto const segment : network.originals()) {
    if (is_open[segment] == 0) {
      components.of_segment.push_back(ComponentId::none());
      continue;
    }
    auto& id = component_of_group[groups.find(graph.node(network.segments[segment].from))];
    if (id.is_none()) id = components.components.push_back({});
    components.of_segment.push_back(id);
    ++components.components[id].segments;
    components.components[id].length += network.length(segment);
  }
  find_small(network, options, components);
  return components;
}

template IdVector<SegmentId, char> open_roads(RoadNetwork const&, RoadGraph const&,
                                              EdgeCosts<Millimeters> const&);
template IdVector<SegmentId, char> open_roads(RoadNetwork const&, RoadGraph const&,
                                              EdgeCosts<Milliseconds> const&);
template Components find_components<Millimeters>(RoadNetwork const&, RoadGraph const&,
                                                 EdgeCosts<Millimeters> const&,
                                                 ComponentOptions const&);
template Components find_components<Milliseconds>(RoadNetwork const&, RoadGraph const&,
                                                  EdgeCosts<Milliseconds> const&,
                                                  ComponentOptions const&);

}  // namespace gapmap::access
