// The rules for Digiroad, one line a case: LINKKITYYP, TOIMINN_LK and AJOSUUNTA ("." for none),
// then class and who may travel along and against digitising (c car, b bike, w walk, - nobody).

#include "gapmap/network/digiroad_codes.h"

#include <fmt/format.h>

#include <sstream>
#include <string>

#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

std::optional<int> code_of(std::string const& word) {
  return word == "." ? std::nullopt : std::optional{std::stoi(word)};
}

TEST(DigiroadCodes, EveryRule) {
  std::istringstream table{R"(
      1   1 4 motorway c/-
      1   1 3 motorway -/c
      2   1 4 trunk cbw/w
      3   1 2 trunk cbw/cbw
      3   2 2 primary cbw/cbw
      3   3 2 secondary cbw/cbw
      3   4 2 tertiary cbw/cbw
      3   5 2 local cbw/cbw
      3   6 2 service cbw/cbw
      3   7 2 track bw/bw
      3   8 2 cycleway bw/bw
      3   5 3 local w/cbw
      3   5 4 local cbw/w
      3   5 . local cbw/cbw
      3   5 9 local cbw/cbw
      3   . 2 unknown cbw/cbw
      3  99 2 unknown cbw/cbw
      4   1 2 trunk c/c
      5   3 4 secondary cbw/w
      6   1 4 trunk cbw/w
      7   3 2 service cbw/cbw
      8   8 2 cycleway bw/bw
      8   5 2 cycleway bw/bw
      9   8 2 pedestrian w/w
      9   8 4 pedestrian w/w
      10  6 2 service bw/bw
      11  5 2 service cbw/cbw
      12  7 2 track bw/bw
      13  1 2 nothing .
      14  1 2 nothing .
      15  1 2 nothing .
      21  4 2 cable_ferry cbw/cbw
      21  8 2 cable_ferry cbw/cbw
      99  5 2 local cbw/cbw
      99  . . unknown cbw/cbw
      .   4 2 tertiary cbw/cbw
      .   . . unknown cbw/cbw
  )"};
  std::size_t cases = 0;
  std::string type;
  for (std::string functional, direction, road_class, who;
       table >> type >> functional >> direction >> road_class >> who; ++cases) {
    SCOPED_TRACE(
        fmt::format("LINKKITYYP {} TOIMINN_LK {} AJOSUUNTA {}", type, functional, direction));
    auto const road = digiroad_road({code_of(type), code_of(functional), code_of(direction)});
    auto const answer =
        road ? fmt::format("{} {}/{}", name_of(road->road_class), letters_of(road->permitted[0]),
                           letters_of(road->permitted[1]))
             : std::string{"nothing ."};
    EXPECT_EQ(answer, road_class + " " + who);
  }
  EXPECT_EQ(cases, 37U);
}

TEST(DigiroadCodes, MotorwaysRoadsForMotorTrafficAndRampsAreEnteredAtJunctions) {
  for (int const type : {1, 4, 6})
    EXPECT_EQ(digiroad_road({type, 1, 2})->entry, Entry::AtJunctions) << type;
  for (int const type : {2, 3, 5, 7, 8, 9, 10, 11, 12, 21, 99})
    EXPECT_EQ(digiroad_road({type, 1, 2})->entry, Entry::Anywhere) << type;
}

TEST(DigiroadCodes, BelowTheSurfaceIsATunnelAndAboveItABridge) {
  for (int const code : {-11, -3, -2, -1}) EXPECT_EQ(finnish_level(code), Level::Tunnel) << code;
  for (int const code : {0, 10, 99}) EXPECT_EQ(finnish_level(code), Level::Ground) << code;
  for (int const code : {1, 2, 5}) EXPECT_EQ(finnish_level(code), Level::Bridge) << code;
  EXPECT_EQ(finnish_level(std::nullopt), Level::Ground);
}

TEST(DigiroadCodes, OnlyLinksInUse) {
  using enum LinkIds;
  for (auto const ids : {Numbers, Texts})
    EXPECT_TRUE(is_digiroad_link_in_use(std::nullopt, ids)) << "none is stated";
  for (int const state : {0, 2, 4, 5, 99}) EXPECT_TRUE(is_digiroad_link_in_use(state, Numbers));
  for (int const state : {1, 3}) EXPECT_FALSE(is_digiroad_link_in_use(state, Numbers)) << state;
  for (int const state : {0, 3, 5, 99}) EXPECT_TRUE(is_digiroad_link_in_use(state, Texts)) << state;
  for (int const state : {1, 2, 4}) EXPECT_FALSE(is_digiroad_link_in_use(state, Texts)) << state;
}

TEST(DigiroadCodes, ThreeCodesSayADirection) {
  for (int const direction : {2, 3, 4}) EXPECT_TRUE(is_digiroad_direction(direction)) << direction;
  for (int const direction : {0, 1, 5, 99})
    EXPECT_FALSE(is_digiroad_direction(direction)) << direction;
  EXPECT_FALSE(is_digiroad_direction(std::nullopt));
}

}  // namespace
}  // namespace gapmap::network
