// Towns with one-way streets, gates and ferries: which way counts, for whom, in metres and in
// seconds.
#include "gapmap/reach/nearest.h"

#include "tests/support/drawn_town.h"

namespace gapmap::reach {
namespace {

DrawnTownOptions by(Mode mode, Meters step = Meters{100}) {
  return {.step = step, .profile = travel::builtin_profile(mode)};
}

// East along the upper street only; back round the block.
constexpr auto kBlock = R"(
      A--->---b
      |       |
      |       |
      c-------d
)";

TEST(Trips, CarGoesRoundAOneWayStreetAndAWalkerDoesNot) {
  EXPECT_EQ(drawn_town(kBlock, by(Mode::Car)).nearest(), "A:0@A b:1400@A c:300@A d:1100@A");
  EXPECT_EQ(drawn_town(kBlock, by(Mode::Bike)).nearest(), "A:0@A b:1400@A c:300@A d:1100@A");
  EXPECT_EQ(drawn_town(kBlock, by(Mode::Walk)).nearest(), "A:0@A b:800@A c:300@A d:1100@A");
}

TEST(Trips, FromThePlaceTheStreetIsOpen) {
  auto const town = drawn_town(kBlock);
  EXPECT_EQ(town.nearest({.trip = Trip::FromPlace}), "A:0@A b:800@A c:300@A d:1100@A");
  EXPECT_EQ(town.costs_from("A"), "A:0 b:800 c:300 d:1100");
}

TEST(Trips, RoundTripIsTheSumOfBothWays) {
  EXPECT_EQ(drawn_town(kBlock).nearest({.trip = Trip::Round}), "A:0@A b:2200@A c:600@A d:2200@A");
}

TEST(Trips, RoundTripGoesToOneAndTheSamePlace) {
  // A is nearest, but the street there is one-way: either way alone would promise a trip that
  // nobody can make.
  auto const town = drawn_town("A-<-x------B");
  EXPECT_EQ(town.nearest({.trip = Trip::ToPlace}), "A:0@A B:0@B x:400@A");
  EXPECT_EQ(town.nearest({.trip = Trip::FromPlace}), "A:0@A B:0@B x:700@B");
  EXPECT_EQ(town.nearest({.trip = Trip::Round}), "A:0@A B:0@B x:1400@B");
}

TEST(Trips, WhoCannotComeBackIsUnreachableByRoundTrip) {
  auto const town = drawn_town("a-->--B");
  EXPECT_EQ(town.nearest(), "a:600@B B:0@B");
  EXPECT_EQ(town.nearest({.trip = Trip::FromPlace}), "a:unreachable B:0@B");
  EXPECT_EQ(town.nearest({.trip = Trip::Round}), "a:unreachable B:0@B");
}

TEST(Trips, CutoffOfARoundTripCountsBothWays) {
  auto const town = drawn_town("A----b");
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{1'000'000}, .trip = Trip::Round}),
            "A:0@A b:1000@A");
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{999'999}, .trip = Trip::Round}), "A:0@A b:beyond");
}

TEST(Trips, GateStopsCarsWhereverTheyComeFrom) {
  auto const town = R"(
      A----#----b
      |         |
      c---------d
  )";
  EXPECT_EQ(drawn_town(town, by(Mode::Car)).nearest(), "A:0@A b:1400@A c:200@A d:1200@A");
  EXPECT_EQ(drawn_town(town, by(Mode::Walk)).nearest(), "A:0@A b:1000@A c:200@A d:1200@A");
}

TEST(Trips, TimeIsLengthBySpeedAndAccessLegsAreDriven) {
  // 1000 m at 50 km/h: 72 s. A leg of 100 m by car at 20 km/h: 18 s, on foot at 5 km/h: 72 s.
  constexpr auto kOneRoad = R"(
      x         Y
      a---------b
  )";
  EXPECT_EQ(drawn_town(kOneRoad).nearest<Milliseconds>(), "a:90@Y b:18@Y x:108@Y Y:36@Y");
  EXPECT_EQ(drawn_town(kOneRoad, by(Mode::Walk)).nearest<Milliseconds>(),
            "a:792@Y b:72@Y x:864@Y Y:144@Y");
}

TEST(Trips, FasterRoadMayBeTheLongerOne) {
  auto const town = drawn_town(R"(
      A~~~~~b
      |     |
      |     |
      c-----d
  )");
  EXPECT_EQ(town.nearest(), "A:0@A b:600@A c:300@A d:900@A");
  EXPECT_EQ(town.nearest<Milliseconds>(), "A:0@A b:86.4@A c:21.6@A d:64.8@A")
      << "nobody waits for the ferry";
}

TEST(Trips, IslandIsUnreachableWithoutFerries) {
  auto options = by(Mode::Car);
  EXPECT_EQ(drawn_town("A--b~~~c--d", options).nearest(), "A:0@A b:300@A c:700@A d:1000@A");
  options.profile.ferries = Ferries::Avoid;
  EXPECT_EQ(drawn_town("A--b~~~c--d", options).nearest(),
            "A:0@A b:300@A c:unreachable d:unreachable");
}

TEST(Trips, WaitForAFerryIsTakenOnEachWayOfARoundTrip) {
  auto options = by(Mode::Walk);
  options.profile.ferry_wait = Seconds{600};
  auto const town = drawn_town("A~~~~~b", options);  // 600 m at 18 km/h: 120 s
  EXPECT_EQ(town.nearest<Milliseconds>(), "A:0@A b:720@A");
  EXPECT_EQ(town.nearest<Milliseconds>({.trip = Trip::Round}), "A:0@A b:1440@A");
}

}  // namespace
}  // namespace gapmap::reach
