#include "gapmap/places/assign_zones.h"

#include <gtest/gtest.h>

#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

Cell cell(std::string id, Point low, MunicipalityId municipality = MunicipalityId::none()) {
  return {.id = std::move(id),
          .center = {low.x + 0.5, low.y + 0.5},
          .outline = square(low.x, low.y),
          .residents = People{1},
          .municipality = municipality};
}

/// "a:West b:none": who is where.
std::string text_of(Zoning const& zoning, Population const& population) {
  std::string text;
  for (auto const c : population.ids()) {
    auto const zone = zoning.of_cell[c];
    text += (text.empty() ? "" : " ") + population[c].id + ":" +
            (zone.is_none() ? "none" : zoning.zones[zone].name);
  }
  return text;
}

Zones two_villages() {
  Zones zones;
  zones.push_back({"1", "West", square(0, 0, 2)});
  zones.push_back({"2", "East", square(2, 0, 2)});
  return zones;
}

TEST(ZonedByArea, TheLargestShareWinsAndTiesGoToTheFirst) {
  Population population;
  population.push_back(cell("in", {0, 0}));
  population.push_back(cell("more_west", {1.4, 0}));
  population.push_back(cell("more_east", {1.6, 0}));
  population.push_back(cell("half", {1.5, 0}));
  population.push_back(cell("sliver", {3.9, 0}));
  EXPECT_EQ(text_of(zoned_by_area("villages", two_villages(), population), population),
            "in:West more_west:West more_east:East half:West sliver:East");
}

TEST(ZonedByArea, BesideAZoneIsInNone) {
  Population population;
  population.push_back(cell("touching", {4, 0}));
  population.push_back(cell("near", {4.001, 0}));
  EXPECT_EQ(text_of(zoned_by_area("villages", two_villages(), population), population),
            "touching:none near:none");
}

TEST(ZonedByArea, APointIsWhereItLies) {
  auto point = cell("p", {1.6, 0});  // its square is mostly in East
  point.is_point = true;
  point.center = {1.9, 0.5};
  Population population;
  population.push_back(point);
  point.id = "q";
  point.center = {4.1, 0.5};
  population.push_back(point);
  EXPECT_EQ(text_of(zoned_by_area("villages", two_villages(), population), population),
            "p:West q:none");
}

TEST(ZonedByArea, ZonesWithoutACellAreNotStudied) {
  Population population;
  population.push_back(cell("a", {0, 0}));
  auto const zoning = zoned_by_area("villages", two_villages(), population);
  EXPECT_EQ(zoning.level, "villages");
  EXPECT_TRUE(zoning.zones[ZoneId{0}].is_studied);
  EXPECT_FALSE(zoning.zones[ZoneId{1}].is_studied);
  EXPECT_TRUE(zoning.of_municipality.empty());
}

TEST(ZonedByMunicipality, FollowsTheMunicipalityWhereverTheCellLies) {
  Municipalities municipalities;
  municipalities.push_back({"001", "A", square(0, 0)});
  municipalities.push_back({"002", "B", square(1, 0)});
  municipalities.push_back({"003", "C", square(2, 0), false});
  Zones zones;
  zones.push_back({"01", "North"});
  zones.push_back({"02", "South"});
  IdVector<MunicipalityId, ZoneId> of_municipality;
  of_municipality.push_back(ZoneId{0});
  of_municipality.push_back(ZoneId::none());
  of_municipality.push_back(ZoneId{1});
  Population population;
  population.push_back(cell("a", {0, 0}, MunicipalityId{0}));
  population.push_back(cell("b", {0, 0}, MunicipalityId{1}));
  population.push_back(cell("sea", {0, 0}));
  auto const zoning =
      zoned_by_municipality("county", zones, of_municipality, municipalities, population);
  EXPECT_EQ(text_of(zoning, population), "a:North b:none sea:none");
  EXPECT_TRUE(zoning.zones[ZoneId{0}].is_studied);
  EXPECT_FALSE(zoning.zones[ZoneId{1}].is_studied) << "its municipality is beyond the study";
  EXPECT_EQ(zoning.of_municipality, of_municipality);

  auto const themselves = zoned_as_municipalities(municipalities, population);
  EXPECT_EQ(themselves.level, "municipality");
  EXPECT_EQ(text_of(themselves, population), "a:A b:B sea:none");
  EXPECT_TRUE(themselves.zones[ZoneId{1}].is_studied);
  EXPECT_FALSE(themselves.zones[ZoneId{2}].is_studied);
}

}  // namespace
}  // namespace gapmap::places
