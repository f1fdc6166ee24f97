// Rasters of counts: what is a cell, and that the sum of all cells is that of all pixels.

#include <cmath>
#include <limits>
#include <random>

#include "gapmap/geometry/measure.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/io/read_population.h"
#include "tests/io/reading.h"
#include "tests/io/written.h"

namespace gapmap::io {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

class ReadPopulationRaster : public Reading {
 protected:
  [[nodiscard]] PopulationRead read(WrittenRaster const& raster, PopulationInput input = {}) const {
    write_raster(path("p.tif"), raster);
    if (input.source.path.empty()) input.source.path = path("p.tif");
    return read_population(input, frame);
  }
};

/// "r0c0 5" a cell.
std::string cells_of(PopulationRead const& read_in) {
  std::string text;
  for (auto const& cell : read_in.population) {
    if (!text.empty()) text += ", ";
    text += cell.id + " " + std::to_string(static_cast<int>(cell.residents->value()));
  }
  return text;
}

double sum_of(PopulationRead const& read_in) {
  double sum = 0;
  for (auto const& cell : read_in.population) sum += cell.residents->value();
  return sum;
}

/// Squares of 100 m from (385000, 6717000) to the east and south.
constexpr std::array<double, 6> kHundredMetres{385'000, 100, 0, 6'717'000, 0, -100};

TEST_F(ReadPopulationRaster, EveryPixelWithPeopleIsACell) {
  auto const read_in =
      read({.transform = kHundredMetres, .columns = 3, .bands = {{1, 0, 2, 0, 4, 0.25}}});
  EXPECT_EQ(cells_of(read_in), "r0c0 1, r0c2 2, r1c1 4, r1c2 0");
  EXPECT_EQ(read_in.population[CellId{3}].residents, People{0.25});
  EXPECT_EQ(read_in.population[CellId{1}].center, (Point{385'250, 6'716'950}));
  for (auto const& cell : read_in.population) {
    EXPECT_TRUE(is_valid(cell.outline));
    EXPECT_FALSE(cell.is_point);
    EXPECT_DOUBLE_EQ(area_m2(cell.outline), 10'000);
  }
  EXPECT_EQ(read_in.report.recognised, "raster, 3 x 2 of 3 x 2 pixels of 100 x 100 m");
  EXPECT_EQ(read_in.report.crs, "EPSG:3067");
  EXPECT_EQ(read_in.report.row_is, "pixel");
  EXPECT_EQ(read_in.report.rows, 6U);
  EXPECT_EQ(read_in.report.rows_used, 6U);
  EXPECT_EQ(read_in.report.sums.at(0), (std::pair<std::string, double>{"residents", 7.25}));
}

TEST_F(ReadPopulationRaster, WhatIsNoNumberOfPeopleIsNeverAddedButCounted) {
  auto const read_in = read({.transform = kHundredMetres,
                             .columns = 4,
                             .bands = {{-9, 1, kNan, 2, -1, 4, 1e30, 8, -9, 0, INFINITY, 16}},
                             .no_data = -9});
  EXPECT_EQ(sum_of(read_in), 31);
  EXPECT_EQ(read_in.report.rows_used, 6U);
  EXPECT_EQ(remarks_of(read_in.report),
            "2 left out: no data [row 0 column 0, row 2 column 0]\n"
            "1 left out: not a number [row 0 column 2]\n"
            "1 left out: negative number of residents [row 1 column 0]\n"
            "2 left out: more residents than there are people on Earth "
            "[row 1 column 2, row 2 column 2]");
}

TEST_F(ReadPopulationRaster, BlocksAreWholePixelsFromTheUpperLeft) {
  WrittenRaster const raster{.transform = kHundredMetres,
                             .columns = 5,
                             .bands = {{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1}}};
  auto const read_in = read(raster, {.raster_cell = Meters{220}});
  EXPECT_EQ(cells_of(read_in), "r0c0 4, r0c1 4, r0c2 2, r1c1 2, r1c2 1");
  EXPECT_DOUBLE_EQ(area_m2(read_in.population[CellId{0}].outline), 40'000);
  EXPECT_DOUBLE_EQ(area_m2(read_in.population[CellId{4}].outline), 10'000) << "what is left";
  EXPECT_EQ(read_in.population[CellId{4}].center, (Point{385'450, 6'716'750}));
  EXPECT_THAT(read_in.report.recognised, HasSubstr(", 2 x 2 of them joined to a cell"));
  EXPECT_EQ(cells_of(read(raster, {.raster_cell = Meters{10'000}})), "r0c0 13");
  EXPECT_EQ(read(raster, {.raster_cell = Meters{20}}).population.size(), 13U);
}

// Whole numbers exactly, fractions to the last bits, whatever the size of the blocks; in a CRS in
// degrees blocks have more columns than rows.
TEST_F(ReadPopulationRaster, JoiningNeverChangesTheSum) {
  std::mt19937 random{11};
  WrittenRaster whole{.epsg = 4326,
                      .transform = {27, 1.0 / 1200, 0, 62, 0, -1.0 / 1200},
                      .columns = 61,
                      .bands = {{}},
                      .no_data = -99999,
                      .type = GDT_Float32};
  for (int i = 0; i < 61 * 47; ++i) {
    auto const kind = random() % 4;
    double const people = static_cast<double>(random() % 500);
    whole.bands[0].push_back(kind == 0 ? -99999 : kind == 1 ? 0 : people);
  }
  auto fractions = whole;
  double whole_sum = 0;
  double fraction_sum = 0;
  std::size_t valid = 0;
  for (auto& number : fractions.bands[0]) {
    if (number < 0) continue;
    ++valid;
    whole_sum += number;
    number = static_cast<float>(number / 7);
    fraction_sum += number;
  }
  ASSERT_GT(whole_sum, 1000);
  for (double const size : {0.0, 100.0, 250.0, 1000.0, 1e6}) {
    SCOPED_TRACE(size);
    PopulationInput const input{.raster_cell = Meters{size}};
    auto const read_in = read(whole, input);
    EXPECT_EQ(sum_of(read_in), whole_sum);
    EXPECT_EQ(read_in.report.sums.at(0).second, whole_sum);
    EXPECT_EQ(read_in.report.rows_used, valid);
    EXPECT_NEAR(sum_of(read(fractions, input)), fraction_sum, 1e-9 * fraction_sum);
  }
  auto const kilometres = read(whole, {.raster_cell = Meters{1000}});
  EXPECT_THAT(kilometres.report.recognised, HasSubstr(", 23 x 11 of them joined to a cell"));
  EXPECT_NEAR(area_m2(kilometres.population[CellId{0}].outline), 1e6, 5e4);
}

TEST_F(ReadPopulationRaster, OnlyTheBlocksAroundTheExtentAreRead) {
  WrittenRaster raster{.transform = kHundredMetres, .columns = 10, .bands = {{}}};
  for (int i = 0; i < 100; ++i) raster.bands[0].push_back(1);
  Extent const extent{{{385'350, 6'716'350}, {385'550, 6'716'450}}, Crs::tm35fin()};
  auto const pixels = read(raster, {.raster_extent = extent});
  EXPECT_EQ(cells_of(pixels), "r5c3 1, r5c4 1, r5c5 1, r6c3 1, r6c4 1, r6c5 1");
  EXPECT_THAT(pixels.report.recognised, StartsWith("raster, 3 x 2 of 10 x 10 pixels"));
  auto const blocks = read(raster, {.raster_cell = Meters{300}, .raster_extent = extent});
  EXPECT_EQ(cells_of(blocks), "r1c1 9, r2c1 9");
  Extent const elsewhere{{{500'000, 6'800'000}, {500'100, 6'800'100}}, Crs::tm35fin()};
  EXPECT_THAT(message_of<InputError>(
                  [&] { static_cast<void>(read(raster, {.raster_extent = elsewhere})); }),
              HasSubstr("covers none of the areas"));
}

TEST_F(ReadPopulationRaster, TurnedPixelsAndScaledNumbersAreReadAsTheyLie) {
  auto const turned = read({.transform = {385'000, 60, 80, 6'717'000, 80, -60},
                            .columns = 2,
                            .bands = {{1, 2}},
                            .scale = 0.5});
  EXPECT_EQ(sum_of(turned), 1.5);
  EXPECT_EQ(turned.population[CellId{1}].center, (Point{385'130, 6'717'090}));
  EXPECT_DOUBLE_EQ(area_m2(turned.population[CellId{1}].outline), 10'000);
}

TEST_F(ReadPopulationRaster, OneOfSeveralBandsIsNamedByItsNumber) {
  WrittenRaster const raster{.transform = kHundredMetres, .columns = 1, .bands = {{1}, {2}, {4}}};
  EXPECT_THAT(message_of<InputError>([&] { static_cast<void>(read(raster)); }),
              HasSubstr("has 3 bands; its bands are 1 to 3; name one as"));
  EXPECT_EQ(cells_of(read(raster, {.source = {.path = path("p.tif"), .layer = "3"}})), "r0c0 4");
  for (auto const* band : {"0", "4", "1.5", "people"}) {
    EXPECT_THROW(
        static_cast<void>(read(raster, {.source = {.path = path("p.tif"), .layer = band}})),
        InputError)
        << band;
  }
}

TEST_F(ReadPopulationRaster, ThatCannotBeUsedIsAnError) {
  WrittenRaster const good{.transform = kHundredMetres, .columns = 1, .bands = {{1}}};
  auto const error_of = [&](WrittenRaster const& raster, PopulationInput const& input = {}) {
    return message_of<InputError>([&] { static_cast<void>(read(raster, input)); });
  };
  auto nowhere = good;
  nowhere.transform = {};
  EXPECT_THAT(error_of(nowhere), HasSubstr("does not say where on the map its pixels lie"));
  auto without_crs = good;
  without_crs.epsg = 0;
  EXPECT_THAT(error_of(without_crs), HasSubstr("name it with `population-crs`"));
  EXPECT_EQ(sum_of(read(without_crs, {.source = {.path = path("p.tif"), .crs = "EPSG:3067"}})), 1);
  auto empty = good;
  empty.bands = {{0}};
  EXPECT_THAT(error_of(empty), HasSubstr("none of its pixels there has people"));
  EXPECT_THAT(
      message_of<UsageError>([&] { static_cast<void>(read(good, {.residents_field = "T"})); }),
      HasSubstr("is a raster, which has no fields"));
  EXPECT_THAT(message_of<UsageError>([&] { static_cast<void>(read(good, {.groups = Groups(1)})); }),
              HasSubstr("is a raster, which has no fields"));
}

}  // namespace
}  // namespace gapmap::io
