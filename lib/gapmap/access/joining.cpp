#include "gapmap/access/joining.h"

#include <algorithm>
#include <numeric>

#include "gapmap/graph/strong_components.h"

namespace gapmap::access {
namespace {

/// Calls `visit(edge)` for the edge along a segment and the edges along its copies.
template <class Visit>
void for_each_member(RoadNetwork const& network, RoadGraph const& graph, SegmentId original,
                     Visit const& visit) {
  visit(graph.edge(network, original, Direction::Along));
  for (auto const along : graph.copies(original)) visit(along);
}

/// The length of road in each strong component, in the largest one reached from it, and in the
/// largest one from which it is reached.
class Onward {
 public:
  template <CostType Cost>
  Onward(RoadNetwork const& network, RoadGraph const& graph, EdgeCosts<Cost> const& costs)
      : graph_{graph} {
    is_open_.reserve(graph.edges());
    for (auto const cost : costs) is_open_.push_back(cost.is_finite() ? 1 : 0);
    of_node_ = graph::strong_components(graph, is_open_);
    std::size_t components = 0;
    for (auto const component : of_node_)
      components = std::max<std::size_t>(components, component.value() + std::size_t{1});
    own_ = IdVector<StrongComponentId, Meters>(components, Meters{0});
    // A road counts once in a component, whichever of its segment and copies lies there.
    std::vector<StrongComponentId> found;
    for (auto const original : network.originals()) {
      found.clear();
      for_each_member(network, graph, original, [&](EdgeId along) {
        bool const is_any_open = is_open(along) || is_open(graph.twin(along));
        auto const from = of_node_[graph.tail(along)];
        bool const is_within = is_any_open && from == of_node_[graph.head(along)];
        if (!is_within || std::ranges::find(found, from) != found.end()) return;
        own_[from] += network.length(original);
        found.push_back(from);
      });
    }
  }

  [[nodiscard]] bool is_open(EdgeId edge) const { return is_open_[edge.value()] != 0; }
  [[nodiscard]] StrongComponentId of(NodeId node) const { return of_node_[node]; }
  /// Returns the length of road in the component itself.
  [[nodiscard]] Meters own(StrongComponentId component) const { return own_[component]; }

  /// Returns for each component the length of the largest one reached from it, itself included.
  /// Edges lead to lower numbers, so components are settled in ascending order.
  [[nodiscard]] IdVector<StrongComponentId, Meters> led_to() const {
    auto most = own_;
    for (auto const& [from, to] : links()) most[from] = std::max(most[from], most[to]);
    return most;
  }
  /// Returns for each component the length of the largest one from which it is reached.
  [[nodiscard]] IdVector<StrongComponentId, Meters> led_from() const {
    auto most = own_;
    auto const ascending = links();
    for (auto link = ascending.rbegin(); link != ascending.rend(); ++link)
      most[link->second] = std::max(most[link->second], most[link->first]);
    return most;
  }

 private:
  /// Returns open edges between components, ascending by the component where they begin.
  [[nodiscard]] std::vector<std::pair<StrongComponentId, StrongComponentId>> links() const {
    std::vector<std::pair<StrongComponentId, StrongComponentId>> links;
    for (auto const node : of_node_.ids()) {
      for (auto const edge : graph_.out(node)) {
        auto const to = of_node_[graph_.head(edge)];
        if (is_open(edge) && of_node_[node] != to) links.emplace_back(of_node_[node], to);
      }
    }
    std::ranges::sort(links);
    return links;
  }

  RoadGraph const& graph_;
  std::vector<char> is_open_;
  IdVector<NodeId, StrongComponentId> of_node_;
  IdVector<StrongComponentId, Meters> own_;
};

/// Returns the segments of bridges that are long enough, counting all parts of one bridge together.
IdVector<SegmentId, char> long_bridges(RoadNetwork const& network) {
  IdVector<SegmentId, char> are_long(network.originals().size(), 0);
  std::vector<SegmentId> bridges;
  for (auto const s : network.originals()) {
    if (network.segments[s].attributes.level == Level::Bridge) bridges.push_back(s);
  }
  if (bridges.empty()) return are_long;
  // Groups bridges that meet by union-find over the first bridge at each junction.
  std::vector<std::size_t> parent(bridges.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  auto const find = [&](std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
  };
  std::vector<std::pair<JunctionId, std::size_t>> ends;
  for (std::size_t i = 0; i < bridges.size(); ++i) {
    ends.emplace_back(network.segments[bridges[i]].from, i);
    ends.emplace_back(network.segments[bridges[i]].to, i);
  }
  std::ranges::sort(ends);
  for (std::size_t e = 1; e < ends.size(); ++e) {
    if (ends[e].first == ends[e - 1].first) parent[find(ends[e].second)] = find(ends[e - 1].second);
  }
  std::vector<Meters> length(bridges.size(), Meters{0});
  for (std::size_t i = 0; i < bridges.size(); ++i) length[find(i)] += network.length(bridges[i]);
  for (std::size_t i = 0; i < bridges.size(); ++i)
    are_long[bridges[i]] = length[find(i)] >= kBridge ? 1 : 0;
  return are_long;
}

/// The network that a road leads to, or is led to from, as far as it is large enough.
class Reachable {
 public:
  Reachable(RoadNetwork const& network, RoadGraph const& graph, Onward const& onward,
            Components const& components)
      : network_{network},
        graph_{graph},
        onward_{onward},
        to_{onward.led_to()},
        from_{onward.led_from()},
        enough_(components.components.size(), Meters{0}) {
    for (auto const segment : network.originals()) {
      auto const component = components.of_segment[segment];
      if (component.is_none()) continue;
      for_each_member(network, graph, segment, [&](EdgeId along) {
        for (auto const node : {graph.tail(along), graph.head(along)}) {
          auto const largest = onward.own(onward.of(node));
          enough_[component] = std::max(enough_[component], std::min(0.5 * largest, kNetwork));
        }
      });
    }
  }

  /// Returns how much connected road is enough in a component: half of its largest strong
  /// component, and at most `kNetwork`.
  [[nodiscard]] Meters enough(ComponentId component) const { return enough_[component]; }

  [[nodiscard]] bool serves(SegmentId segment, ComponentId component, Purpose purpose) const {
    bool const leads_on = is_any(segment, [&](EdgeId edge) {
      return to_[onward_.of(graph_.head(edge))] >= enough_[component];
    });
    bool const is_led_to = is_any(segment, [&](EdgeId edge) {
      return from_[onward_.of(graph_.head(graph_.twin(edge)))] >= enough_[component];
    });
    return (purpose == Purpose::Arrive || leads_on) && (purpose == Purpose::SetOut || is_led_to);
  }

 private:
  template <class Holds>
  [[nodiscard]] bool is_any(SegmentId segment, Holds const& holds) const {
    bool is_found = false;
    for_each_member(network_, graph_, segment, [&](EdgeId along) {
      for (auto const edge : {along, graph_.twin(along)})
        is_found = is_found || (onward_.is_open(edge) && holds(edge));
    });
    return is_found;
  }

  RoadNetwork const& network_;
  RoadGraph const& graph_;
  Onward const& onward_;
  IdVector<StrongComponentId, Meters> to_;
  IdVector<StrongComponentId, Meters> from_;
  IdVector<ComponentId, Meters> enough_;
};

/// Opens closed gates beside a road that may be joined.
void open_gates(RoadNetwork const& network, IdVector<SegmentId, Joining>& joining) {
  std::vector<SegmentId> gates;
  for (auto const s : network.originals()) {
    if (joining[s] == Joining::Closed && network.is_gate(s)) gates.push_back(s);
  }
  if (gates.empty()) return;
  IdVector<JunctionId, char> is_joined(network.junctions.size(), 0);
  for (auto const s : network.originals()) {
    if (joining[s] != Joining::Open) continue;
    is_joined[network.segments[s].from] = is_joined[network.segments[s].to] = 1;
  }
  for (auto const gate : gates) {
    auto const& segment = network.segments[gate];
    if (is_joined[segment.from] != 0 || is_joined[segment.to] != 0) joining[gate] = Joining::Open;
  }
}

}  // namespace

struct JoinableRoads::State {
  template <CostType Cost>
  State(RoadNetwork const& of_network, RoadGraph const& graph, EdgeCosts<Cost> const& costs,
        Components const& of_components)
      : network{of_network},
        components{of_components},
        onward{network, graph, costs},
        reachable{network, graph, onward, components} {}

  RoadNetwork const& network;
  Components const& components;
  Onward onward;
  Reachable reachable;
};

template <CostType Cost>
JoinableRoads::JoinableRoads(RoadNetwork const& network, RoadGraph const& graph,
                             EdgeCosts<Cost> const& costs, Components const& components)
    : state_{std::make_unique<State const>(network, graph, costs, components)} {}

JoinableRoads::~JoinableRoads() = default;

IdVector<SegmentId, Joining> JoinableRoads::joining(Purpose purpose) const {
  auto const& network = state_->network;
  auto const& components = state_->components;
  auto const& reachable = state_->reachable;
  auto const are_long_bridges = long_bridges(network);
  IdVector<SegmentId, Joining> joining;
  joining.reserve(network.originals().size());
  for (auto const segment : network.originals()) {
    auto const& road = network.segments[segment].attributes;
    auto const component = components.of_segment[segment];
    joining.push_back([&] {
      if (component.is_none()) return Joining::Closed;
      if (road.entry == Entry::AtJunctions) return Joining::AtJunctions;
      if (road.level == Level::Tunnel) return Joining::InTunnel;
      if (are_long_bridges[segment] != 0) return Joining::OnBridge;
      if (components.components[component].is_small) return Joining::SmallComponent;
      if (components.components[component].is_cut_off) return Joining::LeadsNowhere;
      return reachable.serves(segment, component, purpose) ? Joining::Open : Joining::LeadsNowhere;
    }());
  }
  open_gates(network, joining);
  return joining;
}

IdVector<SegmentId, char> JoinableRoads::doubtful(
    Components const& with_more, IdVector<SegmentId, Joining> const& joining) const {
  auto const& network = state_->network;
  auto const& components = state_->components;
  auto const& reachable = state_->reachable;
  auto const is_doubtful = [&](SegmentId segment) {
    auto const now = joining[segment];
    auto const component = components.of_segment[segment];
    if (component.is_none()) return false;
    if (now != Joining::Open && now != Joining::SmallComponent && now != Joining::LeadsNowhere)
      return false;
    if (components.components[component].is_small != with_more.components[component].is_small)
      return true;
    if (components.components[component].is_cut_off != with_more.components[component].is_cut_off)
      return true;
    if (!with_more.components[component].may_go_on) return false;
    return now != Joining::Open || reachable.enough(component) < kNetwork;
  };
  IdVector<SegmentId, char> doubtful(network.originals().size(), 0);
  bool has_any = false;
  for (auto const segment : doubtful.ids()) {
    if (!is_doubtful(segment)) continue;
    doubtful[segment] = 1;
    has_any = true;
  }
  return has_any ? doubtful : IdVector<SegmentId, char>{};
}

template JoinableRoads::JoinableRoads(RoadNetwork const&, RoadGraph const&,
                                      EdgeCosts<Millimeters> const&, Components const&);
template JoinableRoads::JoinableRoads(RoadNetwork const&, RoadGraph const&,
                                      EdgeCosts<Milliseconds> const&, Components const&);

}  // namespace gapmap::access
