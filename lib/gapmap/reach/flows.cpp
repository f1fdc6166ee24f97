#include "gapmap/reach/flows.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "gapmap/graph/reversed.h"
#include "gapmap/graph/sweep.h"
#include "gapmap/reach/on_segment.h"
#include "gapmap/units/error.h"
#include "gapmap/units/radix_sort.h"

namespace gapmap::reach {
namespace {

/// The next step of everybody's way from a junction.
struct Onward {
  EdgeId edge = EdgeId::none();           ///< none() if the place is on a segment that meets here
  SegmentId arrival = SegmentId::none();  ///< that segment, if there is any way along it
  double share = 0;                       ///< share of its length that is the way
};

/// The cheapest ways from every junction to the nearest of some places, as a forest.
template <CostType Cost>
class Ways {
 public:
  /// Keeps references to its arguments. `costs` are those of travelling to the places,
  /// `against_travel` the costs of the twins.
  Ways(RoadGraph const& graph, EdgeCosts<Cost> const& costs, EdgeCosts<Cost> const& against_travel)
      : graph_{graph}, costs_{costs}, sweep_{graph, against_travel}, onward_(graph.nodes()) {}

  void find(std::span<PlaceId const> places, Ends const& ends, Profile const& profile) {
    std::vector<graph::Seed<Cost>> seeds;
    for (auto const f : places) {
      auto const& at = ends.places[f];
      if (at.is_attached()) append_seeds(graph_, costs_, profile, at, f.value(), seeds);
    }
    sweep_.run(seeds);
    is_known_.assign(graph_.nodes(), 0);
    outwards_.clear();
    begin_at(seeds, ends);
    sort_reached();
    for (std::size_t first = 0; first < reached_.size();) {
      auto const cost = reached_[first] >> 32U;
      auto end = first;
      while (end < reached_.size() && reached_[end] >> 32U == cost) ++end;
      settle(std::span{reached_}.subspan(first, end - first));
      first = end;
    }
  }

  [[nodiscard]] Cost cost(NodeId node) const { return sweep_.cost(node); }
  [[nodiscard]] PlaceId place(NodeId node) const { return PlaceId{sweep_.label(node)}; }
  [[nodiscard]] Onward const& onward(NodeId node) const { return onward_[node]; }
  /// Whether the way from `node` on takes `road`, wholly or in part: where turns are forbidden it
  /// may use it a second time. Only asked for roads with copies, as no way takes another road
  /// twice.
  [[nodiscard]] bool takes(SegmentId road, NodeId node) const {
    for (;;) {
      auto const& [edge, arrival, share] = onward_[node];
      if (edge.is_none()) return arrival == road;
      if (this->road(edge) == road) return true;
      node = graph_.head(edge);
    }
  }
  /// Returns every junction from which there is a way, each after the one that its way leads to.
  [[nodiscard]] std::vector<NodeId> const& outwards() const noexcept { return outwards_; }

 private:
  void know(NodeId node, Onward const& onward) {
    onward_[node] = onward;
    is_known_[node.value()] = 1;
  }

  /// Begins ways at the seeds, which come in pairs: at the start of a member of a place's road,
  /// then at its end.
  void begin_at(std::vector<graph::Seed<Cost>> const& seeds, Ends const& ends) {
    for (std::size_t s = 0; s < seeds.size(); ++s) {
      auto const& [node, offset, label] = seeds[s];
      bool const arrives = offset.is_finite() && sweep_.cost(node) == offset &&
                           sweep_.label(node) == label && is_known_[node.value()] == 0;
      if (!arrives) continue;
      auto const& at = ends.places[PlaceId{label}];
      double const share = s % 2 == 0 ? at.fraction : 1 - at.fraction;
      know(node, {.arrival = share == 0 ? SegmentId::none() : at.segment, .share = share});
    }
  }

  /// Sorts reached nodes by cost, then by number.
  void sort_reached() {
    reached_.clear();
    for (auto const node : sweep_.reached())
      reached_.push_back(std::uint64_t{sweep_.cost(node).value()} << 32U | node.value());
    radix_sort(reached_, 0, 64, scratch_);
  }

  /// Settles junctions of equal cost: first those that lead on to a nearer one, then, through edges
  /// without cost, those that lead to them.
  void settle(std::span<std::uint64_t const> group) {
    std::vector<NodeId> open;
    for (auto const packed : group) {
      NodeId const node{packed & 0xffffffffU};
      if (is_known_[node.value()] == 0) {
        auto const edge = best_edge(node, [&](EdgeId e) { return costs_[e] > Cost{0}; });
        if (!edge.is_none()) know(node, {.edge = edge});
      }
      (is_known_[node.value()] != 0 ? outwards_ : open).push_back(node);
    }
    while (!open.empty()) {
      std::vector<std::pair<NodeId, EdgeId>> found;
      for (auto const node : open) {
        auto const edge = best_edge(node, [&](EdgeId e) {
          return costs_[e] == Cost{0} && is_known_[graph_.head(e).value()] != 0;
        });
        if (!edge.is_none()) found.emplace_back(node, edge);
      }
      expects(!found.empty(), "every way leads to a place");
      for (auto const& [node, edge] : found) {
        know(node, {.edge = edge});
        outwards_.push_back(node);
      }
      std::erase_if(open, [&](NodeId node) { return is_known_[node.value()] != 0; });
    }
  }

  /// Returns the `allowed` edge of the lowest segment among those that begin a cheapest way from
  /// `node`.
  template <class Allowed>
  [[nodiscard]] EdgeId best_edge(NodeId node, Allowed const& allowed) const {
    auto best = EdgeId::none();
    for (auto const e : graph_.out(node)) {
      auto const head = graph_.head(e);
      bool const is_tight = costs_[e].is_finite() && sweep_.cost(head).is_finite() &&
                            sweep_.cost(head) + costs_[e] == sweep_.cost(node) &&
                            sweep_.label(head) == sweep_.label(node) && allowed(e);
      if (is_tight && (best.is_none() || road(e) < road(best))) best = e;
    }
    return best;
  }

  [[nodiscard]] SegmentId road(EdgeId edge) const {
    return graph_.original_of(graph_.segment(edge));
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  graph::Sweep<Cost> sweep_;
  IdVector<NodeId, Onward> onward_;
  std::vector<char> is_known_;
  std::vector<NodeId> outwards_;
  std::vector<std::uint64_t> reached_;
  std::vector<std::uint64_t> scratch_;
};

/// Adds up who takes which segment, one clientele after the other.
template <CostType Cost>
class Assignment {
 public:
  Assignment(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
             Profile const& profile)
      : graph_{graph},
        costs_{costs},
        ends_{ends},
        profile_{profile},
        against_travel_{graph::reversed(graph, costs)},
        ways_{graph, costs_, against_travel_},
        at_node_(graph.nodes()),
        flows_(graph.edges() / 2) {}

  void add(Clientele const& clientele, Population const& population, ReachTable<Cost> const& reach,
           FlowOptions<Cost> const& options) {
    ways_.find(clientele.places, ends_, profile_);
    for (auto const cell : clientele.cells) {
      auto const nearest = reach.nearest(cell);
      if (!nearest) continue;
      auto const residents = population[cell].residents.value_or(People{0});
      bool const is_outside = nearest->cost > options.limit;
      if (goes_direct(cell, *nearest)) continue;
      Flow flow{residents, is_outside ? residents : People{0}, 1};
      if (options.ranges != nullptr) {
        flow.group = options.ranges->at(cell, options.group);
        flow.cells_without_bound =
            options.ranges->is_unknown(population[cell], cell, options.group) ? 1 : 0;
      }
      set_out(ends_.cells[cell], *nearest, flow);
    }
    for (auto i = ways_.outwards().size(); i-- > 0;) {
      auto const node = ways_.outwards()[i];
      auto const flow = std::exchange(at_node_[node], Flow{});
      if (flow.cells == 0) continue;
      auto const& [edge, arrival, share] = ways_.onward(node);
      if (!edge.is_none()) {
        auto const head = graph_.head(edge);
        add_to(graph_.original_of(graph_.segment(edge)), head, flow.over(1));
        at_node_[head] += flow;
      } else if (!arrival.is_none()) {
        flows_[arrival] += flow.over(share);
      }
    }
  }

  [[nodiscard]] IdVector<SegmentId, Flow> take() && { return std::move(flows_); }

 private:
  /// Whether a cell goes straight to its nearest place, and so on no road. No way by road is
  /// shorter then.
  [[nodiscard]] bool goes_direct(CellId cell, Reach<Cost> const& nearest) const {
    bool is_ahead = false;
    ends_.offer_direct(cell, [&](PlaceId f, Meters) { is_ahead |= f == nearest.place; });
    return is_ahead;
  }

  /// Adds people whose way goes on from `node`. If they take the road once more later, only the
  /// distance is added here, as they are counted there.
  void add_to(SegmentId road, NodeId node, Flow const& flow) {
    if (!graph_.copies(road).empty() && ways_.takes(road, node)) {
      flows_[road].travelled += flow.travelled;
    } else {
      flows_[road] += flow;
    }
  }

  /// Adds the way from home to the junction where its way begins, or all the way along its own
  /// segment.
  void set_out(Attachment const& at, Reach<Cost> const& nearest, Flow const& flow) {
    auto const off_road = travel::weigh_off_road<Cost>(at.off_road, profile_);
    auto const& place = ends_.places[nearest.place];
    bool const is_same = place.segment == at.segment;
    if (is_same) {
      auto const along = cost_along(graph_, costs_, at, place);
      if (off_road + along + travel::weigh_off_road<Cost>(place.off_road, profile_) ==
          nearest.cost) {
        if (at.fraction != place.fraction)
          flows_[at.segment] += flow.over(std::abs(at.fraction - place.fraction));
        return;
      }
    }
    // If the way comes back to another part of the segment, these people are counted there.
    bool const counts_later = is_same && place.fraction > 0 && place.fraction < 1;
    auto const leaves_by = [&](NodeId node, Cost way_there, double share) {
      bool const is_best = ways_.cost(node).is_finite() &&
                           off_road + way_there + ways_.cost(node) == nearest.cost &&
                           ways_.place(node) == nearest.place;
      // If the way on from `node` begins with the home's own segment, the home is at `node` and
      // leaves by the other end.
      auto const edge = ways_.onward(node).edge;
      bool const is_own = !edge.is_none() && graph_.original_of(graph_.segment(edge)) == at.segment;
      if (!is_best || is_own) return false;
      if (share > 0 && !counts_later) add_to(at.segment, node, flow.over(share));
      if (share > 0 && counts_later) flows_[at.segment].travelled += flow.over(share).travelled;
      at_node_[node] += flow;
      return true;
    };
    bool has_left = false;
    for_each_member<Cost>(graph_, costs_, at, [&](OnSegment<Cost> const& here) {
      has_left = has_left || leaves_by(here.start(), here.to_start(), at.fraction) ||
                 leaves_by(here.end(), here.to_end(), 1 - at.fraction);
    });
    expects(has_left, "the table of the nearest places is that of this question");
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  Ends const& ends_;
  Profile const& profile_;
  EdgeCosts<Cost> against_travel_;
  Ways<Cost> ways_;
  IdVector<NodeId, Flow> at_node_;
  IdVector<SegmentId, Flow> flows_;
};

}  // namespace

template <CostType Cost>
IdVector<SegmentId, Flow> flows(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                Ends const& ends, Profile const& profile,
                                std::span<Clientele const> clienteles, Population const& population,
                                ReachTable<Cost> const& reach, FlowOptions<Cost> const& options) {
  expects(options.trip != Trip::Round, "a flow goes one way");
  bool const is_homewards = options.trip == Trip::FromPlace;
  auto const travelled = is_homewards ? graph::reversed(graph, costs) : EdgeCosts<Cost>{};
  Assignment<Cost> assignment{graph, is_homewards ? travelled : costs, ends, profile};
  for (auto const& clientele : clienteles) {
    if (!clientele.places.empty()) assignment.add(clientele, population, reach, options);
  }
  return std::move(assignment).take();
}

template IdVector<SegmentId, Flow> flows(RoadGraph const&, EdgeCosts<Millimeters> const&,
                                         Ends const&, Profile const&, std::span<Clientele const>,
                                         Population const&, ReachTable<Millimeters> const&,
                                         FlowOptions<Millimeters> const&);
template IdVector<SegmentId, Flow> flows(RoadGraph const&, EdgeCosts<Milliseconds> const&,
                                         Ends const&, Profile const&, std::span<Clientele const>,
                                         Population const&, ReachTable<Milliseconds> const&,
                                         FlowOptions<Milliseconds> const&);

}  // namespace gapmap::reach
