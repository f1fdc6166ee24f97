// The nearest of one's own places, against the nearest of all with the others taken away.
#include "gapmap/reach/own_nearest.h"

#include "gapmap/reach/straight_ways.h"
#include "tests/support/random_ends.h"

namespace gapmap::reach {
namespace {

/// Every cell and place to one of three counties, or to none.
struct Split {
  Split(Random& random, Ends const& ends) : clienteles(3) {
    for (auto const cell : ends.cells.ids()) {
      if (auto const county = random.whole(0, 3); county < 3)
        clienteles[county].cells.push_back(cell);
    }
    for (auto const f : ends.places.ids()) {
      if (auto const county = random.whole(0, 3); county < 3)
        clienteles[county].places.push_back(f);
    }
  }
  std::vector<Clientele> clienteles;
};

template <CostType Cost>
class OwnNearest : public ::testing::Test {};
using Costs = ::testing::Types<Millimeters, Milliseconds>;
TYPED_TEST_SUITE(OwnNearest, Costs);

TYPED_TEST(OwnNearest, IsTheNearestIfOnlyOwnPlacesWereAttached) {
  using Cost = TypeParam;
  Random random{231};
  std::size_t found = 0;
  std::size_t other_than_anybodys = 0;
  for (int round = 0; round < 240; ++round) {
    RandomEnds<Cost> test{random};
    if (round % 2 == 1) make_costs_uneven(random, test.costs);
    Split const split{random, test.ends};
    KNearestOptions<Cost> const options{.k = static_cast<std::size_t>(round % 3) + 1,
                                        .trip = static_cast<Trip>(round / 3 % 3)};
    auto const own = own_nearest<Cost>(test.graph, test.costs, test.ends, test.profile,
                                       split.clienteles, options);
    auto const all = k_nearest(test.graph, test.costs, test.ends, test.profile, options);
    EXPECT_EQ(own.k, options.k);
    std::size_t cells = 0;
    for (auto const& clientele : split.clienteles) {
      auto alone = test.ends;
      for (auto const f : alone.places.ids()) {
        if (std::ranges::find(clientele.places, f) == clientele.places.end()) alone.places[f] = {};
      }
      auto const expected = k_nearest(test.graph, test.costs, alone, test.profile, options);
      for (auto const cell : clientele.cells) {
        ASSERT_TRUE(std::ranges::equal(own.row(cell), expected.row(cell))) << "round " << round;
        ASSERT_EQ(own.connections[cell], expected.connections[cell]);
        found += own.row(cell).size();
        other_than_anybodys += own.nearest(cell) != all.nearest(cell) ? 1 : 0;
        ++cells;
      }
    }
    std::size_t with_row = 0;
    for (auto const cell : test.ends.cells.ids()) with_row += own.row(cell).empty() ? 0 : 1;
    ASSERT_LE(with_row, cells) << "nobody of no county has a place";
  }
  EXPECT_GT(found, 300U);
  EXPECT_GT(other_than_anybodys, 200U);
}

TEST(StraightWays, GoToTheNearestOfTheOwnPlaces) {
  Random random{232};
  auto const& frame = test_frame();
  Ruler const ruler{frame};
  auto const anywhere = [&] {
    return Point{500'000 + random.real(0, 9'000), 6'800'000 + random.real(0, 9'000)};
  };
  std::size_t asked = 0;
  for (int round = 0; round < 40; ++round) {
    Ends ends;
    Population population;
    Places places;
    for (int i = 0; i < 30; ++i) {
      ends.cells.push_back({});
      population.push_back({.id = {}, .center = anywhere(), .outline = {}, .residents = {}});
    }
    for (int i = 0; i < round % 12; ++i) {
      ends.places.push_back({});
      places.push_back({.id = {}, .name = {}, .point = anywhere()});
      if (i > 0 && random.chance(0.2))  // a tie
        places[PlaceId{std::size_t(i)}].point = places[PlaceId{std::size_t(i) - 1}].point;
    }
    Split const split{random, ends};
    auto const ways = straight_ways(population, places, split.clienteles, frame);
    for (auto const& clientele : split.clienteles) {
      for (auto const cell : clientele.cells) {
        StraightWay expected;
        double least = std::numeric_limits<double>::infinity();
        for (auto const f : clientele.places) {
          auto const from = population[cell].center;
          double const planar = planar_distance(from, places[f].point).value();
          if (planar >= least) continue;
          least = planar;
          expected = {f, ruler.distance(from, places[f].point)};
        }
        ASSERT_EQ(ways[cell].place, expected.place);
        ASSERT_EQ(ways[cell].length, expected.length);
        asked += expected.place.is_none() ? 0 : 1;
      }
    }
  }
  EXPECT_GT(asked, 400U);
}

TEST(StraightWays, OfNoCountyThereAreNone) {
  Population population;
  population.push_back({.id = {}, .center = {500'000, 6'800'000}, .outline = {}, .residents = {}});
  Places places;
  places.push_back({.id = {}, .name = {}, .point = {500'000, 6'800'000}});
  auto const ways = straight_ways(population, places, {}, test_frame());
  EXPECT_TRUE(ways[CellId{std::size_t{0}}].place.is_none());
  EXPECT_FALSE(ways[CellId{std::size_t{0}}].length.is_finite());
}

}  // namespace
}  // namespace gapmap::reach
