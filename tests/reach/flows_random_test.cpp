// Who takes which road, on random networks beside a walk of every cell by itself.
#include <algorithm>
#include <set>

#include "gapmap/graph/reversed.h"
#include "gapmap/reach/flows.h"
#include "gapmap/reach/on_segment.h"
#include "gapmap/reach/own_nearest.h"
#include "tests/reach/flow_people.h"
#include "tests/support/oracle.h"
#include "tests/support/random_ends.h"

namespace gapmap::reach {
namespace {

/// The way of one cell, junction by junction, by labels that Boost's Dijkstra found.
template <CostType Cost>
class Walker {
 public:
  Walker(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
         Profile const& profile, std::span<PlaceId const> places)
      : graph_{graph}, costs_{costs}, ends_{ends}, profile_{profile} {
    for (auto const f : places) {
      if (ends.places[f].is_attached())
        append_seeds(graph, costs, profile, ends.places[f], f.value(), seeds_);
    }
    best_ = oracle::nearest_seed<Cost>(graph, graph::reversed(graph, costs), seeds_);
    hops_.assign(graph.nodes(), kFar);
    for (std::size_t n = 0; n < graph.nodes(); ++n) {
      if (arrival(NodeId{n}) != nullptr || !edges(NodeId{n}, false).empty()) hops_[n] = 0;
    }
    for (std::size_t round = 1; round < 20; ++round) {
      for (std::size_t n = 0; n < graph.nodes(); ++n) {
        if (hops_[n] != kFar) continue;
        for (auto const e : edges(NodeId{n}, true)) {
          if (hops_[graph.head(e).value()] == round - 1) hops_[n] = round;
        }
      }
    }
  }

  /// The segments that a cell takes, and what walking them costs without the off-road legs.
  std::set<SegmentId> segments(CellId cell, Reach<Cost> const& nearest) {
    auto const& at = ends_.cells[cell];
    auto const& place = ends_.places[nearest.place];
    std::set<SegmentId> taken;
    OnSegment<Cost> const here{graph_, costs_, at};
    auto const legs = travel::weigh_off_road<Cost>(at.off_road, profile_);
    if (place.segment == at.segment &&
        legs + here.to(place.fraction) + travel::weigh_off_road<Cost>(place.off_road, profile_) ==
            nearest.cost) {
      if (at.fraction != place.fraction) taken.insert(at.segment);
      return taken;
    }
    for (bool const is_start : {true, false}) {
      auto node = is_start ? here.start() : here.end();
      auto const part = is_start ? here.to_start() : here.to_end();
      if (!best_[node].cost.is_finite() || legs + part + best_[node].cost != nearest.cost ||
          best_[node].label != nearest.place.value())
        continue;
      taken.clear();
      if (at.fraction != (is_start ? 0 : 1)) taken.insert(at.segment);
      bool const walks_over_home = walk(node, at.segment, taken);
      if (!walks_over_home) return taken;
    }
    ADD_FAILURE() << "no way at all";
    return taken;
  }

 private:
  static constexpr std::size_t kFar = 1000;

  /// Whether the first step is over the whole of its own segment.
  bool walk(NodeId node, SegmentId home, std::set<SegmentId>& taken) {
    bool is_first = true;
    for (;; is_first = false) {
      if (auto const* seed = arrival(node)) {
        auto const& at = ends_.places[PlaceId{seed->label}];
        bool const is_at_start = (seed - seeds_.data()) % 2 == 0;
        if (at.fraction != (is_at_start ? 0 : 1)) taken.insert(at.segment);
        return false;
      }
      auto choice = edges(node, hops_[node.value()] > 0);
      if (hops_[node.value()] > 0) {
        std::erase_if(choice, [&](EdgeId e) {
          return hops_[graph_.head(e).value()] + 1 != hops_[node.value()];
        });
      }
      EXPECT_FALSE(choice.empty());
      if (choice.empty()) return false;
      auto const edge =
          *std::ranges::min_element(choice, {}, [&](EdgeId e) { return graph_.segment(e); });
      if (is_first && graph_.segment(edge) == home) return true;
      EXPECT_TRUE(taken.insert(graph_.segment(edge)).second) << "a segment is walked once";
      node = graph_.head(edge);
    }
  }

  [[nodiscard]] graph::Seed<Cost> const* arrival(NodeId node) const {
    for (auto const& seed : seeds_) {
      if (seed.node == node && seed.offset.is_finite() && seed.offset == best_[node].cost &&
          seed.label == best_[node].label)
        return &seed;
    }
    return nullptr;
  }
  [[nodiscard]] std::vector<EdgeId> edges(NodeId node, bool without_cost) const {
    std::vector<EdgeId> tight;
    for (auto const e : graph_.out(node)) {
      auto const& there = best_[graph_.head(e)];
      if (costs_[e].is_finite() && (costs_[e] == Cost{0}) == without_cost &&
          there.cost.is_finite() && there.cost + costs_[e] == best_[node].cost &&
          there.label == best_[node].label)
        tight.push_back(e);
    }
    return tight;
  }

  RoadGraph const& graph_;
  EdgeCosts<Cost> const& costs_;
  Ends const& ends_;
  Profile const& profile_;
  std::vector<graph::Seed<Cost>> seeds_;
  IdVector<NodeId, oracle::Labelled<Cost>> best_;
  std::vector<std::size_t> hops_;
};

template <class Cost>
class FlowsOnRandomNetworks : public testing::Test {};
using BothCosts = testing::Types<Millimeters, Milliseconds>;
TYPED_TEST_SUITE(FlowsOnRandomNetworks, BothCosts);

TYPED_TEST(FlowsOnRandomNetworks, AreTheWaysOfEachCellByItself) {
  using Cost = TypeParam;
  Random random{331};
  std::size_t taken = 0;
  std::size_t outside = 0;
  std::size_t shared = 0;
  for (int round = 0; round < 200; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    // Ties everywhere, edges without cost among them.
    if (round % 5 == 4) test.costs = random_costs<Cost>(random, test.graph, CostRange::Ties);
    auto const trip = round % 3 == 2 ? Trip::FromPlace : Trip::ToPlace;
    std::vector<Clientele> clienteles{everybody(test.ends)};
    if (round % 4 == 3) {
      clienteles.emplace_back();
      while (clienteles[0].cells.size() > 3) {
        clienteles[1].cells.insert(clienteles[1].cells.begin(), clienteles[0].cells.back());
        clienteles[0].cells.pop_back();
      }
      clienteles[1].places = clienteles[0].places;
      if (!clienteles[0].places.empty()) clienteles[0].places.pop_back();
    }
    auto const population = powers(test.ends.cells.size());
    auto const reach = own_nearest<Cost>(test.graph, test.costs, test.ends, test.profile,
                                         clienteles, {.k = 1, .trip = trip});
    Cost const limit{random.whole(0, 2'000'000)};
    // A group: known in some cells, between bounds in others, without any in the rest.
    ResidentRanges ranges{.groups = Groups{std::vector<Group>{{"all", ""}, {"old", ""}}},
                          .values = {}};
    auto suppressed = population;
    for (auto& cell : suppressed) {
      double const residents = cell.residents->value();
      bool const is_known = random.chance(0.5);
      bool const is_bounded = is_known || random.chance(0.7);
      ranges.values.push_back(PeopleRange::exactly(*cell.residents));
      ranges.values.push_back(
          {People{is_known ? residents : 0}, People{is_bounded ? residents : 0}});
      cell.groups.push_back(is_known ? cell.residents : std::nullopt);
      if (!is_bounded) cell.residents.reset();
    }
    auto const found = flows<Cost>(test.graph, test.costs, test.ends, test.profile, clienteles,
                                   population, reach, {limit, trip});
    auto const of_group = flows<Cost>(test.graph, test.costs, test.ends, test.profile, clienteles,
                                      suppressed, reach, {limit, trip, &ranges, GroupId{1U}});
    auto const costs =
        trip == Trip::FromPlace ? graph::reversed(test.graph, test.costs) : test.costs;
    IdVector<SegmentId, Flow> expected(test.network.segments.size());
    for (auto const& clientele : clienteles) {
      Walker<Cost> walker{test.graph, costs, test.ends, test.profile, clientele.places};
      for (auto const cell : clientele.cells) {
        auto const nearest = reach.nearest(cell);
        if (!nearest) continue;
        auto const residents = *population[cell].residents;
        for (auto const segment : walker.segments(cell, *nearest)) {
          expected[segment] += {residents, nearest->cost > limit ? residents : People{0}, 1};
          expected[segment].group += ranges.at(cell, GroupId{1U});
          expected[segment].cells_without_bound +=
              ranges.is_unknown(suppressed[cell], cell, GroupId{1U}) ? 1 : 0;
        }
      }
    }
    for (auto const s : found.ids()) {
      ASSERT_EQ(found[s].residents, expected[s].residents) << "round " << round;
      ASSERT_EQ(found[s].residents_outside, expected[s].residents_outside);
      ASSERT_EQ(found[s].cells, expected[s].cells);
      ASSERT_EQ(found[s].group, PeopleRange{}) << "nobody asked";
      ASSERT_EQ(of_group[s].group, expected[s].group);
      ASSERT_EQ(of_group[s].cells_without_bound, expected[s].cells_without_bound);
      ASSERT_EQ(of_group[s].cells, expected[s].cells);
    }
    for (auto const& flow : found) {
      taken += flow.cells > 0 ? 1 : 0;
      shared += flow.cells > 1 ? 1 : 0;
      outside += flow.residents_outside > People{0} ? 1 : 0;
    }
  }
  EXPECT_GT(taken, 1000U);
  EXPECT_GT(shared, 500U);
  EXPECT_GT(outside, 200U);
}

TEST(FlowsByLength, AddUpToResidentsByDistance) {
  Random random{332};
  std::size_t travelled = 0;
  for (int round = 0; round < 150; ++round) {
    RandomEnds<Millimeters> test{random};
    auto const trip = round % 2 == 1 ? Trip::FromPlace : Trip::ToPlace;
    // At junctions nobody takes a segment in part.
    bool const is_at_junctions = round % 3 == 0;
    auto const to_junction = [](Attachment& at) { at.fraction = at.fraction < 0.5 ? 0 : 1; };
    if (is_at_junctions) {
      std::ranges::for_each(test.ends.cells, to_junction);
      std::ranges::for_each(test.ends.places, to_junction);
    }
    std::vector const clienteles{everybody(test.ends)};
    auto const population = powers(test.ends.cells.size());
    auto const reach = own_nearest<Millimeters>(test.graph, test.costs, test.ends, test.profile,
                                                clienteles, {.k = 1, .trip = trip});
    auto const found =
        flows<Millimeters>(test.graph, test.costs, test.ends, test.profile, clienteles, population,
                           reach, {.limit = Millimeters{1}, .trip = trip});
    double by_length = 0;
    double by_whole_segments = 0;
    for (auto const s : found.ids()) {
      if (found[s].cells == 0) continue;
      auto const along = test.costs[test.graph.edge(test.network, s, Direction::Along)];
      auto const against = test.costs[test.graph.edge(test.network, s, Direction::Against)];
      double const length = std::min(along, against).value();
      by_length += found[s].travelled * length;
      by_whole_segments += found[s].residents.value() * length;
    }
    double by_distance = 0;
    double roundings = 0;  // a millimetre at most at each end of a way
    for (auto const cell : population.ids()) {
      auto const nearest = reach.nearest(cell);
      if (!nearest) continue;
      auto const leg = [&](Attachment const& at) {
        return travel::weigh_off_road<Millimeters>(at.off_road, test.profile).value();
      };
      double const residents = population[cell].residents->value();
      by_distance +=
          residents * (static_cast<double>(nearest->cost.value()) - leg(test.ends.cells[cell]) -
                       leg(test.ends.places[nearest->place]));
      roundings += 2 * residents;
    }
    ASSERT_NEAR(by_length, by_distance, is_at_junctions ? 0 : roundings) << "round " << round;
    if (is_at_junctions) {
      ASSERT_EQ(by_whole_segments, by_distance);
    }
    travelled += by_distance > 0 ? 1 : 0;
  }
  EXPECT_GT(travelled, 75U);
}

}  // namespace
}  // namespace gapmap::reach
