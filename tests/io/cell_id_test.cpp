#include "gapmap/io/cell_id.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <sstream>

namespace gapmap::io {
namespace {

TEST(ParseCellId, ReadsWhatFinlandAndEurostatWrite) {
  // id -> crs east north size
  std::istringstream table{R"(
      1kmN6717E385                       EPSG:3067 385000 6717000 1000
      1kmN6717E0385                      EPSG:3067 385000 6717000 1000
      5kmN6715E0385                      EPSG:3067 385000 6715000 5000
      250mN667175E38600                  EPSG:3067 386000 6671750 250
      250mN667175E038600                 EPSG:3067 386000 6671750 250
      CRS3035RES1000mN4177000E5121000    EPSG:3035 5121000 4177000 1000
      CRS3035RES1kmN4177000E5121000      EPSG:3035 5121000 4177000 1000
      CRS3035RES200mN4177000E5121000     EPSG:3035 5121000 4177000 200)"};
  std::size_t lines = 0;
  std::string id;
  for (SpelledCell expected{}; table >> id >> expected.crs >> expected.lower_left.x >>
                               expected.lower_left.y >> expected.size_m;
       ++lines) {
    SCOPED_TRACE(id);
    auto const cell = parse_cell_id(id);
    ASSERT_TRUE(cell);
    EXPECT_EQ(cell->crs, expected.crs);
    EXPECT_EQ(cell->lower_left.x, expected.lower_left.x);
    EXPECT_EQ(cell->lower_left.y, expected.lower_left.y);
    EXPECT_EQ(cell->size_m, expected.size_m);
  }
  EXPECT_EQ(lines, 8U);
}

TEST(ParseCellId, RefusesEverythingElse) {
  for (auto const* id : {"",
                         "1",
                         "km",
                         "1km",
                         "1kmN",
                         "1kmN6717",
                         "1kmN6717E",
                         "kmN6717E385",
                         "0kmN6717E385",
                         "1kmE385N6717",
                         "1kmN6717E385x",
                         " 1kmN6717E385",
                         "1kmN6717 E385",
                         "1kmN-6717E385",
                         "1kmN6717E-385",
                         "1kmN6717.5E385",
                         "1kmNinfE385",
                         "1kmNnanE385",
                         "infkmN6717E385",
                         "1e3mN6717E385",
                         "1milN6717E385",
                         "1KMn6717e385",
                         "CRS3035RES",
                         "CRS3035RESN4177000E5121000",
                         "CRS3067RES1000mN1E1",
                         "1kmN99999999999999999999999E385"}) {
    EXPECT_FALSE(parse_cell_id(id)) << id;
  }
}

TEST(IsOfPublicGrid, KnowsTheIdsThatEverybodyHas) {
  for (auto const* id : {"1kmN6717E385", "250mN667175E38600", "CRS3035RES1000mN4177000E5121000",
                         "3856256672375", "3855006672500"})
    EXPECT_TRUE(is_of_public_grid(id)) << id;
  for (auto const* id : {"", "17", "a", "385625667237", "38562566723755", "3856256672376",
                         "0456256672375", "3856259672375", "385625x672375"})
    EXPECT_FALSE(is_of_public_grid(id)) << id;
}

TEST(ParseCellId, SurvivesAnyText) {
  auto const* text = std::getenv("GAPMAP_TEST_SEED");
  auto const seed = text == nullptr ? 7U : static_cast<unsigned>(std::stoul(text));
  SCOPED_TRACE("GAPMAP_TEST_SEED=" + std::to_string(seed));
  std::mt19937 random{seed};
  constexpr std::string_view kLetters = "0123456789NEkm.-CRS ";
  std::size_t read = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string id = "1kmN6717E385";
    for (auto changes = 1 + random() % 3; changes > 0; --changes)
      id[random() % id.size()] = kLetters[random() % kLetters.size()];
    if (auto const cell = parse_cell_id(id)) {
      ++read;
      EXPECT_TRUE(std::isfinite(cell->lower_left.x) && std::isfinite(cell->lower_left.y) &&
                  cell->size_m > 0)
          << id;
    }
  }
  EXPECT_GT(read, 100U);
  EXPECT_LT(read, 19'000U);
}

TEST(ParseGridName, ReadsYearAndSize) {
  struct Case {
    char const* name;
    int year;
    double size_m;
  };
  for (auto const& [name, year, size_m] :
       {Case{"vaki2023_1km", 2023, 1000}, Case{"vaki2023_5km", 2023, 5000},
        Case{"vaki2010_1km_kp", 2010, 1000}, Case{"vaestoruutu:vaki2023_5km_kp", 2023, 5000},
        Case{"vaki2021_250m", 2021, 250}}) {
    auto const grid = parse_grid_name(name);
    ASSERT_TRUE(grid) << name;
    EXPECT_EQ(grid->year, year);
    EXPECT_EQ(grid->size_m, size_m);
  }
  for (auto const* name : {"", "vaki", "vaki2023", "vaki_1km", "vaki23_1km", "vaki2023_km",
                           "vaki2023_0km", "vaki2023_1kmx", "vaki2023-1km", "ruudut_1km", "kp"}) {
    EXPECT_FALSE(parse_grid_name(name)) << name;
  }
}

}  // namespace
}  // namespace gapmap::io
