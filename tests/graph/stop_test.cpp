// Searches that are stopped in the middle give the right answer when they are run again.

#include "gapmap/graph/bounded_search.h"
#include "gapmap/graph/editable_sweep.h"
#include "gapmap/graph/k_sweep.h"
#include "gapmap/graph/parallel_sweep.h"
#include "gapmap/graph/sweep.h"
#include "tests/support/random_network.h"
#include "tests/support/stopping.h"

namespace gapmap::graph {
namespace {

/// Large enough that a search takes some milliseconds.
struct Ground {
  Random random{401};
  RoadNetwork network =
      random_network(random, {.junctions = 20'000, .segments = 40'000, .extent = 50'000});
  RoadGraph graph = build(network);
  EdgeCosts<Millimeters> costs = random_costs(random, graph, CostRange::Lengths);
  std::vector<Seed<Millimeters>> seeds;

  Ground() {
    for (std::uint32_t label = 0; label < 20; ++label) {
      NodeId const node{random.whole(0, static_cast<std::uint32_t>(graph.nodes() - 1))};
      seeds.push_back({node, Millimeters{0}, label});
    }
  }
  [[nodiscard]] Sweep<Millimeters> answer() const {
    Sweep<Millimeters> sweep{graph, costs};
    sweep.run(seeds);
    return sweep;
  }
  template <class Searched>
  void expect_answer(Searched const& searched) const {
    auto const expected = answer();
    EXPECT_GT(expected.reached().size(), graph.nodes() / 2);
    for (std::size_t n = 0; n < graph.nodes(); ++n) {
      NodeId const node{n};
      ASSERT_EQ(searched.cost(node), expected.cost(node));
      if (expected.cost(node).is_finite()) {
        ASSERT_EQ(searched.label(node), expected.label(node));
      }
    }
  }
};

TEST(Stop, ASweep) {
  Ground const ground;
  Sweep<Millimeters> sweep{ground.graph, ground.costs};
  expect_stops([&] { sweep.run(ground.seeds); });
  sweep.run(ground.seeds);
  ground.expect_answer(sweep);
  auto const go_on = [](Settled<Millimeters> const&) { return Then::GoOn; };
  expect_stops([&] { sweep.run(ground.seeds, Millimeters::infinite(), go_on); });
  sweep.run(ground.seeds, Millimeters::infinite(), go_on);
  ground.expect_answer(sweep);
}

TEST(Stop, ASweepOnSeveralThreads) {
  Ground const ground;
  for (unsigned const threads : {1U, 2U, 3U}) {
    ParallelSweep<Millimeters> sweep{ground.graph, ground.costs, threads};
    expect_stops([&] { sweep.run(ground.seeds); });
    sweep.run(ground.seeds);
    ground.expect_answer(sweep);
  }
}

TEST(Stop, ASweepOfSeveralLabels) {
  Ground const ground;
  KSweep<Millimeters> sweep{ground.graph, ground.costs, 3};
  expect_stops([&] { sweep.run(ground.seeds); });
  sweep.run(ground.seeds);
  KSweep<Millimeters> expected{ground.graph, ground.costs, 3};
  expected.run(ground.seeds);
  for (std::size_t n = 0; n < ground.graph.nodes(); ++n)
    ASSERT_TRUE(std::ranges::equal(sweep.labels(NodeId{n}), expected.labels(NodeId{n})));
}

TEST(Stop, ABoundedSearch) {
  Ground const ground;
  IdVector<NodeId, char> const all(ground.graph.nodes(), 1);
  SearchRows<Millimeters> const rows{ground.graph, ground.costs, Heading::WithTravel, all};
  BoundedSearch<Millimeters> search{rows, Millimeters::infinite()};
  std::array const start{
      BoundedSearch<Millimeters>::Start{ground.seeds.front().node, Millimeters{0}}};
  expect_stops([&] { search.run(start); });
  search.run(start);
  BoundedSearch<Millimeters> expected{rows, Millimeters::infinite()};
  expected.run(start);
  ASSERT_EQ(search.reached().size(), expected.reached().size());
  for (auto const node : expected.reached()) ASSERT_EQ(search.cost(node), expected.cost(node));
}

TEST(Stop, ASweepThatIsEditedIsFilledAnew) {
  Ground const ground;
  EditableSweep<Millimeters> sweep{ground.graph, ground.costs};
  expect_stops([&] {
    (void)sweep.add(ground.seeds);
    for (std::uint32_t label = 0; label < ground.seeds.size(); ++label) (void)sweep.remove(label);
  });
  EXPECT_GT(sweep.add(ground.seeds).size(), ground.graph.nodes() / 2);
  ground.expect_answer(sweep);
}

TEST(Stop, AnEditIsNotStoppedHalfWay) {
  Ground const ground;
  EditableSweep<Millimeters> sweep{ground.graph, ground.costs};
  auto const first = std::span{ground.seeds}.first(1);
  (void)sweep.add(first);
  std::stop_source stop;
  stop.request_stop();
  Stoppable const stoppable{stop.get_token()};
  EXPECT_FALSE(sweep.add(std::span{ground.seeds}.subspan(1)).empty());
  Stoppable const no_more{{}};
  ground.expect_answer(sweep);
}

}  // namespace
}  // namespace gapmap::graph
