#include "gapmap/reach/access_legs.h"

#include "gapmap/access/attach.h"
#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

// c stands 300 m beside the road, the place A 200 m.
constexpr auto kTown = R"(
      b-----d


  A         c
)";

template <CostType Cost>
WayPart<Cost> part(DrawnTown const& town, char cell, Trip trip) {
  auto const reach = town.reach<Cost>({.trip = trip});
  auto const id = town.cell(cell);
  auto const part = AccessLegs<Cost>{reach, town.profile(), trip}.of(id, reach.nearest(id)->place);
  EXPECT_LE(part.cost, reach.nearest(id)->cost);
  return part;
}

TEST(AccessLegs, AreBothLegs) {
  auto const town = drawn_town(kTown);
  double const of_a = town.reach().place_off_road[town.place('A')].value();
  EXPECT_NEAR(of_a, std::hypot(400, 300), 0.1);
  auto const lengths = part<Millimeters>(town, 'c', Trip::ToPlace);
  EXPECT_NEAR(lengths.length.value(), of_a + 300, 0.1);
  EXPECT_NEAR(to_natural(lengths.cost).value(), lengths.length.value(), 0.001);
  auto const times = part<Milliseconds>(town, 'c', Trip::FromPlace);
  EXPECT_EQ(times.length, lengths.length);
  EXPECT_NEAR(to_natural(times.cost).value(), lengths.length.value() / (20 / 3.6), 0.001);
  EXPECT_NEAR(part<Millimeters>(town, 'b', Trip::ToPlace).length.value(), of_a, 0.1);
}

TEST(AccessLegs, CountTwiceInARoundTrip) {
  auto const town = drawn_town(kTown);
  auto const once = part<Milliseconds>(town, 'c', Trip::ToPlace);
  auto const twice = part<Milliseconds>(town, 'c', Trip::Round);
  EXPECT_EQ(twice.length, 2.0 * once.length);
  EXPECT_EQ(twice.cost, once.cost + once.cost);
}

TEST(AccessLegs, AreAllOfAStraightWay) {
  auto const town = drawn_town(kTown);
  auto const attached = [&](char letter) {
    return access::attach(std::vector{town.at(letter)}, town.network(), town.frame()).front();
  };
  // A stands 1000 m from c, which is more than both legs: with another place beside c.
  auto beside = attached('c');
  beside.point.x += 40;
  IdVector<CellId, Attachment> const cells{{attached('c')}};
  IdVector<PlaceId, Attachment> const places{{beside}};
  auto const ends = ends_of(cells, places, town.frame(), Meters{5000});
  auto const found =
      nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile(), {.trip = Trip::Round});
  AccessLegs<Millimeters> const legs{found, town.profile(), Trip::Round, ends.direct};
  auto const part = legs.of(CellId{0U}, PlaceId{0U});
  EXPECT_NEAR(part.length.value(), 80, 0.1);
  EXPECT_EQ(part.cost, found.nearest(CellId{0U})->cost);
}

}  // namespace
}  // namespace gapmap::reach
