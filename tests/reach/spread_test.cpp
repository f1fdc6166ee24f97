#include "gapmap/reach/spread.h"

#include "tests/support/areas.h"
#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

/// A cell of this square, a kilometre wide, whose lower left corner is here.
Cell square_kilometer(Point corner) {
  Cell cell;
  cell.outline = square(corner.x, corner.y, 1000);
  cell.center = {corner.x + 500, corner.y + 500};
  cell.residents = People{100};
  return cell;
}

IdVector<CellId, Attachment> middles_of(Population const& population, DrawnTown const& town) {
  std::vector<Point> centers;
  for (auto const& cell : population) centers.push_back(cell.center);
  return IdVector<CellId, Attachment>{access::attach(centers, town.network(), town.frame(), {})};
}

/// What the positions of each cell cost to the places of the town, to the metre.
std::vector<std::vector<int>> costs_of(Spread const& spread, DrawnTown const& town) {
  std::vector<Point> points;
  for (auto const letter : town.places()) points.push_back(town.at(letter));
  IdVector<PlaceId, Attachment> places{access::attach(points, town.network(), town.frame(), {})};
  auto const ends = ends_of(spread.positions, places, town.frame(), Meters{5000});
  auto const reach = nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile());
  std::vector<std::vector<int>> costs;
  for (std::size_t cell = 0; cell + 1 < spread.first.size(); ++cell) {
    costs.emplace_back();
    for (auto p = spread.first[cell]; p < spread.first[cell + 1]; ++p) {
      auto const way = reach.nearest(CellId{p});
      costs.back().push_back(way ? static_cast<int>(std::lround(to_natural(way->cost).value()))
                                 : -1);
    }
  }
  return costs;
}

TEST(SpreadAlongRoads, StandsBesideTheRoadInTheMiddleOfEachStretch) {
  // A kilometre of road through a square kilometre: strips of 500 m on both sides, 250 m on
  // average.
  auto const town = drawn_town("A---------b---------c");
  Population const population{
      std::vector{square_kilometer({town.at('A').x, town.at('A').y - 300}),
                  square_kilometer({town.at('b').x, town.at('b').y - 700})}};
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), {});
  std::vector<int> first;
  std::vector<int> second;
  for (int s = 0; s < 20; ++s) {
    first.push_back(250 + 25 + 50 * s);
    second.push_back(250 + 1025 + 50 * s);
  }
  EXPECT_EQ(costs_of(spread, town), (std::vector{first, second}));
  EXPECT_TRUE(spread.kept.empty());
  // By turns on either side.
  EXPECT_NEAR(spread.positions[CellId{0}].point.y, town.at('A').y + 250, 0.01);
  EXPECT_NEAR(spread.positions[CellId{1}].point.y, town.at('A').y - 250, 0.01);
}

TEST(SpreadAlongRoads, MoreRoadsMeanShorterLegs) {
  auto const town = drawn_town(R"(
      A---------b
      |         |
      |         |
      |         |
      |         |
      |         |
      |         |
      |         |
      |         |
      |         |
      c---------d
  )");
  Population population{std::vector{square_kilometer({town.at('c').x, town.at('c').y})}};
  population[CellId{0}].outline = square(town.at('c').x - 1, town.at('c').y - 1, 1002);
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), {});
  ASSERT_EQ(spread.positions.size(), 80U);
  EXPECT_NEAR(spread.positions[CellId{0}].off_road.value(), 1002.0 * 1002 / 16'000, 0.01);
}

TEST(SpreadAlongRoads, ShortRoadsDoNotFillTheLand) {
  // 100 m of road in a square kilometre would have strips of 5 km.
  auto const town = drawn_town("A-b");
  Population const population{
      std::vector{square_kilometer({town.at('A').x - 400, town.at('A').y - 500})}};
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), {});
  ASSERT_EQ(spread.positions.size(), 4U);
  EXPECT_NEAR(spread.positions[CellId{0}].off_road.value(), 250, 0.01);
}

TEST(SpreadAlongRoads, TakesOnlyRoadsThatHomesCanBeOn) {
  auto const town = drawn_town(R"(
      A---------b~~~~c

      d---------e
  )");
  access::AttachOptions homes{.joining = {}};
  for (auto const segment : town.network().segments.ids()) {
    auto const shape = town.network().shape(segment);
    bool const is_lower =
        shape.front().y < town.at('A').y - 1 && shape.back().y < town.at('A').y - 1;
    homes.joining.push_back(is_lower ? Joining::AtJunctions : Joining::Open);
  }
  Population const population{
      std::vector{square_kilometer({town.at('A').x + 1, town.at('A').y - 700}),
                  square_kilometer({town.at('b').x + 1, town.at('A').y - 500})}};
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), homes);
  // The lower road is closed, and beyond b there is a ferry.
  EXPECT_EQ(spread.first, (std::vector<std::uint32_t>{0, 20, 21}));
  EXPECT_EQ(spread.kept, std::vector{CellId{1}});
  for (std::uint32_t p = 0; p < 20; ++p)
    EXPECT_NEAR(std::abs(spread.positions[CellId{p}].point.y - town.at('A').y), 250, 0.01);
}

TEST(SpreadAlongRoads, LeavesThoseInTheMiddleWhoseSourceSaysWhereTheyAre) {
  auto const town = drawn_town("A---------b");
  Population population{std::vector{square_kilometer({town.at('A').x, town.at('A').y - 500}),
                                    square_kilometer({town.at('A').x, town.at('A').y + 4000})}};
  population[CellId{0}].is_point = true;
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), {});
  EXPECT_EQ(spread.kept, (std::vector{CellId{0}, CellId{1}}));
  EXPECT_EQ(costs_of(spread, town), (std::vector<std::vector<int>>{{500}, {500 + 4500}}));
}

TEST(SpreadOnBuildings, EachBuildingHasItsOwnWay) {
  auto const town = drawn_town("A---------b---------c");
  auto const a = town.at('A');
  Population const population{
      std::vector{square_kilometer({a.x, a.y - 500}), square_kilometer({a.x + 1000, a.y - 500})}};
  std::vector<Point> const buildings{
      {a.x + 100, a.y + 20}, {a.x + 900, a.y - 30}, {a.x + 600, a.y + 600}, {a.x + 400, a.y}};
  auto const spread = spread_on_buildings(population, middles_of(population, town), buildings,
                                          town.network(), town.frame(), {});
  EXPECT_EQ(costs_of(spread, town), (std::vector<std::vector<int>>{{120, 930, 400}, {1500}}));
  EXPECT_EQ(spread.kept, std::vector{CellId{1}});
}

TEST(Spread, PlacesThatCountForACellCountForItsPositions) {
  auto const town = drawn_town("A---------b---------c");
  Population const population{
      std::vector{square_kilometer({town.at('A').x, town.at('A').y - 500}),
                  square_kilometer({town.at('b').x, town.at('b').y + 500})}};
  auto const spread =
      spread_along_roads(population, middles_of(population, town), town.network(), {});
  std::vector<Clientele> const of_cells{{{CellId{1}}, {PlaceId{3}}}, {{CellId{0}}, {PlaceId{7}}}};
  auto const of_positions = clienteles_of(spread, of_cells);
  ASSERT_EQ(of_positions.size(), 2U);
  EXPECT_EQ(of_positions[0].cells, std::vector{CellId{20}});
  EXPECT_EQ(of_positions[0].places, std::vector{PlaceId{3}});
  EXPECT_EQ(of_positions[1].cells.size(), 20U);
  EXPECT_EQ(of_positions[1].cells.front(), CellId{0});
}

}  // namespace
}  // namespace gapmap::reach
