#include "gapmap/io/detail/coordinate_code.h"

#include <gtest/gtest.h>

#include <string>

#include "gapmap/io/detail/coordinate_text.h"

namespace gapmap::io {
namespace {

TEST(PointInHexadecimal, OfPostGisAndOfTheStandardInBothOrdersOfBytes) {
  for (std::string const text : {
           "0101000020E61000000000000000003B400000000000104F40",  // SRID=4326;POINT (27 62.125)
           "01010000000000000000003B400000000000104F40",
           "0000000001403B000000000000404F100000000000",
           "00200000010000"
           "10E6"
           "403B000000000000404F100000000000",
           "01e90300000000000000003b400000000000104f400000000000005940",  // POINT Z, ISO
       }) {
    auto const point = point_in_hexadecimal(text);
    ASSERT_TRUE(point) << text;
    EXPECT_EQ(point->x, 27) << text;
    EXPECT_EQ(point->y, 62.125) << text;
    EXPECT_TRUE(holds_coordinates(text)) << text;
  }
}

TEST(PointInHexadecimal, OtherShapesAndTextsAreNone) {
  for (std::string const text :
       {"", "0101000000", "0102000000000000000000003B400000000000104F40", "fff1000000",
        "0301000000000000000000003B400000000000104F4", "Kirkkokatu 3, 51600 Haukivuori",
        "zz010000000000000000003B400000000000104F40"})
    EXPECT_FALSE(point_in_hexadecimal(text)) << text;
  EXPECT_FALSE(holds_coordinates("010100000000000000000000400000000000000040")) << "(2, 2)";
}

TEST(CodeOfPlace, MgrsPlusCodesAndSquaresOfTheUniformGrid) {
  for (std::string const code :
       {"35VNM 12345 67890", "35VNM1234567890", "34WDS 1234 5678", "9GG7HV2Q+8F", "9gg7hv2q+8fv",
        "6900:3500", "690:350", "6805500:3502000"})
    EXPECT_TRUE(is_code_of_place(code)) << code;
  for (std::string const text :
       {"31UDQ 48251 11932", "35VNM 123", "8FVC9G8F+6X", "HV2Q+8F", "12:30", "690:100", "1000:3500",
        "6900:350", "+358 40 123 4567", "51600", ""})
    EXPECT_FALSE(is_code_of_place(text)) << text;
}

}  // namespace
}  // namespace gapmap::io
