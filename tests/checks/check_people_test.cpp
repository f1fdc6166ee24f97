#include "gapmap/checks/check_people.h"

#include <gtest/gtest.h>

#include "tests/checks/found.h"
#include "tests/support/areas.h"

namespace gapmap::checks {
namespace {

Cell cell(std::string id, Point low, double residents) {
  return {.id = std::move(id),
          .center = {low.x + 500, low.y + 500},
          .outline = square(low.x, low.y, 1000),
          .residents = People{residents}};
}

/// Three cells in West, one in East.
Population people() {
  return Population{std::vector<Cell>{cell("a", {1000, 1000}, 1), cell("b", {2000, 1000}, 2),
                                      cell("c", {3000, 1000}, 4), cell("d", {15'000, 1000}, 8)}};
}

Places places() {
  return Places{std::vector<Place>{
      {"1", "Tupa", {1500, 1500}}, {"2", "Talo", {2500, 1500}}, {"3", "Kylätalo", {15'000, 1500}}}};
}

TEST(CheckDuplicates, HealthyPlacesGiveNothing) {
  EXPECT_EQ(said_of(check_duplicates(places())), "");
}

TEST(CheckDuplicates, TheSamePlaceTwiceAndASharedPoint) {
  auto all = places();
  all.push_back({"4", "TUPA ry", {1500, 1620}});
  EXPECT_EQ(said_of(check_duplicates(all)),
            "warning places 1: places of the same name within 200 m: probably one place twice [1 "
            "and 4 (TUPA ry, 120 m apart)]");
  all = places();
  all.push_back({"4", "Kahvila", {1500, 1500}});
  EXPECT_EQ(said_of(check_duplicates(all)),
            "note places 1: places of other names on the very same point: fine in one house, else "
            "a town given as a point [1 and 4]");
}

TEST(CheckDuplicates, AmongMatchesOfTheGazetteer) {
  auto const placed = [](char const* id, char const* name, LocatedBy by) {
    return Place{.id = id, .name = name, .point = {0, 0}, .position = "found", .located_by = by};
  };
  Places const all{std::vector<Place>{placed("1", "Tupa", LocatedBy::Locality),
                                      placed("2", "Talo", LocatedBy::Locality),
                                      placed("3", "Tupa", LocatedBy::Locality)}};
  Places const by_address{std::vector<Place>{placed("1", "Tupa", LocatedBy::House),
                                             placed("2", "Talo", LocatedBy::House)}};
  EXPECT_EQ(said_of(check_duplicates(by_address)),
            "note places 1: places of other names on the very same point: fine in one house, else "
            "a town given as a point [1 and 2]");
  EXPECT_EQ(
      said_of(check_duplicates(all)),
      "warning places 1: places of the same name within 200 m: probably one place twice [1 "
      "and 3 (Tupa, 0 m apart)]\n"
      "note places 1: places of other names that the gazetteer has on one point: somewhere in "
      "the same village or town [1 and 2]");
}

TEST(CheckPlacesOutside, SaysHowFarTheFarthestAre) {
  EXPECT_EQ(said_of(check_places_outside(places(), neighbours())), "");
  auto all = places();
  all.push_back({"4", "Etelä", {5000, -1500}});
  all.push_back({"5", "Itä", {120'000, 5000}});
  EXPECT_EQ(said_of(check_places_outside(all, neighbours())),
            "note places 2: places outside all areas: they count for whoever lives near [5 (Itä, "
            "100.0 km); 4 (Etelä, 1.5 km)]");
}

TEST(CheckAssignment, CountsCellsAndResidentsOutside) {
  auto inside = people();
  EXPECT_EQ(said_of(check_assignment(places::assign_municipalities(inside, neighbours()))), "");
  Population const outside{
      std::vector<Cell>{cell("in", {1000, 1000}, 1), cell("mostly", {1000, 9900}, 2),
                        cell("near", {1000, 11'000}, 4), cell("far", {1000, 90'000}, 8)}};
  auto all = outside;
  EXPECT_EQ(said_of(check_assignment(places::assign_municipalities(all, neighbours()))),
            "warning population 1 of 8: cells farther than 5 km from every area\n"
            "note population 1 of 2: cells mostly in water or abroad: they went to the area they "
            "share most with\n"
            "note population 1 of 4: cells that touch no area: they went to the nearest one");
}

TEST(CheckCells, OverlappingOnesAreCountedWithTheResidentsOfTheLater) {
  auto all = people();
  EXPECT_EQ(said_of(check_cells(all)), "");
  all.push_back(cell("e", {1500, 1000}, 16));
  EXPECT_EQ(said_of(check_cells(all)),
            "warning population 2 of 16: pairs of cells that overlap: the residents of the later "
            "one are likely "
            "counted twice [a and e; b and e]");
}

TEST(CheckGroups, SuppressedOnesAndFamiliesThatDoNotAddUp) {
  Groups const groups{std::vector<Group>{{"men", "sex"}, {"women", "sex"}}};
  auto with = [](std::string id, double residents, std::vector<std::optional<People>> numbers) {
    auto each = cell(std::move(id), {0, 0}, residents);
    each.groups = IdVector<GroupId, std::optional<People>>{std::move(numbers)};
    return each;
  };
  EXPECT_EQ(said_of(check_groups(people(), {})), "");
  EXPECT_EQ(said_of(check_groups(
                Population{std::vector<Cell>{with("a", 4, {People{1}, People{3}})}}, groups)),
            "");
  EXPECT_EQ(
      said_of(check_groups(Population{std::vector<Cell>{with("a", 4, {People{1}, People{3}}),
                                                        with("b", 5, {People{1}, std::nullopt}),
                                                        with("c", 6, {People{3}, People{4}})}},
                           groups)),
      "note population 1 of 5: cells with a group whose number is not published: sums of groups "
      "are ranges [b]\n"
      "note population 1 of 6: groups by sex do not add up to the residents: +0 to +1 in a cell, "
      "+1 in all [c]");
  EXPECT_EQ(
      said_of(check_groups(Population{std::vector<Cell>{with("a", 4, {People{1}, People{9}})}},
                           Groups{std::vector<Group>{{"men", "sex"}, {"women", "sex"}}})),
      "note population 1 of 4: groups by sex do not add up to the residents: +0 to +6 in a "
      "cell, +6 in all; one group is more than the residents in 1 of these cells, by up to 5 [a]");
  EXPECT_EQ(said_of(check_groups(Population{std::vector<Cell>{with("a", 4, {People{9}})}},
                                 Groups{std::vector<Group>{{"students", ""}}})),
            "note population 1: the group students is more than the residents, by up to 5 [a]");
}

TEST(CheckCellCodes, JoinWhateverTheirPadding) {
  auto all = people();
  static_cast<void>(places::assign_municipalities(all, neighbours()));
  EXPECT_EQ(said_of(check_cell_codes(
                {{"a", "46", ""}, {"b", "046", ""}, {"c", "46.0", ""}, {"d", "740", ""}}, all,
                neighbours())),
            "");
}

TEST(CheckCellCodes, ThatNoAreaHasOrOfAnotherAreaAreTold) {
  auto all = people();
  static_cast<void>(places::assign_municipalities(all, neighbours()));
  EXPECT_EQ(said_of(check_cell_codes(
                {{"a", "46", ""}, {"b", "588", ""}, {"c", "740", ""}, {"d", "740", ""}}, all,
                neighbours())),
            "warning population 1 of 2: lie in an area but carry a code that no area has [b (588, "
            "in 046)]\n"
            "note population 1 of 4: carry the code of another area than they lie in [c (740, in "
            "046)]");
}

TEST(CheckCellCodes, CodesOfSomethingElseAreNobodysBusiness) {
  auto all = people();
  static_cast<void>(places::assign_municipalities(all, neighbours()));
  EXPECT_EQ(said_of(check_cell_codes(
                {{"a", "50100", ""}, {"b", "50100", ""}, {"c", "50120", ""}, {"d", "740", ""}}, all,
                neighbours())),
            "");
}

TEST(CheckPlaceCodes, NamesStandForCodes) {
  EXPECT_EQ(said_of(check_place_codes({{"1", "WEST", ""}, {"2", "046", ""}, {"3", "East", ""}},
                                      places(), neighbours())),
            "");
}

TEST(CheckPlaceCodes, ThatNoAreaHasAreTold) {
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "046", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "");
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "588", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "warning places 1: lie in an area but carry a code that no area has [2 (588, in 046)]");
}

TEST(CheckPlaceCodes, AMisspeltNameIsNoMerger) {
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "Wset", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "warning places 1: lie in an area but carry a name of a municipality that is like that "
            "of an area [2 (Wset → West)]");
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "Haukivuori", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "warning places 1: lie in an area but carry a code that no area has [2 (Haukivuori, in "
            "046)]");
}

}  // namespace
}  // namespace gapmap::checks
