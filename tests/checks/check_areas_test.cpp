#include "gapmap/checks/check_areas.h"

#include <gtest/gtest.h>

#include "gapmap/places/assign_zones.h"
#include "tests/checks/found.h"
#include "tests/support/areas.h"

namespace gapmap::checks {
namespace {

/// One cell of a kilometre at its lower left corner.
Population cell_at(Point low) {
  return Population{std::vector<Cell>{{.id = "a",
                                       .center = {low.x + 500, low.y + 500},
                                       .outline = square(low.x, low.y, 1000),
                                       .residents = People{4}}}};
}

Zone village(std::string name, Point low, Point high) {
  return {.code = name, .name = name, .area = rectangle(low, high)};
}

TEST(CheckBorders, NeighboursGiveNothing) { EXPECT_EQ(said_of(check_borders(neighbours())), ""); }

TEST(CheckBorders, OverlapsAndStripsWithTheirSizeAndPair) {
  Municipalities const overlapping{
      std::vector<Municipality>{{"1", "West", rectangle({0, 0}, {10'005, 10'000})},
                                {"2", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
  EXPECT_EQ(said_of(check_borders(overlapping)),
            "warning areas 1: areas that overlap [West and East: 5.0 ha]");
  Municipalities const little{
      std::vector<Municipality>{{"1", "West", rectangle({0, 0}, {10'000.5, 10'000})},
                                {"2", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
  EXPECT_EQ(said_of(check_borders(little)),
            "note areas 1: areas that overlap [West and East: 5000 m²]");
  Municipalities const apart{
      std::vector<Municipality>{{"1", "West", rectangle({0, 0}, {9999, 10'000})},
                                {"2", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
  auto const said = said_of(check_borders(apart));
  EXPECT_TRUE(said.starts_with("note areas 1: strips between areas that belong to none [West and "
                               "East: 1.0 ha at (") ||
              said.starts_with("note areas 1: strips between areas that belong to none [West and "
                               "East: 10000 m² at ("))
      << said;
}

Zoning villages(std::vector<Zone> zones, Point home) {
  return places::zoned_by_area("kylat", Zones{std::move(zones)}, cell_at(home));
}

TEST(CheckZones, ThatLieApartWithSomebodyInEachGiveNothing) {
  auto const zoning = villages({village("Ylä", {0, 0}, {5000, 5000})}, {1000, 1000});
  EXPECT_EQ(said_of(check_zone_borders(zoning)), "");
  EXPECT_EQ(said_of(check_empty_zones(zoning)), "");
  EXPECT_EQ(said_of(check_zone_borders(villages(
                {village("Ylä", {0, 0}, {5000, 5000}), village("Ala", {5010, 0}, {9000, 5000})},
                {1000, 1000}))),
            "")
      << "strips between villages are no fault";
}

TEST(CheckZones, ThatOverlapAreToldWithHowMuch) {
  EXPECT_EQ(said_of(check_zone_borders(villages(
                {village("Ylä", {0, 0}, {5000, 5000}), village("Ala", {4000, 0}, {9000, 5000})},
                {1000, 1000}))),
            "warning zones kylat 1: zones that overlap [Ylä and Ala: 500.0 ha]");
}

TEST(CheckZones, WithoutACellAreANoteButAWarningIfThatIsAll) {
  std::vector<Zone> const two{village("Ylä", {0, 0}, {5000, 5000}),
                              village("Ala", {5000, 0}, {9000, 5000})};
  EXPECT_EQ(said_of(check_empty_zones(villages(two, {1000, 1000}))),
            "note zones kylat 1: zones without any cell of those studied: they have no figures "
            "[Ala]");
  EXPECT_EQ(said_of(check_empty_zones(villages(two, {50'000, 1000}))),
            "warning zones kylat 2: zones without any cell of those studied: they have no figures "
            "[Ylä; Ala]");
}

TEST(CheckAreaKey, WhatIsMissingHasItsSuccessor) {
  EXPECT_EQ(said_of(check_area_key({})), "");
  auto const findings = check_area_key({{.code = "588",
                                         .name = "Pertunmaa",
                                         .cells = 3,
                                         .residents = People{8},
                                         .successor = "507",
                                         .successor_name = "Mäntyharju",
                                         .merged_on = "1.1.2025"},
                                        {.code = "099",
                                         .name = "Honkajoki",
                                         .cells = 1,
                                         .residents = People{1},
                                         .successor = "214",
                                         .successor_name = "Kankaanpää"},
                                        {.code = "999", .name = "Saari"}});
  EXPECT_EQ(said_of(findings),
            "warning area key 3 of 9: municipalities that are not in the key: their residents "
            "count as outside [588 Pertunmaa: 507 Mäntyharju, merged on 1.1.2025; 099 Honkajoki: "
            "214 Kankaanpää, longest border in common; 999 Saari: nobody beside it is in the key]");
  EXPECT_FALSE(check_area_key({{.code = "588", .name = "Pertunmaa"}})[0].residents)
      << "without a population nobody knows";
  EXPECT_EQ(findings[0].advice,
            "take a key of the same year as the areas, or say `area-successors` "
            "\"588=507,099=214\"");
}

}  // namespace
}  // namespace gapmap::checks
