// The pictures that the other tests rely on: what is drawn is what is travelled.
#include "tests/support/drawn_town.h"

#include <stdexcept>

namespace gapmap {
namespace {

TEST(DrawnTown, CharactersAreMeters) {
  auto const town = drawn_town(R"(
      A---b---c
          |   |
          d---e~~~f
  )",
                               {.step = Meters{100}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:400 c:800 d:600 e:1000 f:1400");
  EXPECT_EQ(town.nearest(), "A:0@A b:400@A c:800@A d:600@A e:1000@A f:1400@A");
}

TEST(DrawnTown, DiagonalStepsAreLongerByTheRootOfTwo) {
  auto const town = drawn_town(R"(
      A
       \
        b
       /
      c
  )",
                               {.step = Meters{1000}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:2828.43 c:5656.85");
}

TEST(DrawnTown, DrawnMetersAreGeodesicToTheMillimeterAcrossKilometers) {
  auto const town =
      drawn_town("A-------------------------------------------------b", {.step = Meters{100}});
  ASSERT_EQ(town.costs().size(), 2U);
  EXPECT_EQ(town.costs()[EdgeId{std::size_t{0}}], Millimeters{5'000'000});
}

TEST(DrawnTown, CrossingIsAJunctionOnlyWhereALetterStands) {
  auto const town = drawn_town(R"(
          b
          |
      A---c---d
          |
          e
  )",
                               {.step = Meters{10}});
  EXPECT_EQ(town.network().junctions.size(), 5U);
  EXPECT_EQ(town.costs_from("A"), "A:0 b:60 c:40 d:80 e:60");
}

TEST(DrawnTown, LetterBesideTheRoadPaysItsWayThere) {
  auto const town = drawn_town(R"(
      x
      A---b
  )",
                               {.step = Meters{100}, .max_off_road = Meters{150}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:400 x:100");
}

TEST(DrawnTown, NamesWhatIsNotReached) {
  auto const town = drawn_town(R"(
      A----b
      c----d



      x
  )",
                               {.step = Meters{100}, .max_off_road = Meters{150}});
  EXPECT_EQ(town.nearest(), "A:0@A b:500@A c:unreachable d:unreachable x:off-network");
  EXPECT_EQ(town.nearest({.cutoff = Millimeters{499'000}}),
            "A:0@A b:beyond c:beyond d:beyond x:off-network");
}

TEST(DrawnTown, ArrowsAreOneWayInEveryHeading) {
  auto const town = drawn_town(R"(
      A-->b
      |   |
      ^   v
      |   |
      d<--c
  )",
                               {.step = Meters{100}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:400 c:800 d:1200");
  EXPECT_EQ(town.costs_from("d"), "A:400 b:800 c:1200 d:0");
  auto const slopes = drawn_town(R"(
      A       f
       \     /
        v   ^
         \ /
          b
  )",
                                 {.step = Meters{100}});
  EXPECT_EQ(slopes.costs_from("A"), "A:0 b:565.69 f:1131.37");
  EXPECT_EQ(slopes.costs_from("f"), "A:unreachable b:unreachable f:0");
}

TEST(DrawnTown, LineOfArrowsAloneIsARoad) {
  auto const town = drawn_town("A>>b>c");
  EXPECT_EQ(town.costs_from("A"), "A:0 b:300 c:500");
  EXPECT_EQ(town.costs_from("c"), "A:unreachable b:unreachable c:0");
}

TEST(DrawnTown, WalkersMindNoArrowsAndPassGates) {
  auto const town = [](Mode mode) {
    return drawn_town("A-->b--#--C", {.profile = travel::builtin_profile(mode)});
  };
  EXPECT_EQ(town(Mode::Car).nearest(), "A:0@A b:unreachable C:0@C");
  EXPECT_EQ(town(Mode::Bike).nearest(), "A:0@A b:600@C C:0@C");
  EXPECT_EQ(town(Mode::Walk).nearest(), "A:0@A b:400@A C:0@C");
}

TEST(DrawnTown, FerryMayBeOneWay) {
  auto const town = drawn_town("A--b~~>~c", {.step = Meters{10}});
  EXPECT_EQ(town.costs_from("A"), "A:0 b:30 c:80");
  EXPECT_EQ(town.costs_from("c"), "A:unreachable b:unreachable c:0");
}

TEST(DrawnTown, CostsFromSeveralLettersAreFromTheNearest) {
  auto const town = drawn_town("a--b--c--d--e", {.step = Meters{10}});
  EXPECT_EQ(town.costs_from("ae"), "a:0 b:30 c:60 d:30 e:0");
}

TEST(DrawnTown, RefusesWhatItCannotRead) {
  auto const complaint = [](std::string_view picture) -> std::string {
    try {
      (void)drawn_town(picture);
    } catch (std::invalid_argument const& error) {
      return error.what();
    }
    return "none";
  };
  EXPECT_EQ(complaint("\nA--v"),
            "drawn town, line 2, column 4: a line of '-' does not end at a letter");
  EXPECT_EQ(complaint("A-><b"),
            "drawn town, line 1, column 4: a line of '-' does not end at a letter");
  EXPECT_EQ(complaint("A-^-b"),
            "drawn town, line 1, column 3: a line of '-' does not end at a letter");
  EXPECT_EQ(complaint("A#-b"), "drawn town, line 1, column 2: this '#' does not begin at a letter");
  EXPECT_EQ(complaint("A-?-b"), "drawn town, line 1, column 3: '?' means nothing");
  EXPECT_EQ(complaint("A--A"), "drawn town, line 1, column 4: 'A' is drawn twice");
  EXPECT_EQ(complaint("A--"),
            "drawn town, line 1, column 4: a line of '-' does not end at a letter");
  EXPECT_EQ(complaint(" --a"), "drawn town, line 1, column 2: this '-' does not begin at a letter");
  EXPECT_EQ(complaint("A-~b"),
            "drawn town, line 1, column 3: a line of '-' does not end at a letter");
}

}  // namespace
}  // namespace gapmap
