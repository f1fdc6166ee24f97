// What junctions and traffic lights cost.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "gapmap/network/detail/split_junctions.h"
#include "gapmap/travel/variants.h"
#include "gapmap/travel/weigh.h"
#include "tests/support/random_network.h"
#include "tests/support/rule_table.h"

namespace gapmap::travel {
namespace {

/// Ten seconds for trunk, nine for primary roads … none for what is less than residential.
Profile profile_of_test(Mode mode = Mode::Car) {
  auto profile = builtin_profile(mode);
  profile.delays = {};
  for (std::size_t c = 1; c <= 6; ++c)
    profile.delays.junction[c] = Seconds{11 - static_cast<double>(c)};
  profile.delays.signals = Seconds{20};
  return profile;
}

Profile undelayed(Profile profile) {
  profile.delays = {};
  return profile;
}

double seconds_of(Milliseconds cost) { return static_cast<double>(cost.value()) / 1000; }

constexpr std::array kLetters{
    std::pair{'M', RoadClass::Motorway},    std::pair{'T', RoadClass::Trunk},
    std::pair{'P', RoadClass::Primary},     std::pair{'S', RoadClass::Secondary},
    std::pair{'t', RoadClass::Tertiary},    std::pair{'l', RoadClass::Local},
    std::pair{'r', RoadClass::Residential}, std::pair{'y', RoadClass::Service},
    std::pair{'u', RoadClass::Unknown},     std::pair{'f', RoadClass::Ferry},
    std::pair{'w', RoadClass::Path}};

/// Roads from one junction, the first of them the one by which one comes: letters are classes, `<`
/// behind one says that it only leads there, `>` that it only leads away, `!` that it has a sign to
/// give way.
std::string wait_at(std::string const& roads) {
  RoadNetwork network;
  auto const middle = network.junctions.push_back({0, 0});
  std::istringstream words{roads};
  for (std::string word; words >> word;) {
    auto const letter = std::ranges::find(kLetters, word[0], &std::pair<char, RoadClass>::first);
    RoadAttributes road{letter->second};
    if (road.road_class == RoadClass::Path)
      road.permitted = {ModeSet::of(Mode::Walk), ModeSet::of(Mode::Walk)};
    if (word.find('<') != std::string::npos) road.permitted[1] = ModeSet{};
    if (word.find('>') != std::string::npos) road.permitted[0] = ModeSet{};
    Segment segment{network.junctions.push_back({1000, 0}), middle, road};
    if (word.find('!') != std::string::npos) segment.control[0] = Control::GivesWay;
    network.segments.push_back(segment);
    network.shapes.push_back(std::vector<Point>{{1000, 0}, {0, 0}});
    network.along.append(std::vector<double>{0, 1000});
  }
  auto const graph = graph::build(network);
  auto const edge = graph.edge(network, SegmentId{std::size_t{0}}, Direction::Along);
  auto const profile = profile_of_test();
  auto const with = weigh<Milliseconds>(network, graph, profile)[edge];
  auto const without = weigh<Milliseconds>(network, graph, undelayed(profile))[edge];
  return fmt::format("{:.6g}", seconds_of(with) - seconds_of(without));
}

TEST(Delays, DependOnTheRoadsThatMeet) {
  auto const table = R"(
      r           -> 0
      r r         -> 0
      r P         -> 0
      r P P       -> 9
      r P P r     -> 9
      r T T       -> 10
      P P r       -> 0
      P P r r     -> 0
      r r r       -> 2.5
      r r r r     -> 2.5
      u u u       -> 0
      l u l       -> 3
      r P r       -> 4.5
      r M M       -> 0
      y r r       -> 5
      r r y       -> 0
      y y y       -> 0
      r P< P>     -> 4.5
      r P> P>     -> 0
      P< P< P>    -> 0
      P< r< P>    -> 0
      r< P< P>    -> 4.5
      r< r< r>    -> 0
      r< r< r> r> -> 1.25
      r r r>      -> 0
      r< r r>     -> 1.25
      r r f       -> 0
      r P P f     -> 9
      f P P       -> 0
      r r w       -> 0
      r! r r      -> 5
      r r r!      -> 0
      P! P P      -> 9
      P! r r      -> 5
      P P! r      -> 0
  )";
  expect_table(table, 35, wait_at);
}

TEST(Delays, LightsOnTheWayAndAtTheEndTakeThePlaceOfTheJunction) {
  RoadNetwork network;
  auto const middle = network.junctions.push_back({0, 0});
  for (auto const road_class : {RoadClass::Residential, RoadClass::Primary, RoadClass::Primary}) {
    network.segments.push_back({network.junctions.push_back({1000, 0}), middle, {road_class}});
    network.shapes.push_back(std::vector<Point>{{1000, 0}, {0, 0}});
    network.along.append(std::vector<double>{0, 1000});
  }
  auto const graph = graph::build(network);
  auto& lit = network.segments[SegmentId{std::size_t{0}}];
  auto const delay = [&](Profile const& profile, Direction direction) {
    auto const edge = graph.edge(network, SegmentId{std::size_t{0}}, direction);
    return seconds_of(weigh<Milliseconds>(network, graph, profile)[edge]) -
           seconds_of(weigh<Milliseconds>(network, graph, undelayed(profile))[edge]);
  };
  auto const profile = profile_of_test();
  EXPECT_DOUBLE_EQ(delay(profile, Direction::Along), 9);
  lit.signals = {2, 1};
  EXPECT_DOUBLE_EQ(delay(profile, Direction::Along), 49)
      << "two lights on the way, then the junction";
  lit.control[0] = Control::Signals;
  EXPECT_DOUBLE_EQ(delay(profile, Direction::Along), 40);
  EXPECT_DOUBLE_EQ(delay(profile, Direction::Against), 20);
  EXPECT_DOUBLE_EQ(delay(builtin_profile(Mode::Bike), Direction::Along), 0);
  EXPECT_DOUBLE_EQ(delay(builtin_profile(Mode::Walk), Direction::Along), 0);
  EXPECT_GT(delay(builtin_profile(Mode::Car), Direction::Along), 0);
  auto const length = weigh<Millimeters>(network, graph, profile);
  EXPECT_EQ(length[graph.edge(network, SegmentId{std::size_t{0}}, Direction::Along)],
            Millimeters{1'000'000});
}

TEST(Delays, OfAJunctionAreInTheShareOfALimitAlready) {
  auto const seconds = [](double metres, std::size_t roads, Profile const& profile) {
    RoadNetwork network;
    auto const middle = network.junctions.push_back({0, 0});
    for (std::size_t i = 0; i < roads; ++i) {
      network.segments.push_back({network.junctions.push_back({metres, 0}),
                                  middle,
                                  {.road_class = RoadClass::Primary, .speed_limit = {36, 36}}});
      network.shapes.push_back(std::vector<Point>{{metres, 0}, {0, 0}});
      network.along.append(std::vector<double>{0, metres});
    }
    auto const graph = graph::build(network);
    auto const edge = graph.edge(network, SegmentId{std::size_t{0}}, Direction::Along);
    return seconds_of(weigh<Milliseconds>(network, graph, profile)[edge]);
  };
  auto profile = profile_of_test();
  profile.delays.in_speeds = Seconds{1};
  double const wait = 4.5;
  EXPECT_NEAR(seconds(1000, 1, profile), 1000 / 9.0, 0.001) << "no junction: 0.9 of 10 m/s";
  EXPECT_NEAR(seconds(1000, 2, profile), 1000 / 9.0, 0.001);
  EXPECT_NEAR(seconds(1000, 3, profile), 1000 / 9.0 - 1 + wait, 0.001);
  EXPECT_NEAR(seconds(100, 3, profile), 100 / 9.5 + wait, 0.001) << "no more than 0.95";
  EXPECT_NEAR(seconds(1000, 3, without_delays(profile)), 1000 / 9.5, 0.001) << "the least there is";
  profile.delays.in_speeds = Seconds{0};
  EXPECT_NEAR(seconds(100, 3, profile), 100 / 9.0 + wait, 0.001);
}

/// The rule once more, from a list of the roads of each junction.
double expected_wait(RoadNetwork const& network, SegmentId id, Direction direction,
                     Profile const& profile) {
  struct End {
    int rank;
    std::size_t road_class;
    bool in, out, sign;
  };
  auto const rank = [](RoadClass c) {
    return static_cast<int>(c == RoadClass::Unknown ? RoadClass::Local : c);
  };
  auto const& own = network.segments[id];
  if (own.attributes.is_ferry()) return 0;
  auto const junction = direction == Direction::Along ? own.to : own.from;
  std::vector<End> others;
  End me{};
  for (auto const s : network.segments.ids()) {
    auto const& segment = network.segments[s];
    for (auto const end : {Direction::Along, Direction::Against}) {
      if ((end == Direction::Along ? segment.to : segment.from) != junction) continue;
      auto const& road = segment.attributes;
      End const found{rank(road.road_class), static_cast<std::size_t>(road.road_class),
                      road.permits(end).contains(profile.mode),
                      road.permits(opposite(end)).contains(profile.mode),
                      segment.control[static_cast<std::size_t>(end)] == Control::GivesWay};
      if (road.is_ferry() || !(found.in || found.out)) continue;
      if (s == id && end == direction) {
        me = found;
      } else {
        others.push_back(found);
      }
    }
  }
  auto const count = [&](auto const& is) { return std::ranges::count_if(others, is); };
  if (others.size() < 2 || count([](End const& e) { return e.in; }) == 0) return 0;
  int best = me.rank;
  for (auto const& other : others) best = std::min(best, other.rank);
  auto const of_rank = [&](int wanted) {
    auto const road_class = wanted == rank(RoadClass::Unknown)
                                ? static_cast<std::size_t>(RoadClass::Local)
                                : static_cast<std::size_t>(wanted);
    return profile.delays.junction[road_class].value();
  };
  auto const in_of_rank = [&](int wanted) {
    return count([&](End const& e) { return e.in && e.rank == wanted; });
  };
  auto const half_of_one = [](auto streams) { return streams >= 2 ? 1 : 0.5; };
  if (me.sign) {
    if (me.rank != best || in_of_rank(best) > 0)
      return half_of_one(in_of_rank(best)) * of_rank(best);
    int next = 1000;
    for (auto const& other : others) {
      if (other.in) next = std::min(next, other.rank);
    }
    return half_of_one(count([](End const& e) { return e.in; })) * of_rank(next);
  }
  if (me.rank > best) {
    if (in_of_rank(best) == 0) return 0;
    return half_of_one(in_of_rank(best)) * of_rank(best);
  }
  if (in_of_rank(best) == 0 || count([](End const& e) { return e.in && e.sign; }) > 0) return 0;
  auto const count_best = [&](auto const& is) {
    return count([&](End const& e) { return e.rank == best && is(e); }) + (is(me) ? 1 : 0);
  };
  auto const both = count_best([](End const& e) { return e.in && e.out; });
  auto const in = count_best([](End const& e) { return e.in; });
  auto const out = count_best([](End const& e) { return e.out; });
  if (in < 3 && both >= 2) return 0;
  if (both == 0 && out == 1) return 0;
  return 0.5 * half_of_one(in_of_rank(best)) * of_rank(best);
}

TEST(Delays, AreThoseOfTheRuleOnRandomNetworks) {
  Random random{112};
  auto profile = profile_of_test();
  // Equals count by rank, so those of unknown class need the wait of local roads.
  profile.delays.junction[static_cast<std::size_t>(RoadClass::Unknown)] =
      profile.delays.junction[static_cast<std::size_t>(RoadClass::Local)];
  auto network = random_network(random);
  for (auto const s : network.segments.ids()) {
    auto& segment = network.segments[s];
    if (!segment.attributes.is_ferry() && random.chance(0.8))
      segment.attributes.road_class = static_cast<RoadClass>(random.whole(0, 8));
    for (auto& control : segment.control)
      control = random.chance(0.1) ? Control::GivesWay
                                   : (random.chance(0.1) ? Control::Signals : Control::None);
    for (auto& signals : segment.signals) signals = static_cast<std::uint8_t>(random.whole(0, 2));
  }
  auto const graph = graph::build(network);
  auto const costs = weigh<Milliseconds>(network, graph, profile);
  auto const free = weigh<Milliseconds>(network, graph, undelayed(profile));
  std::map<double, int> seen;
  for (auto const s : network.segments.ids()) {
    auto const& segment = network.segments[s];
    for (auto const direction : {Direction::Along, Direction::Against}) {
      auto const edge = graph.edge(network, s, direction);
      ASSERT_EQ(costs[edge].is_finite(), free[edge].is_finite());
      if (!free[edge].is_finite()) continue;
      auto const d = static_cast<std::size_t>(direction);
      double const wait = segment.control[d] == Control::Signals
                              ? 0
                              : expected_wait(network, s, direction, profile);
      double const expected = 20.0 * segment.signals[d] + wait;
      ASSERT_NEAR(seconds_of(costs[edge]) - seconds_of(free[edge]), expected, 0.0011) << s.value();
      ++seen[wait];
    }
  }
  EXPECT_GE(seen.size(), 8U) << "all kinds of waits were to be tested";
}

TEST(Delays, OfACopyAreThoseOfItsOriginal) {
  Random random{53};
  std::size_t copies = 0;
  for (int round = 0; round < 20; ++round) {
    auto network = random_network(random);
    auto const plain = network;
    auto const plain_graph = graph::build(plain);
    std::vector<network::BoundTurn> turns;
    for (auto const a : plain.segments.ids()) {
      for (auto const b : plain.segments.ids()) {
        if (a != b && plain.segments[a].to == plain.segments[b].from && random.chance(0.2))
          turns.push_back({network::TurnKind::No,
                           ModeSet::of(Mode::Car),
                           {{a, Direction::Along}, {b, Direction::Along}}});
      }
    }
    network::split_junctions(network, turns);
    auto const graph = graph::build(network);
    auto const profile = profile_of_test();
    auto const before = weigh<Milliseconds>(plain, plain_graph, profile);
    auto const after = weigh<Milliseconds>(network, graph, profile);
    for (auto const s : network.segments.ids()) {
      for (auto const direction : {Direction::Along, Direction::Against}) {
        auto const cost = after[graph.edge(network, s, direction)];
        if (!cost.is_finite()) continue;
        ASSERT_EQ(cost, before[plain_graph.edge(plain, network.original_of(s), direction)])
            << "round " << round;
        copies += network.original_of(s) != s ? 1 : 0;
      }
    }
  }
  EXPECT_GT(copies, 100U);
}

TEST(Delays, GrowWithTheTraffic) {
  auto const free = builtin_profile(Mode::Car);
  auto const day = in_traffic(free, Traffic::Day);
  auto const rush = in_traffic(free, Traffic::Rush);
  EXPECT_EQ(in_traffic(free, Traffic::Free).delays.junction, free.delays.junction);
  EXPECT_GT(day.delays.signals, free.delays.signals);
  EXPECT_GT(rush.delays.signals, day.delays.signals);
  auto const seconds = [](Profile const& profile, RoadClass c) {
    return profile.delays.junction[static_cast<std::size_t>(c)].value();
  };
  EXPECT_NEAR(seconds(day, RoadClass::Primary), 11.311, 1e-9) << "as published";
  EXPECT_NEAR(seconds(day, RoadClass::Secondary), 9.439, 1e-9);
  EXPECT_NEAR(seconds(day, RoadClass::Residential), 9.362, 1e-9);
  EXPECT_NEAR(seconds(rush, RoadClass::Trunk), 12.195, 1e-9);
  EXPECT_NEAR(seconds(rush, RoadClass::Secondary), 11.199, 1e-9);
  EXPECT_NEAR(seconds(rush, RoadClass::Tertiary), 10.633, 1e-9);
  auto twice = free;
  for (auto& wait : twice.delays.junction) wait = 2 * wait;
  EXPECT_NEAR(seconds(in_traffic(twice, Traffic::Day), RoadClass::Primary), 22.622, 1e-9)
      << "what somebody set grows likewise";
}

}  // namespace
}  // namespace gapmap::travel
