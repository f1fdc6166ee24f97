#include "gapmap/tables/network_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/drawn_town.h"
#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(NetworkTable, RanksComponentsByLength) {
  auto const town = drawn_town(
      "a--b\n"
      "\n"
      "c->-----d\n");
  auto const& network = town.network();
  auto const components = access::find_components(network, town.graph(), town.costs(),
                                                  {.small_component_below = Meters{500}});
  IdVector<SegmentId, Joining> joining;
  joining.resize(network.segments.size());
  for (auto& each : joining) each = Joining::Open;
  joining[SegmentId{std::size_t{0}}] = Joining::SmallComponent;
  auto const table = network_road_table({network, Mode::Car, components, joining});
  EXPECT_THAT(names_of(table), ElementsAre("segment", "road_name", "road_class", "direction",
                                           "component", "small_component", "joining", "length_m",
                                           "limit_along_kmh", "limit_against_kmh"));
  EXPECT_THAT(text_of(table), HasSubstr("||local|both|2|yes|small_component|300||\n"));
  EXPECT_THAT(text_of(table), HasSubstr("|1|no|open|800||\n"));
  EXPECT_EQ(table.lines.size(), table.rows.size());
}

TEST(NetworkTable, LeavesComponentsEmptyWhereNobodyMayTravel) {
  auto const town = drawn_town("a----b");
  Components components;
  components.of_segment.push_back(ComponentId::none());
  IdVector<SegmentId, Joining> joining;
  joining.push_back(Joining::Closed);
  EXPECT_EQ(text_of(network_road_table({town.network(), Mode::Car, components, joining})),
            "0||local|both|||closed|500||\n");
}

TEST(DirectionOf, IsThatOfTheMode) {
  auto const town = drawn_town("a>---b");
  auto const& road = town.network().segments[SegmentId{std::size_t{0}}].attributes;
  auto const by_car = direction_of(road, Mode::Car);
  EXPECT_TRUE(by_car == "along" || by_car == "against") << by_car;
  EXPECT_EQ(direction_of(road, Mode::Walk), "both");
  EXPECT_EQ(direction_of(RoadAttributes{.permitted = {}}, Mode::Car), "closed");
}

TEST(NearMissTable, IsOfPointsEvenWithoutRows) {
  auto const town = drawn_town("a----b");
  EXPECT_EQ(shape_of(near_miss_table(town.network(), {})), OutputShape::Point);
  JunctionId const first{std::size_t{0}};
  auto const table =
      near_miss_table(town.network(), {{first, SegmentId{std::size_t{0}}, Point{}, Meters{0.25}}});
  EXPECT_THAT(names_of(table), ElementsAre("distance_m", "other_segment", "other_road_name"));
  EXPECT_EQ(text_of(table), "0.25|0|\n");
  ASSERT_EQ(table.lines.size(), 1U);
  EXPECT_THAT(table.lines[0], ElementsAre(town.network().junctions[first]));
}

TEST(OddSpeedTable, HasEveryRoadWithItsSpeed) {
  auto const town = drawn_town("a----b");
  EXPECT_EQ(shape_of(odd_speed_table(town.network(), {})), OutputShape::Line);
  auto const table = odd_speed_table(town.network(), {{SegmentId{std::size_t{0}}, 144.04}});
  EXPECT_THAT(names_of(table), ElementsAre("speed_kmh", "segment", "road_name", "road_class"));
  EXPECT_EQ(text_of(table), "144|0||local\n");
}

}  // namespace
}  // namespace gapmap::tables
