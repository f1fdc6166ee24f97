#include "gapmap/travel/weigh.h"

#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::travel {
namespace {

TEST(WeighLengths, BothDirectionsCostTheGeodesicLengthInWholeMillimeters) {
  Random random{111};
  auto const network = random_network(random);
  auto const graph = graph::build(network);
  auto const costs = weigh<Millimeters>(network, graph, builtin_profile(Mode::Walk));
  ASSERT_EQ(costs.size(), graph.edges());
  Ruler const ruler{test_frame()};
  std::size_t without_cost = 0;
  for (auto const s : network.segments.ids()) {
    auto const expected = to_millimeters(Meters{ruler.along(network.shape(s)).back()});
    ASSERT_EQ(costs[graph.edge(network, s, Direction::Along)], expected);
    ASSERT_EQ(costs[graph.edge(network, s, Direction::Against)], expected);
    without_cost += expected == Millimeters{0} ? 1 : 0;
  }
  EXPECT_GE(without_cost, 2U) << "edges without length were to be tested";
}

TEST(WeighLengths, FerriesCostTheirLengthToo) {
  auto const town = drawn_town("A--b~~~c--d", {.step = Meters{10}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:30 c:70 d:100");
}

TEST(WeighLengths, EmptyNetworkHasNoCosts) {
  RoadNetwork const network;
  EXPECT_TRUE(weigh<Millimeters>(network, graph::build(network), {}).empty());
}

constexpr Direction kBoth[]{Direction::Along, Direction::Against};

/// A road of 1000 m, but for rounding, and its costs.
struct OneRoad {
  explicit OneRoad(RoadAttributes const& attributes) {
    auto const& frame = test_frame();
    std::vector<Point> const shape{{499'500, 6'900'000}, {500'500, 6'900'000}};
    network.junctions.push_back(shape[0]);
    network.junctions.push_back(shape[1]);
    network.segments.push_back(
        {JunctionId{std::size_t{0}}, JunctionId{std::size_t{1}}, attributes});
    network.shapes.push_back(shape);
    Ruler{frame}.append_along(shape, network.along);
    network.along.back() = 1000;
    graph = graph::build(network);
  }
  template <CostType Cost>
  [[nodiscard]] Cost cost(Profile const& profile, Direction direction = Direction::Along) const {
    return weigh<Cost>(network, graph,
                       profile)[graph.edge(network, SegmentId{std::size_t{0}}, direction)];
  }
  /// Speed along it in km/h, from the time it takes.
  [[nodiscard]] double kmh(Profile const& profile, Direction direction = Direction::Along) const {
    return 3.6 * 1000 / to_seconds(cost<Milliseconds>(profile, direction)).value();
  }
  RoadNetwork network;
  RoadGraph graph;
};

Profile const kCar = builtin_profile(Mode::Car);
Profile const kBike = builtin_profile(Mode::Bike);
Profile const kWalk = builtin_profile(Mode::Walk);

TEST(WeighTimes, ClassGivesTheSpeedWhereNoLimitIsPosted) {
  for (auto const direction : kBoth) {
    EXPECT_NEAR(OneRoad{{RoadClass::Motorway}}.kmh(kCar, direction), 100, 0.01);
    EXPECT_NEAR(OneRoad{{RoadClass::Residential}}.kmh(kCar, direction), 30.5, 0.01);
    EXPECT_NEAR(OneRoad{{RoadClass::Track}}.kmh(kBike, direction), 12, 0.01);
    EXPECT_NEAR(OneRoad{{RoadClass::Steps}}.kmh(kWalk, direction), 2.5, 0.01);
  }
}

TEST(WeighTimes, LimitCountsForCarsInItsDirection) {
  RoadAttributes road{RoadClass::Secondary};
  road.speed_limit = {100, 40};
  EXPECT_NEAR(OneRoad{road}.kmh(kCar, Direction::Along), 90, 0.01);
  EXPECT_NEAR(OneRoad{road}.kmh(kCar, Direction::Against), 36, 0.01);
  EXPECT_NEAR(OneRoad{road}.kmh(kBike), 16, 0.01) << "limits do not matter to a bike";
  EXPECT_NEAR(OneRoad{road}.kmh(kWalk), 5, 0.01);
}

TEST(WeighTimes, SurfaceTakesItsShareOfTheClassAndBoundsTheLimit) {
  RoadAttributes road{RoadClass::Local, Surface::Gravel};
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 30.5 * 0.85, 0.01);
  road.speed_limit = {80, 80};
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 80 * 0.85, 0.01) << "72 is more than gravel allows";
  road.surface = Surface::Bad;
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 80 * 0.4, 0.01);
  EXPECT_NEAR(OneRoad{road}.kmh(kWalk), 5 * 0.8, 0.01);
  road.surface = Surface::Unknown;
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 72, 0.01);
  road.surface = Surface::Gravel;
  road.speed_limit = {30, 30};
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 27, 0.01) << "slow enough for gravel";
  road.speed_limit = {100, 100};
  EXPECT_NEAR(OneRoad{road}.kmh(kCar), 90 * 0.85, 0.01);
}

TEST(WeighTimes, AProfileWithOtherSpeedsIsAnotherTraveller) {
  auto profile = kCar;
  profile.speed[static_cast<std::size_t>(RoadClass::Residential)] = MetersPerSecond{25 / 3.6};
  profile.surface_factor[static_cast<std::size_t>(Surface::Gravel)] = 0.5;
  profile.share_of_limit = 0;
  profile.off_road_speed = MetersPerSecond{4 / 3.6};
  RoadAttributes road{RoadClass::Residential, Surface::Gravel};
  road.speed_limit = {40, 40};
  EXPECT_NEAR(OneRoad{road}.kmh(profile), 12.5, 0.01) << "without a share limits do not count";
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{100}, profile), Milliseconds{90'000});
}

TEST(TopSpeed, IsNeverLessThanWhatAnyRoadIsTravelledAt) {
  std::vector<Profile> profiles{kCar, kBike, kWalk};
  auto& fast = profiles.emplace_back(kWalk);
  fast.speed[static_cast<std::size_t>(RoadClass::Path)] = MetersPerSecond{290 / 3.6};
  fast.surface_factor[static_cast<std::size_t>(Surface::Bad)] = 2;
  auto& hasty = profiles.emplace_back(kCar);
  hasty.share_of_limit = 1.5;
  auto& careful = profiles.emplace_back(kCar);
  careful.share_of_limit = 0;
  careful.surface_factor.fill(0.5);
  auto& straight_on = profiles.emplace_back(kBike);
  straight_on.off_road_speed = MetersPerSecond{250 / 3.6};
  for (auto const& profile : profiles) {
    auto const top = top_speed(profile);
    EXPECT_LE(profile.off_road_speed, top);
    for (std::size_t c = 0; c < kRoadClasses; ++c) {
      for (std::size_t s = 0; s < kSurfaces; ++s) {
        for (int const limit : {0, 30, 60, 80, 250}) {
          RoadAttributes road{static_cast<RoadClass>(c), static_cast<Surface>(s)};
          road.speed_limit.fill(limit);
          ASSERT_LE(speed_on(road, Direction::Along, profile), top)
              << c << " " << s << " " << limit;
        }
      }
    }
  }
  EXPECT_NEAR(top_speed(kWalk).value(), 100 / 3.6, 0.01) << "aboard a fast ferry";
  auto ashore = kWalk;
  ashore.ferries = Ferries::Avoid;
  EXPECT_NEAR(top_speed(ashore).value(), 18 / 3.6, 0.01);
}

TEST(Weigh, ClosedDirectionsAreInfiniteForBothCosts) {
  RoadAttributes road{RoadClass::Local};
  road.permitted[1] = ModeSet::of(Mode::Walk);
  OneRoad const one_way{road};
  EXPECT_EQ(one_way.cost<Millimeters>(kCar), Millimeters{1'000'000});
  EXPECT_EQ(one_way.cost<Millimeters>(kCar, Direction::Against), Millimeters::infinite());
  EXPECT_EQ(one_way.cost<Milliseconds>(kBike, Direction::Against), Milliseconds::infinite());
  EXPECT_EQ(one_way.cost<Milliseconds>(kWalk, Direction::Against), Milliseconds{720'000});
}

TEST(Weigh, FerriesThatAreAvoidedAreInfinite) {
  for (auto const road_class : {RoadClass::Ferry, RoadClass::CableFerry}) {
    auto profile = kCar;
    EXPECT_TRUE(OneRoad{{road_class}}.cost<Millimeters>(profile).is_finite());
    profile.ferries = Ferries::Avoid;
    EXPECT_EQ(OneRoad{{road_class}}.cost<Millimeters>(profile), Millimeters::infinite());
    EXPECT_EQ(OneRoad{{road_class}}.cost<Milliseconds>(profile, Direction::Against),
              Milliseconds::infinite());
  }
}

TEST(WeighTimes, FerryCrossesAtItsOwnSpeedAndWaitsAtItsQuays) {
  EXPECT_EQ(OneRoad{{RoadClass::Ferry}}.cost<Milliseconds>(kCar), Milliseconds{200'000U});
  EXPECT_EQ(OneRoad{{RoadClass::CableFerry}}.cost<Milliseconds>(kCar), Milliseconds{360'000U});
  RoadAttributes timed{RoadClass::Ferry};
  timed.ferry_speed_mps = 2.5F;
  auto profile = kWalk;
  profile.ferry_wait = Seconds{60};
  EXPECT_EQ(OneRoad{timed}.cost<Milliseconds>(profile), Milliseconds{400'000U});
  OneRoad boarding{timed};
  boarding.network.along.back() = 0;
  for (auto const direction : kBoth) {
    EXPECT_EQ(boarding.cost<Milliseconds>(profile, direction), Milliseconds{30'000U});
    EXPECT_EQ(boarding.cost<Millimeters>(profile, direction), Millimeters{0});
  }
}

TEST(WeighTimes, CrossingOfSeveralSegmentsWaitsOnce) {
  // 18 km/h: 20 s for 100 m.
  auto const whole = drawn_town("A-b~~~~~~~~~c-D");
  auto const bent = drawn_town("A-b~~~~m~~~~c-D");
  EXPECT_EQ(whole.costs_from<Milliseconds>("b"), "A:14.4 b:0 c:2000 D:2014.4");
  auto const branched = drawn_town(R"(
      A-b~~~~m~~~~c-D
             |
             e
  )");
  EXPECT_THAT(bent.costs_from<Milliseconds>("b"), testing::HasSubstr("c:2000 D:2014.4"));
  EXPECT_THAT(branched.costs_from<Milliseconds>("b"), testing::HasSubstr("c:2000 D:2014.4"))
      << "a landing on the way";
  EXPECT_THAT(branched.costs_from<Milliseconds>("e"), testing::HasSubstr("c:1914.4"))
      << "boarded at the landing";
}

TEST(WeighOffRoad, LengthsAreLengthsAndTimesAreTravelledAsTheRest) {
  EXPECT_EQ(weigh_off_road<Millimeters>(Meters{12.3456}, kCar), Millimeters{12'346});
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{500}, kCar), Milliseconds{90'000}) << "20 km/h";
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{500}, kBike), Milliseconds{150'000}) << "12 km/h";
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{500}, kWalk), Milliseconds{360'000}) << "5 km/h";
  EXPECT_EQ(walking_speed(), kWalk.off_road_speed);
  EXPECT_EQ(weigh_off_road<Millimeters>(Meters::infinite(), kCar), Millimeters::infinite());
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters::infinite(), kCar), Milliseconds::infinite());
}

TEST(WeighOffRoad, AFactorMakesLegsLonger) {
  auto profile = kCar;
  profile.off_road_factor = 1.3;
  EXPECT_EQ(weigh_off_road<Millimeters>(Meters{100}, profile), Millimeters{130'000});
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{100}, profile), Milliseconds{23'400});
  profile.off_road_factor = 0;
  EXPECT_EQ(weigh_off_road<Millimeters>(Meters{100}, profile), Millimeters{0});
  EXPECT_EQ(weigh_off_road<Milliseconds>(Meters{100}, profile), Milliseconds{0});
  EXPECT_EQ(weigh_off_road<Millimeters>(Meters::infinite(), profile), Millimeters::infinite());
}

}  // namespace
}  // namespace gapmap::travel
