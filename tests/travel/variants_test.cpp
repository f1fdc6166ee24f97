#include "gapmap/travel/variants.h"

#include <fmt/format.h>

#include "tests/support/drawn_town.h"

namespace gapmap::travel {
namespace {

TEST(Variants, OpenBothWaysCostsWhatTheOpenDirectionDoes) {
  auto const town = drawn_town("A->-b---c~~~d", {.step = Meters{10}});
  auto const& costs = town.costs<Millimeters>();
  auto const& graph = town.graph();
  EXPECT_TRUE(has_one_way(graph, costs));
  auto const open = open_both_ways(graph, costs);
  EXPECT_FALSE(has_one_way(graph, open));
  std::size_t opened = 0;
  for (auto const edge : costs.ids()) {
    EXPECT_TRUE(open[edge].is_finite());
    if (costs[edge].is_finite()) {
      EXPECT_EQ(open[edge], costs[edge]);
    } else {
      EXPECT_EQ(open[edge], costs[graph.twin(edge)]);
      ++opened;
    }
  }
  EXPECT_EQ(opened, 1U);
}

TEST(Variants, WhatIsClosedBothWaysStaysClosed) {
  auto profile = builtin_profile(Mode::Car);
  profile.ferries = Ferries::Avoid;
  auto const town = drawn_town("A---b~~~c", {.profile = profile});
  EXPECT_FALSE(has_one_way(town.graph(), town.costs<Milliseconds>()));
  EXPECT_EQ(open_both_ways(town.graph(), town.costs<Milliseconds>()), town.costs<Milliseconds>());
}

TEST(Variants, FerriesCountWhetherUsedOrAvoided) {
  auto profile = builtin_profile(Mode::Car);
  auto const with = drawn_town("A---b~~~c");
  auto const without = drawn_town("A---b---c");
  for (auto const ferries : {Ferries::Use, Ferries::Avoid}) {
    profile.ferries = ferries;
    EXPECT_TRUE(has_ferries(with.network(), profile));
    EXPECT_FALSE(has_ferries(without.network(), profile));
  }
}

TEST(Variants, WithoutWaitingAFerryCostsItsCrossing) {
  auto const profile = without_waiting(builtin_profile(Mode::Car));
  auto const town = drawn_town("A~~~~~~~~~~b", {.profile = profile});  // 1 100 m at 18 km/h
  EXPECT_EQ(town.costs_from<Milliseconds>("A"), "A:0 b:220");
}

TEST(Variants, TheFastestRoadIsThatOfTheBox) {
  RoadNetwork network;
  auto const add = [&](Point from, Point to, RoadAttributes const& attributes) {
    auto const a = network.junctions.push_back(from);
    auto const b = network.junctions.push_back(to);
    network.segments.push_back({a, b, attributes});
    network.shapes.push_back(std::vector<Point>{from, to});
    network.along.push_back(0);
    network.along.push_back(planar_distance(from, to).value());
  };
  auto const profile = builtin_profile(Mode::Car);
  auto const of = [&](RoadClass road_class) {
    return profile.speed[static_cast<std::size_t>(road_class)];
  };
  Box const box{{0, 0}, {1000, 1000}};
  EXPECT_EQ(fastest_within(box, network, profile), profile.off_road_speed);
  add({100, 100}, {200, 200}, {RoadClass::Residential});
  EXPECT_EQ(fastest_within(box, network, profile), of(RoadClass::Residential));
  add({-500, 500}, {1500, 500}, {RoadClass::Primary});  // through it, with no point in it
  EXPECT_EQ(fastest_within(box, network, profile), of(RoadClass::Primary));
  add({1001, 0}, {2000, 0}, {RoadClass::Motorway});
  EXPECT_EQ(fastest_within(box, network, profile), of(RoadClass::Primary));
  RoadAttributes walkers{RoadClass::Motorway};
  walkers.permitted = {ModeSet::of(Mode::Walk), ModeSet::of(Mode::Walk)};
  add({0, 0}, {10, 0}, walkers);
  EXPECT_EQ(fastest_within(box, network, profile), of(RoadClass::Primary));
  RoadAttributes posted{RoadClass::Local};
  posted.permitted = {ModeSet{}, ModeSet::all()};
  posted.speed_limit = {250, 100};  // the way of 250 is closed
  add({0, 0}, {10, 0}, posted);
  EXPECT_NEAR(fastest_within(box, network, profile).value(), 100 / 3.6 * 0.95, 1e-9);
}

/// "walking_speed 5 x1, length_0 20 x0"
template <CostType Cost>
std::string assumed(Profile const& profile) {
  std::string text;
  for (auto const& [name, other] : access_assumptions<Cost>(profile)) {
    text += fmt::format("{}{} {:g} x{:g}", text.empty() ? "" : ", ", name,
                        other.off_road_speed.value() * 3.6, other.off_road_factor);
    auto same = other;
    same.off_road_speed = profile.off_road_speed;
    same.off_road_factor = profile.off_road_factor;
    EXPECT_EQ(same.speed, profile.speed);
    EXPECT_EQ(same.mode, profile.mode);
  }
  return text;
}

TEST(AccessAssumptions, AreThoseThatCanDiffer) {
  auto car = builtin_profile(Mode::Car);
  EXPECT_EQ(assumed<Milliseconds>(car), "walking_speed 5 x1, speed_40_kmh 40 x1, length_0 20 x0");
  EXPECT_EQ(assumed<Millimeters>(car), "length_1_3 20 x1.3, length_0 20 x0");
  car.off_road_speed = MetersPerSecond{40 / 3.6};
  EXPECT_EQ(assumed<Milliseconds>(car), "walking_speed 5 x1, length_0 40 x0");
  car.off_road_speed = walking_speed();
  EXPECT_EQ(assumed<Milliseconds>(car), "length_1_3 5 x1.3, speed_40_kmh 40 x1, length_0 5 x0");
  EXPECT_EQ(assumed<Milliseconds>(builtin_profile(Mode::Bike)),
            "walking_speed 5 x1, length_0 12 x0");
  EXPECT_EQ(assumed<Milliseconds>(builtin_profile(Mode::Walk)), "length_1_3 5 x1.3, length_0 5 x0");
}

}  // namespace
}  // namespace gapmap::travel
