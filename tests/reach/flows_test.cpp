// Who takes which road, on drawn towns.
#include "gapmap/reach/flows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "gapmap/access/attach.h"
#include "gapmap/reach/own_nearest.h"
#include "gapmap/units/error.h"
#include "tests/reach/flow_people.h"
#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

/// Letters stand at junctions, or beside the road: cells with 1, 2, 4 … residents.
/// "A-b 6 (0), b-c 4 (0)": each segment that is taken, its residents, and those beyond the limit.
std::string taken(DrawnTown const& town, Millimeters limit, Trip trip = Trip::ToPlace) {
  std::vector<Point> cells;
  std::vector<Point> place_points;
  for (char const letter : town.letters()) cells.push_back(town.at(letter));
  for (char const letter : town.places()) place_points.push_back(town.at(letter));
  Ends const ends{
      IdVector<CellId, Attachment>{access::attach(cells, town.network(), town.frame())},
      IdVector<PlaceId, Attachment>{access::attach(place_points, town.network(), town.frame())}};
  std::vector const clienteles{everybody(ends)};
  auto const reach = own_nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile(),
                                              clienteles, {.k = 1, .trip = trip});
  auto const flow = flows<Millimeters>(town.graph(), town.costs(), ends, town.profile(), clienteles,
                                       powers(cells.size()), reach, {limit, trip});
  auto const name_of = [&](Point p) {
    for (char const letter : town.letters()) {
      if (planar_distance(town.at(letter), p) < Meters{0.001}) return std::string{letter};
    }
    return std::string{"+"};
  };
  std::vector<std::string> texts;
  for (auto const s : flow.ids()) {
    if (flow[s].cells == 0) continue;
    auto const shape = town.network().shape(s);
    auto ends_of = std::vector{name_of(shape.front()), name_of(shape.back())};
    std::ranges::sort(ends_of);
    texts.push_back(fmt::format("{}-{} {} ({})", ends_of[0], ends_of[1], flow[s].residents.value(),
                                flow[s].residents_outside.value()));
  }
  std::ranges::sort(texts);
  return fmt::format("{}", fmt::join(texts, ", "));
}

constexpr Millimeters kNoLimit = Millimeters::infinite();

TEST(Flows, GrowTowardsThePlace) {
  // A is 1, b 2, c 4, d 8.
  auto const town = drawn_town(R"(
      A---b---c
          |
          d
  )",
                               {.step = Meters{100}});
  EXPECT_EQ(taken(town, kNoLimit), "A-b 14 (0), b-c 4 (0), b-d 8 (0)");
  EXPECT_EQ(taken(town, Millimeters{600'000}), "A-b 14 (4), b-c 4 (4), b-d 8 (0)")
      << "d has exactly 600 m, c 800";
}

TEST(Flows, EachGoesToItsOwnNearest) {
  auto const town = drawn_town(R"(
      A---b-------c---D
          |       |
          e       f
  )");
  EXPECT_EQ(taken(town, kNoLimit), "A-b 18 (0), D-c 36 (0), b-e 16 (0), c-f 32 (0)");
}

TEST(Flows, HonourTheDirectionOfTheTrip) {
  auto const town = drawn_town(R"(
      f---A<--b---e
          |   |
          v   |
          |   |
      g---c---d---h
  )");
  EXPECT_EQ(
      taken(town, kNoLimit),
      "A-b 222 (0), A-f 32 (0), b-d 204 (0), b-e 16 (0), c-d 68 (0), c-g 64 (0), d-h 128 (0)");
  EXPECT_EQ(taken(town, kNoLimit, Trip::FromPlace),
            "A-c 222 (0), A-f 32 (0), b-d 18 (0), b-e 16 (0), c-d 154 (0), c-g 64 (0), d-h 128 "
            "(0)");
}

TEST(Flows, OfEquallyLongWaysTheOneByTheLowestSegment) {
  auto const town = drawn_town(R"(
      e---A---b---f
          |   |
          |   |
      g---c---d---h
  )");
  auto const position = [&](char a, char b) {
    for (auto const s : town.network().segments.ids()) {
      auto const shape = town.network().shape(s);
      std::set const ends{shape.front(), shape.back()};
      if (ends == std::set{town.at(a), town.at(b)}) return s;
    }
    return SegmentId::none();
  };
  bool const is_by_b = position('b', 'd') < position('c', 'd');
  EXPECT_EQ(taken(town, kNoLimit),
            is_by_b ? "A-b 170 (0), A-c 68 (0), A-e 16 (0), b-d 136 (0), b-f 32 (0), c-g 64 (0), "
                      "d-h 128 (0)"
                    : "A-b 34 (0), A-c 204 (0), A-e 16 (0), b-f 32 (0), c-d 136 (0), c-g 64 (0), "
                      "d-h 128 (0)");
}

TEST(Flows, WhoLivesBesideTheRoadTakesItsSegmentAndWhoLivesAtThePlaceNone) {
  // x stands beside the middle of A-b: a part of the segment counts as the segment.
  auto const town = drawn_town(R"(
        x
      A---b
  )");
  EXPECT_EQ(taken(town, kNoLimit), "A-b 6 (0)");
}

TEST(Flows, AreOfResidentsThatAreKnown) {
  auto const town = drawn_town("A-------d");
  auto const on = [&](double fraction) {
    return Attachment::on(town.network(), SegmentId{0U}, fraction, Meters{0});
  };
  Ends const ends{IdVector<CellId, Attachment>{{on(0), on(0.5), on(1)}},
                  IdVector<PlaceId, Attachment>{{on(0)}}};
  std::vector const clienteles{everybody(ends)};
  auto const reach = own_nearest<Millimeters>(town.graph(), town.costs(), ends, town.profile(),
                                              clienteles, {.k = 1});
  auto const flow = flows<Millimeters>(town.graph(), town.costs(), ends, town.profile(), clienteles,
                                       people({1, std::nullopt, 4.5}), reach, {.limit = kNoLimit});
  ASSERT_EQ(flow.size(), 1U);
  EXPECT_EQ(flow[SegmentId{0U}], (Flow{People{4.5}, People{0}, 2, 4.5})) << "the first lives there";
}

TEST(Flows, OfARoundTripAreABrokenPromise) {
  auto const town = drawn_town("A---b");
  Ends const ends;
  EXPECT_THROW(
      static_cast<void>(flows<Millimeters>(town.graph(), town.costs(), ends, town.profile(), {}, {},
                                           {}, {kNoLimit, Trip::Round})),
      BrokenPromise);
}

}  // namespace
}  // namespace gapmap::reach
