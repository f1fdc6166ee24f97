#include "gapmap/places/denominators.h"

#include <gtest/gtest.h>

#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

using Number = std::optional<People>;

/// West 0..10 km, East 10..20 km, and North that is not studied.
Municipalities three() {
  return Municipalities{
      std::vector<Municipality>{{"020", "West", square(0, 0, 10'000)},
                                {"046", "East", square(10'000, 0, 10'000)},
                                {"091", "North", square(0, 10'000, 10'000), false}}};
}

Cell cell(double x, double y, Number residents, std::string countries = "FI") {
  Cell cell{.id = {}, .center = {x + 500, y + 500}, .outline = square(x, y, 1000)};
  cell.residents = residents;
  cell.groups.push_back(residents && *residents < People{10} ? Number{} : residents);
  cell.countries = std::move(countries);
  return cell;
}

Groups const kGroups{std::vector<Group>{
    {"old", ""},
}};

struct Scene {
  Municipalities municipalities = three();
  Population population;
  ResidentRanges ranges;
};

Scene scene() {
  Scene scene;
  scene.population = Population{std::vector{
      cell(1000, 1000, People{16}),           // inside West
      cell(9600, 2000, People{1}),            // mostly East, some West
      cell(3000, -900, People{2}, "FI-SE"),   // mostly in water, centre too
      cell(3000, -2000, People{4}),           // beside West
      cell(15'000, 1000, std::nullopt),       // inside East, suppressed
      cell(60'000, 1000, People{8}, "FI-NO")  // nowhere
  }};
  static_cast<void>(assign_municipalities(scene.population, scene.municipalities));
  scene.ranges = resident_ranges(scene.population, kGroups);
  return scene;
}

OfficialPopulation const kOfficial{
    .year = "2020",
    .by_code = {{"20", {People{25}, IdVector<GroupId, Number>{std::vector<Number>{People{18}}}}},
                {"46.0", {People{4}}}}};

TEST(Denominators, CountEveryCellOnce) {
  auto const s = scene();
  auto const rows = denominators(s.population, s.municipalities, s.ranges, {});
  ASSERT_EQ(rows.municipalities.size(), 2U) << "North is not studied";
  auto const& west = rows.municipalities[0];
  EXPECT_EQ(west.cells, 3U);
  EXPECT_EQ(west.residents, People{22});
  EXPECT_EQ(west.across.cells, 1U);
  EXPECT_EQ(west.mostly_outside.residents, People{2});
  EXPECT_EQ(west.center_outside.residents, People{6});
  EXPECT_EQ(west.beside.residents, People{4});
  EXPECT_EQ(west.shared.residents, People{2});
  EXPECT_EQ(west.cells_with_suppressed_groups, 2U);
  EXPECT_EQ(west.groups[1], (PeopleRange{People{16}, People{22}}));
  auto const& east = rows.municipalities[1];
  EXPECT_EQ(east.cells, 2U);
  EXPECT_EQ(east.cells_without_number, 1U);
  EXPECT_EQ(east.cells_without_bound, (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(west.cells_without_bound, (std::vector<std::size_t>{0, 0}));
  EXPECT_EQ(rows.total.cells_without_bound, (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(east.across.residents, People{1});
  EXPECT_EQ(east.center_outside.cells, 0U);
  ASSERT_TRUE(rows.outside);
  EXPECT_EQ(rows.outside->residents, People{8});
  EXPECT_EQ(rows.total.cells, s.population.size());
  EXPECT_EQ(rows.total.residents, People{31});
  EXPECT_EQ(rows.total.shared.cells, 2U);
  EXPECT_EQ(rows.total.center_outside.cells, 3U);
  EXPECT_EQ(rows.total.groups[1], (PeopleRange{People{16}, People{31}}));
  EXPECT_FALSE(rows.total.official) << "no official file";
  EXPECT_TRUE(rows.without_official.empty());
}

TEST(Denominators, JoinOfficialCountsWhateverTheirPadding) {
  auto const s = scene();
  auto const rows = denominators(s.population, s.municipalities, s.ranges,
                                 official_counts(kOfficial, s.municipalities));
  auto const& west = rows.municipalities[0];
  EXPECT_EQ(west.official, People{25});
  EXPECT_EQ(west.difference(), People{3});
  EXPECT_DOUBLE_EQ(*west.ratio(), 0.88);
  EXPECT_EQ(west.official_groups[1], People{18});
  EXPECT_EQ(rows.municipalities[1].official, People{4});
  EXPECT_EQ(rows.total.official, People{29}) << "North is not studied";
  EXPECT_FALSE(rows.total.official_groups[1]) << "East has no such number";
  EXPECT_TRUE(rows.without_official.empty());
}

TEST(Denominators, NameMunicipalitiesThatDoNotJoin) {
  auto const s = scene();
  auto official = kOfficial;
  official.by_code.erase("46.0");
  auto const rows = denominators(s.population, s.municipalities, s.ranges,
                                 official_counts(official, s.municipalities));
  EXPECT_EQ(rows.without_official, std::vector{MunicipalityId{1}});
  EXPECT_FALSE(rows.municipalities[1].ratio());
  EXPECT_FALSE(rows.total.official) << "a sum without East would be too small";
}

TEST(Denominators, SharedIsMoreThanOneCountry) {
  EXPECT_TRUE(is_shared("FI-SE"));
  EXPECT_FALSE(is_shared("FI"));
  EXPECT_FALSE(is_shared(""));
}

}  // namespace
}  // namespace gapmap::places
