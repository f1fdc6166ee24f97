#include "gapmap/access/pieces.h"

#include <fmt/format.h>

#include <cmath>

#include "gapmap/geometry/ruler.h"
#include "gapmap/network/assemble.h"
#include "tests/support/drawn_town.h"
#include "tests/support/random_network.h"

namespace gapmap::access {
namespace {

Pieces pieces_of(DrawnTown const& town, Meters scrap_below = Meters{1000}) {
  return find_pieces(town.network(), town.graph(), town.costs(), {.scrap_below = scrap_below});
}

/// "500 m of 2 segments, 300 m of 1 segments (scrap)"
std::string text_of(Pieces const& pieces) {
  std::string text;
  for (auto const& piece : pieces.pieces) {
    text += fmt::format("{}{:.0f} m of {} segments{}", text.empty() ? "" : ", ",
                        piece.length.value(), piece.segments, piece.is_scrap ? " (scrap)" : "");
  }
  return text;
}

DrawnTownOptions by(Mode mode) { return {.profile = travel::builtin_profile(mode)}; }

TEST(FindPieces, WhatHangsTogetherIsOnePiece) {
  auto const town = drawn_town(R"(
      a----------b-----c
                 |
      d--e       f
  )");
  EXPECT_EQ(text_of(pieces_of(town)), "1900 m of 3 segments, 300 m of 1 segments (scrap)");
}

TEST(FindPieces, PieceOfExactlyTheLengthIsNoScrap) {
  auto const town = drawn_town(R"(
      a------------------------------b
      c---------d
  )");
  auto const exact = pieces_of(town).pieces[PieceId{std::size_t{1}}].length;
  ASSERT_NEAR(exact.value(), 1000, 1e-3);
  EXPECT_FALSE(pieces_of(town, exact).pieces[PieceId{std::size_t{1}}].is_scrap);
  EXPECT_TRUE(pieces_of(town, Meters{std::nextafter(exact.value(), 2000)})
                  .pieces[PieceId{std::size_t{1}}]
                  .is_scrap);
}

TEST(FindPieces, LongestPieceIsNeverAScrap) {
  auto const town = drawn_town(R"(
      a--b
      c----d
      e-f
  )");
  auto const pieces = pieces_of(town, Meters::infinite());
  EXPECT_EQ(text_of(pieces),
            "300 m of 1 segments (scrap), 500 m of 1 segments, 200 m of 1 segments (scrap)");
  EXPECT_FALSE(pieces.is_usable(SegmentId{std::size_t{0}}));
  EXPECT_TRUE(pieces.is_usable(SegmentId{std::size_t{1}}));
}

TEST(FindPieces, DependOnTheMode) {
  constexpr auto kPicture = "a----------b--#----------c";
  EXPECT_EQ(text_of(pieces_of(drawn_town(kPicture, by(Mode::Walk)))), "2500 m of 3 segments");
  auto const car = drawn_town(kPicture, by(Mode::Car));
  auto const pieces = pieces_of(car);
  EXPECT_EQ(text_of(pieces), "1400 m of 1 segments, 1100 m of 1 segments");
  std::size_t closed = 0;
  for (auto const s : car.network().segments.ids()) {
    if (!pieces.of_segment[s].is_none()) continue;
    ++closed;
    EXPECT_FALSE(pieces.is_usable(s));
  }
  EXPECT_EQ(closed, 1U) << "the gate";
}

TEST(FindPieces, OneDirectionHoldsAPieceTogether) {
  EXPECT_EQ(text_of(pieces_of(drawn_town("a----->-----b-----<-----c"))), "2400 m of 2 segments");
}

TEST(FindPieces, FerriesHoldAPieceTogetherUnlessTheyAreAvoided) {
  constexpr auto kPicture = "a----------b~~~~~c----d";
  EXPECT_EQ(text_of(pieces_of(drawn_town(kPicture))), "2200 m of 5 segments")
      << "two of them lead aboard";
  auto avoiding = by(Mode::Car);
  avoiding.profile.ferries = Ferries::Avoid;
  EXPECT_EQ(text_of(pieces_of(drawn_town(kPicture, avoiding))),
            "1100 m of 1 segments, 500 m of 1 segments (scrap)");
}

/// "1900 m, 2000 m (cut off)"
std::string cut_off_among(DrawnTown const& town, PieceOptions const& options = {}) {
  std::string text;
  for (auto const& piece :
       find_pieces(town.network(), town.graph(), town.costs(), options).pieces) {
    text += fmt::format("{}{:.0f} m{}", text.empty() ? "" : ", ", piece.length.value(),
                        piece.is_cut_off ? " (cut off)" : "");
  }
  return text;
}

TEST(FindPieces, APieceThatComesNearTheLongestIsCutOffByTheData) {
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

TEST(FindPieces, APieceThatCrossesTheLongestWithoutAJunctionIsAScrap) {
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
  auto const pieces = find_pieces(network, graph, costs).pieces;
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_TRUE(pieces[PieceId{1U}].is_scrap);
}

TEST(FindPieces, WhereAFerryLandsThereIsAnIsland) {
  auto profile = travel::builtin_profile(Mode::Car);
  profile.ferries = Ferries::Avoid;
  EXPECT_EQ(
      cut_off_among(drawn_town("a----------------------b~c-----------d", {.profile = profile})),
      "2300 m, 1200 m");
}

TEST(FindPieces, APieceOfFiftyKilometresIsALandOfItsOwn) {
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
    return find_pieces(network, graph, costs).pieces[PieceId{1U}].is_cut_off;
  };
  EXPECT_TRUE(is_cut_off(49'900));
  EXPECT_FALSE(is_cut_off(50'100));
}

TEST(FindPieces, PiecesThatLeaveTheBoxCountAsLands) {
  auto const town = drawn_town(R"(
      a----------------------b



      c---------------d

      e----------f
  )");
  EXPECT_EQ(cut_off_among(town), "2300 m, 1600 m, 1100 m");
  // c–d goes on beyond the box and may be of any length; e–f comes near it.
  Box const box{{town.at('e').x - 1, town.at('e').y - 1}, {town.at('d').x - 1, town.at('b').y + 1}};
  auto const pieces =
      find_pieces(town.network(), town.graph(), town.costs(), {.read_within = box}).pieces;
  EXPECT_TRUE(pieces[PieceId{1U}].may_go_on);
  EXPECT_FALSE(pieces[PieceId{2U}].may_go_on);
  EXPECT_FALSE(pieces[PieceId{1U}].is_cut_off);
  EXPECT_TRUE(pieces[PieceId{2U}].is_cut_off);
}

TEST(FindPieces, AreTheSameForBothCosts) {
  auto const town = drawn_town("a----------b--#--c  d--e");
  auto const by_time = find_pieces(town.network(), town.graph(), town.costs<Milliseconds>());
  EXPECT_EQ(text_of(by_time), text_of(pieces_of(town)));
  EXPECT_EQ(by_time.of_segment, pieces_of(town).of_segment);
}

TEST(FindPieces, WithoutRoadsThereAreNone) {
  EXPECT_TRUE(pieces_of(drawn_town("a  b")).pieces.empty());
}

}  // namespace
}  // namespace gapmap::access
