#include "gapmap/access/components.h"

#include <fmt/format.h>

#include <cmath>

#include "gapmap/geometry/ruler.h"
#include "gapmap/network/assemble.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::access {
namespace {

Components components_of(DrawnTown const& town, Meters small_component_below = Meters{1000}) {
  return find_components(town.network(), town.graph(), town.costs(),
                         {.small_component_below = small_component_below});
}

/// "500 m of 2 segments, 300 m of 1 segments (small component)"
std::string text_of(Components const& components) {
  std::string text;
  for (auto const& component : components.components) {
    text += fmt::format("{}{:.0f} m of {} segments{}", text.empty() ? "" : ", ",
                        component.length.value(), component.segments,
                        component.is_small ? " (small component)" : "");
  }
  return text;
}

DrawnTownOptions by(Mode mode) { return {.profile = travel::builtin_profile(mode)}; }

TEST(FindComponents, WhatHangsTogetherIsOneComponent) {
  auto const town = drawn_town(R"(
      a----------b-----c
                 |
      d--e       f
  )");
  EXPECT_EQ(text_of(components_of(town)),
            "1900 m of 3 segments, 300 m of 1 segments (small component)");
}

TEST(FindComponents, ComponentOfExactlyTheLengthIsNoSmallComponent) {
  auto const town = drawn_town(R"(
      a------------------------------b
      c---------d
  )");
  auto const exact = components_of(town).components[ComponentId{std::size_t{1}}].length;
  ASSERT_NEAR(exact.value(), 1000, 1e-3);
  EXPECT_FALSE(components_of(town, exact).components[ComponentId{std::size_t{1}}].is_small);
  EXPECT_TRUE(components_of(town, Meters{std::nextafter(exact.value(), 2000)})
                  .components[ComponentId{std::size_t{1}}]
                  .is_small);
}

TEST(FindComponents, LongestComponentIsNeverSmallOne) {
  auto const town = drawn_town(R"(
      a--b
      c----d
      e-f
  )");
  auto const components = components_of(town, Meters::infinite());
  EXPECT_EQ(text_of(components),
            "300 m of 1 segments (small component), 500 m of 1 segments, 200 m of 1 segments "
            "(small component)");
  EXPECT_FALSE(components.is_usable(SegmentId{std::size_t{0}}));
  EXPECT_TRUE(components.is_usable(SegmentId{std::size_t{1}}));
}

TEST(FindComponents, DependOnTheMode) {
  constexpr auto kPicture = "a----------b--#----------c";
  EXPECT_EQ(text_of(components_of(drawn_town(kPicture, by(Mode::Walk)))), "2500 m of 3 segments");
  auto const car = drawn_town(kPicture, by(Mode::Car));
  auto const components = components_of(car);
  EXPECT_EQ(text_of(components), "1400 m of 1 segments, 1100 m of 1 segments");
  std::size_t closed = 0;
  for (auto const s : car.network().segments.ids()) {
    if (!components.of_segment[s].is_none()) continue;
    ++closed;
    EXPECT_FALSE(components.is_usable(s));
  }
  EXPECT_EQ(closed, 1U) << "the gate";
}

TEST(FindComponents, OneDirectionHoldsAComponentTogether) {
  EXPECT_EQ(text_of(components_of(drawn_town("a----->-----b-----<-----c"))),
            "2400 m of 2 segments");
}

TEST(FindComponents, FerriesHoldAComponentTogetherUnlessTheyAreAvoided) {
  constexpr auto kPicture = "a----------b~~~~~c----d";
  EXPECT_EQ(text_of(components_of(drawn_town(kPicture))), "2200 m of 5 segments")
      << "two of them lead aboard";
  auto avoiding = by(Mode::Car);
  avoiding.profile.ferries = Ferries::Avoid;
  EXPECT_EQ(text_of(components_of(drawn_town(kPicture, avoiding))),
            "1100 m of 1 segments, 500 m of 1 segments (small component)");
}

/// "1900 m, 2000 m (cut off)"
std::string cut_off_among(DrawnTown const& town, ComponentOptions const& options = {}) {
  std::string text;
  for (auto const& component :
       find_components(town.network(), town.graph(), town.costs(), options).components) {
    text += fmt::format("{}{:.0f} m{}", text.empty() ? "" : ", ", component.length.value(),
                        component.is_cut_off ? " (cut off)" : "");
  }
  return text;
}

TEST(FindComponents, AComponentThatComesNearTheLongestIsCutOffByTheData) {
  // 200 m apart, and 300.
  EXPECT_EQ(cut_off_among(drawn_town(R"(
      a----------------------b

      c----------d
  )")),
            "2300 m, 1100 m (cut off)");
  EXPECT_EQ(cut_off_among(drawn_town(R"(
      a----------------------b


      c----------d
  )")),
            "2300 m, 1100 m");
}

TEST(FindComponents, AComponentThatCrossesTheLongestWithoutAJunctionIsSmallOne) {
  // The crossing is 600 m from every vertex.
  RoadNetwork const network = [] {
    network::RoadLines roads;
    roads.lines.push_back(std::vector<Point>{{500'000, 6'800'000}, {503'000, 6'800'000}});
    roads.lines.push_back(std::vector<Point>{{501'000, 6'799'400}, {501'000, 6'800'600}});
    roads.attributes.resize(2);
    return network::assemble(roads, Ruler{test_frame()}).network;
  }();
  auto const graph = graph::build(network);
  auto const costs = travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car));
  auto const components = find_components(network, graph, costs).components;
  ASSERT_EQ(components.size(), 2U);
  EXPECT_TRUE(components[ComponentId{1U}].is_small);
}

TEST(FindComponents, WhereAFerryLandsThereIsAnIsland) {
  auto profile = travel::builtin_profile(Mode::Car);
  profile.ferries = Ferries::Avoid;
  EXPECT_EQ(
      cut_off_among(drawn_town("a----------------------b~c-----------d", {.profile = profile})),
      "2300 m, 1200 m");
}

TEST(FindComponents, AComponentOfFiftyKilometresIsALandOfItsOwn) {
  // Two roads 150 m apart, the second of 49.9 and of 50.1 km.
  auto const is_cut_off = [](double length) {
    network::RoadLines roads;
    roads.lines.push_back(std::vector<Point>{{500'000, 6'800'000}, {580'000, 6'800'000}});
    roads.lines.push_back(std::vector<Point>{{500'000, 6'800'150}, {500'000 + length, 6'800'150}});
    roads.attributes.resize(2);
    auto const network = network::assemble(roads, Ruler{test_frame()}).network;
    auto const graph = graph::build(network);
    auto const costs =
        travel::weigh<Millimeters>(network, graph, travel::builtin_profile(Mode::Car));
    return find_components(network, graph, costs).components[ComponentId{1U}].is_cut_off;
  };
  EXPECT_TRUE(is_cut_off(49'900));
  EXPECT_FALSE(is_cut_off(50'100));
}

TEST(FindComponents, ComponentsThatLeaveTheBoxCountAsLands) {
  auto const town = drawn_town(R"(
      a----------------------b



      c---------------d

      e----------f
  )");
  EXPECT_EQ(cut_off_among(town), "2300 m, 1600 m, 1100 m");
  // c–d goes on beyond the box and may be of any length; e–f comes near it.
  Box const box{{town.at('e').x - 1, town.at('e').y - 1}, {town.at('d').x - 1, town.at('b').y + 1}};
  auto const components =
      find_components(town.network(), town.graph(), town.costs(), {.read_within = box}).components;
  EXPECT_TRUE(components[ComponentId{1U}].may_go_on);
  EXPECT_FALSE(components[ComponentId{2U}].may_go_on);
  EXPECT_FALSE(components[ComponentId{1U}].is_cut_off);
  EXPECT_TRUE(components[ComponentId{2U}].is_cut_off);
}

TEST(FindComponents, AreTheSameForBothCosts) {
  auto const town = drawn_town("a----------b--#--c  d--e");
  auto const by_time = find_components(town.network(), town.graph(), town.costs<Milliseconds>());
  EXPECT_EQ(text_of(by_time), text_of(components_of(town)));
  EXPECT_EQ(by_time.of_segment, components_of(town).of_segment);
}

TEST(FindComponents, WithoutRoadsThereAreNone) {
  EXPECT_TRUE(components_of(drawn_town("a  b")).components.empty());
}

}  // namespace
}  // namespace gapmap::access
