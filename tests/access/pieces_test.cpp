#include "gapmap/access/pieces.h"

#include <fmt/format.h>

#include <cmath>

#include "tests/support/drawn_town.h"

namespace gapmap::access {
namespace {

Pieces pieces_of(DrawnTown const& town, Meters scrap_below = Meters{1000}) {
  return find_pieces(town.network(), town.graph(), town.costs(), scrap_below);
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
  EXPECT_EQ(text_of(pieces_of(drawn_town(kPicture))), "2200 m of 3 segments");
  auto avoiding = by(Mode::Car);
  avoiding.profile.ferries = Ferries::Avoid;
  EXPECT_EQ(text_of(pieces_of(drawn_town(kPicture, avoiding))),
            "1100 m of 1 segments, 500 m of 1 segments (scrap)");
}

TEST(FindPieces, AreTheSameForBothCosts) {
  auto const town = drawn_town("a----------b--#--c  d--e");
  auto const by_time =
      find_pieces(town.network(), town.graph(), town.costs<Milliseconds>(), Meters{1000});
  EXPECT_EQ(text_of(by_time), text_of(pieces_of(town)));
  EXPECT_EQ(by_time.of_segment, pieces_of(town).of_segment);
}

TEST(FindPieces, WithoutRoadsThereAreNone) {
  EXPECT_TRUE(pieces_of(drawn_town("a  b")).pieces.empty());
}

}  // namespace
}  // namespace gapmap::access
