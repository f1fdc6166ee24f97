// reach::nearest against an oracle and against itself, on random networks.
#include <algorithm>

#include "gapmap/access/attach.h"
#include "gapmap/reach/nearest.h"
#include "tests/support/inserted_points.h"
#include "tests/support/random_ends.h"
#include "tests/support/random_network.h"

namespace gapmap::reach {
namespace {

template <CostType Cost>
using Case = RandomEnds<Cost>;

template <class Cost>
class NearestOnRandomNetworks : public testing::Test {};
TYPED_TEST_SUITE(NearestOnRandomNetworks, BothCosts);

TYPED_TEST(NearestOnRandomNetworks, EqualsASearchWithThePointsInserted) {
  using Cost = TypeParam;
  Random random{131};
  std::size_t reached = 0;
  std::size_t unreachable = 0;
  std::size_t off_network = 0;
  for (int round = 0; round < 300; ++round) {
    Case<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto const table = nearest(test.graph, test.costs, test.ends, test.profile);
    oracle::InsertedPoints<Cost> const expected{test.network, test.graph, test.costs, test.ends,
                                                test.profile};
    for (auto const c : test.ends.cells.ids()) {
      ASSERT_EQ(table.off_road[c], test.ends.cells[c].off_road);
      if (!test.ends.cells[c].is_attached()) {
        ASSERT_EQ(table.connections[c], Connection::OffNetwork);
        ++off_network;
        continue;
      }
      auto const best = expected.nearest(c);
      ASSERT_EQ(table.connections[c], best ? Connection::Reached : Connection::Unreachable)
          << "round " << round << ", cell " << c.value();
      ASSERT_EQ(table.nearest(c), best) << "round " << round << ", cell " << c.value();
      ++(best ? reached : unreachable);
    }
  }
  EXPECT_GT(reached, 1000U);
  EXPECT_GT(unreachable, 300U);
  EXPECT_GT(off_network, 100U);
}

TYPED_TEST(NearestOnRandomNetworks, TripsBackAndRoundTripsEqualTheOracleToo) {
  using Cost = TypeParam;
  Random random{136};
  std::size_t reached = 0;
  std::size_t one_way_only = 0;
  std::size_t other_place = 0;
  for (int round = 0; round < 100; ++round) {
    Case<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    auto const table_of = [&](Trip trip) {
      return nearest(test.graph, test.costs, test.ends, test.profile, {.trip = trip});
    };
    auto const there = table_of(Trip::ToPlace);
    auto const back = table_of(Trip::FromPlace);
    auto const both = table_of(Trip::Round);
    oracle::InsertedPoints<Cost> const expected{test.network, test.graph, test.costs, test.ends,
                                                test.profile};
    for (auto const c : test.ends.cells.ids()) {
      if (!test.ends.cells[c].is_attached()) continue;
      ASSERT_EQ(back.nearest(c), expected.nearest_backwards(c))
          << "round " << round << ", cell " << c.value();
      ASSERT_EQ(both.nearest(c), expected.nearest_round_trip(c))
          << "round " << round << ", cell " << c.value();
      reached += both.nearest(c) ? 1 : 0;
      one_way_only += there.nearest(c) && !both.nearest(c) ? 1 : 0;
      other_place += both.nearest(c) && both.nearest(c)->place != there.nearest(c)->place ? 1 : 0;
    }
  }
  EXPECT_GT(reached, 300U);
  EXPECT_GT(one_way_only, 20U);
  EXPECT_GT(other_place, 5U);
}

TYPED_TEST(NearestOnRandomNetworks, CutoffOnlyEmptiesTheRowsBeyondIt) {
  using Cost = TypeParam;
  Random random{132};
  std::size_t kept = 0;
  std::size_t emptied = 0;
  for (int round = 0; round < 100; ++round) {
    Case<Cost> const test{random};
    auto const whole = nearest(test.graph, test.costs, test.ends, test.profile);
    if (whole.reaches.empty()) continue;
    // One that some cell meets exactly.
    auto const cutoff =
        whole.reaches[random.whole(0, static_cast<std::uint32_t>(whole.reaches.size() - 1))].cost;
    auto const cut = nearest(test.graph, test.costs, test.ends, test.profile, {.cutoff = cutoff});
    for (auto const c : whole.connections.ids()) {
      auto const before = whole.nearest(c);
      bool const is_kept = before && before->cost <= cutoff;
      ASSERT_EQ(cut.nearest(c), is_kept ? before : std::nullopt);
      if (!is_kept && whole.connections[c] != Connection::OffNetwork) {
        ASSERT_EQ(cut.connections[c], Connection::BeyondCutoff);
      }
      kept += is_kept ? 1 : 0;
      emptied += before && !is_kept ? 1 : 0;
    }
  }
  EXPECT_GT(kept, 250U);
  EXPECT_GT(emptied, 200U);
}

TYPED_TEST(NearestOnRandomNetworks, IsTheSameOnAnyNumberOfThreads) {
  using Cost = TypeParam;
  Random random{136};
  std::size_t reached = 0;
  for (int round = 0; round < 60; ++round) {
    Case<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    NearestOptions<Cost> options{.trip = static_cast<Trip>(round % 3), .threads = 1};
    auto const alone = nearest(test.graph, test.costs, test.ends, test.profile, options);
    for (auto const threads : {0U, 2U, 3U}) {
      options.threads = threads;
      auto const together = nearest(test.graph, test.costs, test.ends, test.profile, options);
      ASSERT_EQ(together.reaches, alone.reaches) << threads << " threads";
      ASSERT_EQ(together.first_reach, alone.first_reach);
      ASSERT_EQ(together.connections, alone.connections);
    }
    reached += alone.reaches.size();
  }
  EXPECT_GT(reached, 300U);
}

TYPED_TEST(NearestOnRandomNetworks, NewPlaceNeverHurts) {
  using Cost = TypeParam;
  Random random{133};
  std::size_t better = 0;
  for (int round = 0; round < 100; ++round) {
    Case<Cost> test{random};
    auto const before = nearest(test.graph, test.costs, test.ends, test.profile);
    test.ends.places.push_back(test.anywhere(random));
    auto const after = nearest(test.graph, test.costs, test.ends, test.profile);
    for (auto const c : before.connections.ids()) {
      if (!before.nearest(c)) {
        better += after.nearest(c) ? 1 : 0;
        continue;
      }
      ASSERT_TRUE(after.nearest(c));
      ASSERT_LE(after.nearest(c)->cost, before.nearest(c)->cost);
      if (after.nearest(c)->cost == before.nearest(c)->cost) {
        ASSERT_EQ(after.nearest(c)->place, before.nearest(c)->place) << "the older one keeps a tie";
      } else {
        ++better;
      }
    }
  }
  EXPECT_GT(better, 100U);
}

/// The same roads with junctions and segments in another order.
RoadNetwork shuffled(Random& random, RoadNetwork const& network,
                     IdVector<SegmentId, SegmentId>& renumbered) {
  auto const permutation = [&](std::size_t size) {
    std::vector<std::size_t> order(size);
    for (std::size_t i = 0; i < size; ++i) order[i] = i;
    for (std::size_t i = 1; i < size; ++i)
      std::swap(order[i], order[random.whole(0, static_cast<std::uint32_t>(i))]);
    return order;
  };
  RoadNetwork result;
  IdVector<JunctionId, JunctionId> new_junction(network.junctions.size());
  for (auto const j : permutation(network.junctions.size())) {
    new_junction[JunctionId{j}] = result.junctions.push_back(network.junctions[JunctionId{j}]);
  }
  renumbered.resize(network.segments.size());
  for (auto const s : permutation(network.segments.size())) {
    auto segment = network.segments[SegmentId{s}];
    segment.from = new_junction[segment.from];
    segment.to = new_junction[segment.to];
    renumbered[SegmentId{s}] = result.segments.push_back(segment);
    result.shapes.push_back(network.shape(SegmentId{s}));
    auto const along = network.along_shape(SegmentId{s});
    result.along.append(along);
  }
  return result;
}

TYPED_TEST(NearestOnRandomNetworks, RenumberingTheRoadsChangesNothing) {
  using Cost = TypeParam;
  Random random{134};
  std::size_t reached = 0;
  for (int round = 0; round < 100; ++round) {
    Case<Cost> const test{random};
    IdVector<SegmentId, SegmentId> renumbered;
    auto const network = shuffled(random, test.network, renumbered);
    auto const graph = graph::build(network);
    auto ends = test.ends;
    auto const renumber = [&](Attachment& at) {
      if (at.is_attached())
        at = Attachment::on(network, renumbered[at.segment], at.fraction, at.off_road);
    };
    std::ranges::for_each(ends.cells, renumber);
    std::ranges::for_each(ends.places, renumber);
    auto const before = nearest(test.graph, test.costs, test.ends, test.profile);
    auto const after =
        nearest(graph, travel::weigh<Cost>(network, graph, test.profile), ends, test.profile);
    ASSERT_EQ(before.reaches, after.reaches);
    ASSERT_EQ(before.connections, after.connections);
    reached += before.reaches.size();
  }
  EXPECT_GT(reached, 500U);
}

TYPED_TEST(NearestOnRandomNetworks, PointsBesideTheRoadEqualTheOracleToo) {
  using Cost = TypeParam;
  Random random{135};
  std::size_t reached = 0;
  for (int round = 0; round < 30; ++round) {
    auto const network = random_network(random);
    auto const graph = graph::build(network);
    auto const profile = travel::builtin_profile(static_cast<Mode>(round % 3));
    auto const costs = travel::weigh<Cost>(network, graph, profile);
    std::vector<Point> points;
    for (int i = 0; i < 40; ++i) {
      points.push_back({500'000 + random.real(-500, 2500), 6'800'000 + random.real(-500, 2500)});
    }
    auto attached = access::attach(points, network, test_frame(), {.max_off_road = Meters{400}});
    for (auto& at : attached) {
      if (at.is_gate) at = {};  // on both sides, which the oracle's single vertex cannot be
    }
    Ends const ends{IdVector<CellId, Attachment>{{attached.begin() + 5, attached.end()}},
                    IdVector<PlaceId, Attachment>{{attached.begin(), attached.begin() + 5}}};
    auto const table = nearest(graph, costs, ends, profile);
    oracle::InsertedPoints<Cost> const expected{network, graph, costs, ends, profile};
    for (auto const c : ends.cells.ids()) {
      ASSERT_EQ(table.nearest(c), ends.cells[c].is_attached() ? expected.nearest(c) : std::nullopt);
    }
    reached += table.reaches.size();
  }
  EXPECT_GT(reached, 200U);
}

}  // namespace
}  // namespace gapmap::reach
