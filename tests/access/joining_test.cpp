#include "gapmap/access/joining.h"

#include <fmt/format.h>

#include "gapmap/network/assemble.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::access {
namespace {

struct Drawn {
  std::vector<Point> line;
  RoadAttributes attributes = {.road_class = RoadClass::Local};
};

/// What each segment is to those who look for a road, in the order of the source: "open small
/// component".
class Roads {
 public:
  explicit Roads(std::vector<Drawn> const& drawn, Mode mode = Mode::Car)
      : Roads{lines_of(drawn), mode} {}
  explicit Roads(network::RoadLines lines, Mode mode = Mode::Car)
      : network{network::assemble(std::move(lines), Ruler{test_frame()}).network},
        graph{graph::build(network)},
        costs{travel::weigh<Millimeters>(network, graph, travel::builtin_profile(mode))},
        components{find_components(network, graph, costs)} {}

  [[nodiscard]] std::string joining(Purpose purpose = Purpose::Both) const {
    std::string text;
    for (auto const joining : JoinableRoads{network, graph, costs, components}.joining(purpose))
      text += fmt::format("{}{}", text.empty() ? "" : " ", name_of(joining));
    return text;
  }

  static network::RoadLines lines_of(std::vector<Drawn> const& drawn) {
    network::RoadLines roads;
    for (auto const& each : drawn) {
      std::vector<Point> line;
      for (auto const p : each.line) line.push_back({500'000 + p.x, 6'800'000 + p.y});
      roads.lines.push_back(line);
      roads.attributes.push_back(each.attributes);
    }
    return roads;
  }

  RoadNetwork network;
  RoadGraph graph;
  EdgeCosts<Millimeters> costs;
  Components components;
};

RoadAttributes with(auto const& change) {
  RoadAttributes road{.road_class = RoadClass::Local};
  change(road);
  return road;
}
auto const kOneWay = with([](auto& road) { road.permitted[1] = ModeSet{}; });
auto const kMotorway = with([](auto& road) { road.entry = Entry::AtJunctions; });
auto const kTunnel = with([](auto& road) { road.level = Level::Tunnel; });
auto const kBridgeRoad = with([](auto& road) { road.level = Level::Bridge; });
Drawn const kStreet{{{0, 0}, {2000, 0}}};
Drawn const kSideStreets{{{0, 0}, {1000, 0}, {1200, 0}, {2000, 0}}};  ///< begin at 1000 and 1200 m

TEST(Joining, MotorwaysTunnelsAndBridgesArePassedOverOnly) {
  EXPECT_EQ(Roads({kStreet, {{{2000, 0}, {3000, 0}}, kMotorway}}).joining(), "open at_junctions");
  EXPECT_EQ(Roads({kStreet, {{{2000, 0}, {3000, 0}}, kTunnel}}).joining(), "open in_tunnel");
  EXPECT_EQ(Roads({kStreet, {{{2000, 0}, {2100, 0}}, kBridgeRoad}}).joining(), "open on_bridge");
}

TEST(Joining, ShortBridgesAreJoinedAndPartsOfOneCountTogether) {
  EXPECT_EQ(Roads({kStreet, {{{2000, 0}, {2029, 0}}, kBridgeRoad}}).joining(), "open open");
  auto slower = kBridgeRoad;
  slower.speed_limit = {40, 40};
  EXPECT_EQ(
      Roads({kStreet, {{{2000, 0}, {2020, 0}}, kBridgeRoad}, {{{2020, 0}, {2040, 0}}, slower}})
          .joining(),
      "open on_bridge on_bridge");
}

TEST(Joining, AOneWayDeadEndIsNeitherLeftNorReached) {
  // Away from the street: one gets in, not out.
  Roads const away({kSideStreets, {{{1000, 0}, {1000, 900}}, kOneWay}});
  EXPECT_EQ(away.joining(Purpose::SetOut), "open open leads_nowhere");
  EXPECT_EQ(away.joining(Purpose::Arrive), "open open open");
  EXPECT_EQ(away.joining(Purpose::Both), "open open leads_nowhere");
  Roads const towards({kSideStreets, {{{1000, 900}, {1000, 0}}, kOneWay}});
  EXPECT_EQ(towards.joining(Purpose::SetOut), "open open open");
  EXPECT_EQ(towards.joining(Purpose::Arrive), "open open leads_nowhere");
}

TEST(Joining, OneWayLoopsLeadOn) {
  Roads const loop({kSideStreets,
                    {{{1000, 0}, {1000, 300}, {1200, 300}}, kOneWay},
                    {{{1200, 300}, {1200, 0}}, kOneWay}});
  EXPECT_EQ(loop.joining(), "open open open open");
}

TEST(Joining, WhereAllIsOneWayNothingIsBetter) {
  EXPECT_EQ(Roads({{{{0, 0}, {2000, 0}}, kOneWay}}).joining(), "open");
}

TEST(Joining, ALargerConnectedPartCountsMore) {
  // One gets from the 12 km to the 3 km, and never back.
  Roads const roads({{{{0, 0}, {12'000, 0}}},
                     {{{12'000, 0}, {12'500, 0}}, kOneWay},
                     {{{12'500, 0}, {15'500, 0}}}});
  EXPECT_EQ(roads.joining(Purpose::SetOut), "open leads_nowhere leads_nowhere");
  EXPECT_EQ(roads.joining(Purpose::Arrive), "open open open");
}

/// Lines 0 and 1 from the west and the east to where line 2 begins, a side street without another
/// end; cars from it may not turn into those named.
network::RoadLines side_street(std::vector<std::uint32_t> const& closed) {
  network::VertexLines::Columns columns{.positions = {{500'000, 6'800'000},
                                                      {501'000, 6'800'000},
                                                      {502'000, 6'800'000},
                                                      {501'000, 6'800'900}},
                                        .is_named = true};
  network::RoadLines roads;
  for (auto const& [from, to] : {std::pair{0U, 1U}, {2U, 1U}, {1U, 3U}}) {
    columns.keys.push_back(from);
    columns.keys.push_back(to);
    columns.first_points.push_back(columns.keys.size());
    roads.attributes.push_back({RoadClass::Local});
  }
  roads.lines = network::VertexLines{std::move(columns)};
  for (auto const to : closed) {
    roads.turns.push_back({.kind = network::TurnKind::No,
                           .binds = ModeSet::of(Mode::Car),
                           .from = {2, 3},
                           .via_vertex = 1,
                           .to = {to, to + 1}});
  }
  return roads;
}

TEST(Joining, WhereTurnsAreForbiddenARoadIsStillOneRoad) {
  Roads const one{side_street({0})};
  EXPECT_GT(one.network.segments.size(), 3U);
  EXPECT_EQ(one.joining(), "open open open");
  ASSERT_EQ(one.components.components.size(), 1U);
  auto const& component = *one.components.components.begin();
  EXPECT_EQ(component.segments, 3U);
  EXPECT_NEAR(component.length.value(), 2900, 3) << "no copy counts";
}

TEST(Joining, WhoMayTurnNowhereGetsNowhere) {
  Roads const both{side_street({0, 1})};
  EXPECT_EQ(both.joining(Purpose::SetOut), "open open leads_nowhere");
  EXPECT_EQ(both.joining(Purpose::Arrive), "open open open");
  EXPECT_EQ((Roads{side_street({0, 1}), Mode::Walk}.joining()), "open open open");
}

TEST(Joining, SmallComponentsAndWhatTheDataCutOff) {
  EXPECT_EQ(Roads({kStreet, {{{0, 900}, {900, 900}}}}).joining(), "open small_component");
  EXPECT_EQ(Roads({kStreet, {{{0, 150}, {1500, 150}}}}).joining(), "open leads_nowhere");
  EXPECT_EQ(Roads({kStreet, {{{0, 900}, {1500, 900}}}}).joining(), "open open") << "an island";
  EXPECT_EQ(Roads({kStreet, {{{500, -600}, {500, 600}}}}).joining(), "open small_component")
      << "they cross";
}

TEST(Joining, ClosedGatesAreJoinedBesideARoad) {
  auto lines = Roads::lines_of({{{{0, 0}, {1500, 0}, {3000, 0}}}});
  lines.gates.push_back({1, ModeSet::of(Mode::Walk)});
  // Half of the street, the gate, the other half: what parts them is known.
  EXPECT_EQ(Roads(lines).joining(), "open open open");
  EXPECT_EQ(Roads(lines, Mode::Walk).joining(), "open open open");
}

TEST(Joining, WhatOneWayLanesLeadToIsWhatASearchFinds) {
  Random random{83};
  std::size_t nowhere = 0;
  std::size_t open = 0;
  for (int round = 0; round < 40; ++round) {
    auto const network = random_network(random, {.segments = random.whole(10, 60)});
    auto const graph = graph::build(network);
    auto costs = travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car));
    for (auto& cost : costs) {
      if (random.chance(0.4)) cost = Millimeters::infinite();
    }
    auto const components =
        find_components(network, graph, costs, {.small_component_below = Meters{0}});
    JoinableRoads const joinable{network, graph, costs, components};
    auto const joining = joinable.joining(Purpose::SetOut);
    auto const reached = [&](NodeId start) {
      std::vector<char> seen(graph.nodes(), 0);
      std::vector<NodeId> open_nodes{start};
      seen[start.value()] = 1;
      while (!open_nodes.empty()) {
        auto const node = open_nodes.back();
        open_nodes.pop_back();
        for (auto const e : graph.out(node)) {
          if (!costs[e].is_finite() || seen[graph.head(e).value()] != 0) continue;
          seen[graph.head(e).value()] = 1;
          open_nodes.push_back(graph.head(e));
        }
      }
      return seen;
    };
    std::vector<std::vector<char>> from;
    for (std::uint32_t n = 0; n < graph.nodes(); ++n) from.push_back(reached(NodeId{n}));
    /// Road both of whose ends are reached from a node, and lead back to it.
    auto const connected_with = [&](NodeId node) {
      double sum = 0;
      for (auto const s : network.segments.ids()) {
        auto const a = graph.node(network.segments[s].from);
        auto const b = graph.node(network.segments[s].to);
        auto const is_strong = [&](NodeId n) {
          return from[node.value()][n.value()] != 0 && from[n.value()][node.value()] != 0;
        };
        if (!components.of_segment[s].is_none() && is_strong(a) && is_strong(b))
          sum += network.length(s).value();
      }
      return sum;
    };
    std::vector<double> own;
    for (std::uint32_t n = 0; n < graph.nodes(); ++n) own.push_back(connected_with(NodeId{n}));
    IdVector<ComponentId, double> largest(components.components.size(), 0);
    for (auto const s : network.segments.ids()) {
      if (components.of_segment[s].is_none()) continue;
      for (auto const junction : {network.segments[s].from, network.segments[s].to}) {
        auto& most = largest[components.of_segment[s]];
        most = std::max(most, own[graph.node(junction).value()]);
      }
    }
    for (auto const s : network.segments.ids()) {
      if (components.of_segment[s].is_none() ||
          components.components[components.of_segment[s]].is_small ||
          components.components[components.of_segment[s]].is_cut_off ||
          network.segments[s].attributes.entry == Entry::AtJunctions)
        continue;
      double best = -1;
      for (auto const direction : {Direction::Along, Direction::Against}) {
        auto const edge = graph.edge(network, s, direction);
        if (!costs[edge].is_finite()) continue;
        for (std::uint32_t n = 0; n < graph.nodes(); ++n) {
          if (from[graph.head(edge).value()][n] != 0) best = std::max(best, own[n]);
        }
      }
      bool const leads_on = best >= largest[components.of_segment[s]] / 2 - 1e-6;
      ASSERT_EQ(joining[s] == Joining::Open, leads_on) << best;
      ++(leads_on ? open : nowhere);
    }
  }
  EXPECT_GT(open, 300U);
  EXPECT_GT(nowhere, 100U);
}

}  // namespace
}  // namespace gapmap::access
