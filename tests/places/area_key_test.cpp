#include "gapmap/places/area_key.h"

#include <gtest/gtest.h>

#include "gapmap/places/mergers.h"
#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

/// Mikkeli and Hartola on both sides of a municipality that the key does not have; the border with
/// Hartola is longer.
Municipalities three(std::string const& missing_code) {
  auto const wide = polygon({{{0, 0}, {4, 0}, {4, 1}, {0, 1}}});
  Municipalities all;
  all.push_back({"491", "Mikkeli", square(1, 1)});
  all.push_back({missing_code, "Gone", wide});
  all.push_back({"081", "Hartola", polygon({{{0, 0}, {4, 0}, {4, -1}, {0, -1}}})});
  return all;
}

AreaKey key() {
  AreaKey key;
  key.municipalities = {{"491", "Mikkeli"}, {"81", "Hartola"}, {"507", "Mäntyharju"}};
  AreaKeyLevel level{.name = "hyvinvointialue", .zones = {}, .of_municipality = {}};
  auto const lahti = level.zones.push_back({"09", "Päijät-Häme"});
  auto const mikkeli = level.zones.push_back({"12", "Etelä-Savo"});
  level.of_municipality = {{"491", mikkeli}, {"81", lahti}, {"507", mikkeli}};
  key.levels.push_back(level);
  return key;
}

Population people() {
  Population population;
  for (unsigned m = 0; m < 3; ++m) {
    for (int i = 0; i < 2; ++i) {
      population.push_back(
          {.id = "",
           .center = {},
           .outline = {},
           .residents = i == 0 ? std::optional{People{1.0 + 3.0 * m}} : std::nullopt,
           .municipality = MunicipalityId{m}});
    }
  }
  return population;
}

TEST(ZonedByKey, JoinsCodesWhateverTheirPaddingAndLeavesTheUnknownInNone) {
  auto const zoning = zoned_by_key(key().levels[0], {}, three("588"), people());
  EXPECT_EQ(zoning.level, "hyvinvointialue");
  EXPECT_EQ(zoning.of_municipality.values(), (std::vector{ZoneId{1}, ZoneId::none(), ZoneId{0}}));
  EXPECT_EQ(zoning.of_cell.values(), (std::vector{ZoneId{1}, ZoneId{1}, ZoneId::none(),
                                                  ZoneId::none(), ZoneId{0}, ZoneId{0}}));
}

TEST(ZonedByKey, AcceptedSuccessorsCountForTheOldMunicipality) {
  Successors const accepted{{"588", "507"}};
  auto const zoning = zoned_by_key(key().levels[0], accepted, three("588"), people());
  EXPECT_EQ(zoning.of_municipality[MunicipalityId{1}], ZoneId{1});
  EXPECT_TRUE(missing_from_key(key(), accepted, three("588"), people()).empty());
}

TEST(MissingFromKey, AMergerOnRecordIsToldAsOne) {
  auto const missing = missing_from_key(key(), {}, three("588"), people());
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].code, "588");
  EXPECT_EQ(missing[0].name, "Gone");
  EXPECT_EQ(missing[0].cells, 2U);
  EXPECT_EQ(missing[0].residents, People{4});
  EXPECT_EQ(missing[0].successor, "507");
  EXPECT_EQ(missing[0].successor_name, "Mäntyharju");
  EXPECT_EQ(missing[0].merged_on, "1.1.2025");
}

TEST(MissingFromKey, ElseTheLongestBorderProposes) {
  auto const missing = missing_from_key(key(), {}, three("998"), people());
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(missing[0].successor, "081") << "as many digits as the missing code";
  EXPECT_EQ(missing[0].successor_name, "Hartola");
  EXPECT_EQ(missing[0].merged_on, "");

  auto without_successor = key();
  without_successor.municipalities.erase("507");
  auto const other_year = missing_from_key(without_successor, {}, three("588"), people());
  EXPECT_EQ(other_year[0].successor, "081") << "the merger's municipality is gone as well";
  EXPECT_EQ(other_year[0].merged_on, "");
}

TEST(MissingFromKey, NothingIsProposedWithoutANeighbour) {
  auto municipalities = three("998");
  municipalities[MunicipalityId{1}].area = square(50, 50);
  EXPECT_EQ(missing_from_key(key(), {}, municipalities, people())[0].successor, "");
}

TEST(MissingFromKey, WhatIsNotStudiedIsNotMissed) {
  auto municipalities = three("588");
  municipalities[MunicipalityId{1}].is_studied = false;
  EXPECT_TRUE(missing_from_key(key(), {}, municipalities, people()).empty());
}

TEST(Mergers, AreFoundByBareCode) {
  ASSERT_NE(merger_of("588"), nullptr);
  EXPECT_EQ(merger_of("588")->into, "507");
  ASSERT_NE(merger_of("99"), nullptr);
  EXPECT_EQ(merger_of("99")->into, "214");
  EXPECT_EQ(merger_of("099"), nullptr);
  EXPECT_EQ(merger_of("491"), nullptr);
}

}  // namespace
}  // namespace gapmap::places
