#include "gapmap/access/private_gates.h"

#include "gapmap/access/components.h"
#include "gapmap/network/assemble.h"
#include "tests/support/random_network.h"

namespace gapmap::access {
namespace {

/// Points of a west–east street whose points in `gates` are private gates, and as many kilometres
/// between two points as `km` says; and which of the gates are open to cars in the end.
std::vector<bool> opened(std::vector<double> const& km, std::vector<std::size_t> const& gates,
                         std::vector<std::pair<double, double>> const& detour = {}) {
  network::RoadLines roads;
  std::vector<Point> line{{500'000, 6'800'000}};
  for (auto const length : km) line.push_back({line.back().x + 1000 * length, line.back().y});
  roads.lines.push_back(line);
  roads.attributes.emplace_back();
  for (auto const gate : gates) {
    roads.gates.push_back({gate, ModeSet::of(Mode::Walk)});
  }
  for (auto const& [from, to] : detour) {
    roads.lines.push_back(std::vector<Point>{{500'000 + 1000 * from, 6'800'000},
                                             {500'000 + 1000 * from, 6'801'000},
                                             {500'000 + 1000 * to, 6'801'000},
                                             {500'000 + 1000 * to, 6'800'000}});
    roads.attributes.emplace_back();
  }
  auto network = network::assemble(std::move(roads), Ruler{test_frame()}).network;
  std::vector<Segment> segments{network.segments.begin(), network.segments.end()};
  std::vector<SegmentId> found;
  for (auto const s : network.segments.ids()) {
    if (network.length(s) != Meters{0}) continue;
    segments[s.value()].attributes.entry = Entry::WithKey;
    found.push_back(s);
  }
  network.segments = IdColumn<SegmentId, Segment>{std::move(segments)};
  auto const graph = graph::build(network);
  auto costs = travel::weigh<Milliseconds>(network, graph, travel::builtin_profile(Mode::Car));
  open_private_gates(network, graph, costs);
  std::vector<bool> are_open;
  for (auto const gate : found) {
    auto const along = graph.edge(network, gate, Direction::Along);
    EXPECT_EQ(costs[along], costs[graph.twin(along)]);
    are_open.push_back(costs[along] == Milliseconds{0});
  }
  return are_open;
}

using Open = std::vector<bool>;

TEST(OpenPrivateGates, ThoseBehindAGateHaveItsKey) { EXPECT_EQ(opened({20, 2}, {1}), Open{true}); }

TEST(OpenPrivateGates, OfTwoSidesThatAreAlikeNeitherIsBehind) {
  EXPECT_EQ(opened({0.6, 0.6}, {1}), Open{false});
  EXPECT_EQ(opened({1, 0.8}, {1}), Open{false});
  EXPECT_EQ(opened({1, 0.7}, {1}), Open{true});
}

TEST(OpenPrivateGates, GatesBehindGatesOpenToo) {
  EXPECT_EQ(opened({20, 2, 1}, {1, 2}), (Open{true, true}));
}

TEST(OpenPrivateGates, TheOrderOfGatesDoesNotMatter) {
  EXPECT_EQ(opened({1.8, 2, 20}, {1, 2}), (Open{true, true})) << "the inner gate comes first";
  EXPECT_EQ(opened({20, 2, 1.8}, {1, 2}), (Open{true, true}));
}

TEST(OpenPrivateGates, NobodyPassesThrough) {
  EXPECT_EQ(opened({20, 2, 20}, {1, 2}), (Open{true, false})) << "else a way between two networks";
}

TEST(OpenPrivateGates, AGateBetweenTwoNetworksStaysClosed) {
  EXPECT_EQ(opened({20, 20}, {1}), Open{false});
}

TEST(OpenPrivateGates, WhereThereIsAnotherWayTheGateStaysClosed) {
  EXPECT_EQ(opened({5, 1, 1, 5}, {2}, {{5, 7}}), Open{false});
}

}  // namespace
}  // namespace gapmap::access
