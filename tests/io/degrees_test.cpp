#include "gapmap/io/detail/degrees.h"

#include <gtest/gtest.h>

namespace gapmap::io {
namespace {

std::optional<double> north(std::string_view text) {
  return parse_coordinate(text, Axis::North, {});
}
std::optional<double> east(std::string_view text) { return parse_coordinate(text, Axis::East, {}); }

TEST(Coordinates, MayHaveTheirSignAndDirection) {
  for (auto const* text : {"61.3846° N", "61,3846°", "N 61.3846", "61.3846N", "N61.3846°",
                           "61.3846\u00a0°\u00a0N", "61.3846º", "P 61,3846°"})
    EXPECT_EQ(north(text), 61.3846) << text;
  EXPECT_EQ(north("33.5° S"), -33.5);
  for (auto const* text : {"27.04° E", "27,04 I", "Ö 27.04", "27.04°"})
    EXPECT_EQ(east(text), 27.04) << text;
  EXPECT_EQ(east("8.6 W"), -8.6);
  EXPECT_EQ(north("N 6805500"), 6805500) << "metres have directions as well";
}

TEST(Coordinates, AreNothingElse) {
  for (auto const* text : {"61.3846", "61°22.8' N", "61° 22' 48\" N", "27.04 E", "-61.5 N",
                           "6805500°", "N", "°", "", "Nurmes", "N 61.3 N"})
    EXPECT_FALSE(north(text)) << text;
  EXPECT_FALSE(east("61.3 N"));
  EXPECT_FALSE(east("6,84E+06 E"));
}

TEST(Coordinates, HaveMinutesBehindTheSign) {
  EXPECT_TRUE(has_minutes("61°22.8' N"));
  EXPECT_TRUE(has_minutes("61° 22' 48\""));
  EXPECT_FALSE(has_minutes("61.3846° N"));
  EXPECT_FALSE(has_minutes("61 22 N"));
}

}  // namespace
}  // namespace gapmap::io
