#include "gapmap/places/inspect_areas.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

Municipalities towns(std::vector<Area> const& areas) {
  Municipalities municipalities;
  for (auto const& area : areas) {
    auto const name = std::to_string(municipalities.size() + 1);
    municipalities.push_back({name, name, area});
  }
  return municipalities;
}

MunicipalityId town(std::uint32_t number) { return MunicipalityId{number - 1}; }

TEST(OverlappingAreas, NeighboursAreNone) {
  auto const neighbours =
      towns({square(0, 0, 1000), square(1000, 0, 1000), square(1000, 1000, 1000)});
  EXPECT_TRUE(overlapping_areas(neighbours, 1).empty());
}

TEST(OverlappingAreas, AreNamedWithWhatTheyShareLargestFirst) {
  auto const shared =
      overlapping_areas(towns({square(0, 0, 1000), square(990, 0, 1000), square(0, 980, 1000)}), 1);
  ASSERT_EQ(shared.size(), 3U);
  EXPECT_EQ(shared[0].first, town(1));
  EXPECT_EQ(shared[0].second, town(3));
  EXPECT_NEAR(shared[0].shared_m2, 20'000, 1e-6);
  EXPECT_NEAR(shared[1].shared_m2, 10'000, 1e-6);
  EXPECT_NEAR(shared[2].shared_m2, 200, 1e-6);
}

TEST(OverlappingAreas, AtExactlyTheLeastIsNone) {
  auto const touching = towns({square(0, 0, 1000), square(999, 0, 1000)});
  EXPECT_TRUE(overlapping_areas(touching, 1000).empty());
  EXPECT_EQ(overlapping_areas(touching, 999).size(), 1U);
}

TEST(Slivers, NeighboursHaveNone) {
  auto const neighbours = towns({square(0, 0, 1000), square(1000, 0, 1000),
                                 rectangle({0, 1000}, {2000, 2000}), square(5000, 0, 1000)});
  EXPECT_TRUE(slivers(neighbours, Meters{20}, 1).empty());
}

TEST(Slivers, AStripBetweenTwoAreasOpenAtItsEndsIsOne) {
  auto const found = slivers(towns({square(0, 0, 1000), square(1005, 0, 1000)}), Meters{20}, 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].m2, 5000, 1e-3);
  EXPECT_EQ(found[0].beside, (std::vector{town(1), town(2)}));
}

TEST(Slivers, AWideStripIsLandOrWaterOfItsOwn) {
  EXPECT_TRUE(slivers(towns({square(0, 0, 1000), square(1021, 0, 1000)}), Meters{20}, 1).empty());
}

TEST(Slivers, ANarrowBayOfOneAreaIsNone) {
  auto const bay = polygon({{{0, 0},
                             {1000, 0},
                             {1000, 1000},
                             {505, 1000},
                             {505, 500},
                             {495, 500},
                             {495, 1000},
                             {0, 1000}}});
  EXPECT_TRUE(slivers(towns({bay, square(1000, 0, 1000)}), Meters{20}, 1).empty());
}

TEST(Slivers, AHoleWhereThreeMeetNamesAllThree) {
  auto const found =
      slivers(towns({rectangle({0, 0}, {1000, 1000}), rectangle({1000, 0}, {2000, 990}),
                     rectangle({1000, 1000}, {2000, 2000})}),
              Meters{20}, 1);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found[0].m2, 10'000, 1e-3);
  EXPECT_EQ(found[0].beside, (std::vector{town(2), town(3), town(1)}));
}

TEST(Slivers, AWedgeThatOpensOutwardsIsOneAsFarAsItIsNarrow) {
  auto const found = slivers(towns({polygon({{{0, 0}, {1000, 0}, {900, 1000}, {0, 1000}}}),
                                    polygon({{{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}}})}),
                             Meters{20}, 1);
  ASSERT_EQ(found.size(), 1U);
  // 20 m wide after 200 m, but for the mitre of its tip.
  EXPECT_GT(found[0].m2, 1400);
  EXPECT_LT(found[0].m2, 2000);
}

TEST(Slivers, AnOuterBorderThatHardlyBendsWhereTwoAreasMeetIsNone) {
  // Inari and Sodankylä at the border of Russia: a buffer shaves a strip of 500 m² off it.
  auto const inari = polygon({{{557'000, 7'595'569},
                               {560'577.6, 7'595'569.2},
                               {559'994, 7'597'906},
                               {557'000, 7'597'906}}});
  auto const sodankyla = polygon({{{557'000, 7'595'569},
                                   {557'000, 7'592'000},
                                   {561'490, 7'592'000},
                                   {560'577.6, 7'595'569.2}}});
  EXPECT_TRUE(slivers(towns({inari, sodankyla}), Meters{20}, 1).empty());
}

TEST(DistancesToAreas, AreZeroInsideAndToTheNearestOutside) {
  auto const two = towns({square(0, 0, 1000), square(2000, 0, 1000)});
  std::array const points{Point{500, 500}, Point{1000, 500}, Point{1100, 500}, Point{1950, 500},
                          Point{2000, -30}};
  auto const distances = distances_to_areas(points, two);
  std::vector<double> meters;
  for (auto const distance : distances) meters.push_back(distance.value());
  EXPECT_EQ(meters, (std::vector<double>{0, 0, 100, 50, 30}));
  EXPECT_EQ(distances_to_areas(points, {})[0], Meters::infinite());
}

}  // namespace
}  // namespace gapmap::places
