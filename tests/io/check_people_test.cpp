#include "gapmap/io/check_people.h"

#include <gtest/gtest.h>

#include "tests/io/found.h"
#include "tests/support/areas.h"

namespace gapmap::io {
namespace {

Area rectangle(Point low, Point high) {
  return polygon({{low, {high.x, low.y}, high, {low.x, high.y}}});
}

/// West and East, 10 km each.
Municipalities neighbours() {
  return Municipalities{
      std::vector<Municipality>{{"046", "West", rectangle({0, 0}, {10'000, 10'000})},
                                {"740", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
}

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

Facilities places() {
  return Facilities{std::vector<Facility>{
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

TEST(CheckPlacesOutside, SaysHowFarTheFarthestAre) {
  EXPECT_EQ(said_of(check_places_outside(places(), neighbours())), "");
  auto all = places();
  all.push_back({"4", "Etelä", {5000, -1500}});
  all.push_back({"5", "Itä", {120'000, 5000}});
  EXPECT_EQ(said_of(check_places_outside(all, neighbours())),
            "note places 2: places outside all areas: they count for whoever lives near [5 (Itä, "
            "100.0 km); 4 (Etelä, 1.5 km)]");
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
      "note population 1 of 5: cells with a group whose number is suppressed: sums of groups are "
      "ranges [b]\n"
      "note population 1 of 6: cells whose groups of sex do not add up to all residents: +1 in "
      "all, up to 1 in a cell; such grids are perturbed to protect people [c]");
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

TEST(CheckPlaceCodes, ThatNoAreaHasAreTold) {
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "046", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "");
  EXPECT_EQ(said_of(check_place_codes({{"1", "46", ""}, {"2", "588", ""}, {"3", "740", ""}},
                                      places(), neighbours())),
            "warning places 1: lie in an area but carry a code that no area has [2 (588, in 046)]");
}

}  // namespace
}  // namespace gapmap::io
