#include "gapmap/places/assign.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

Cell cell(std::string id, Point low, double side, std::optional<People> residents = People{1}) {
  return {.id = std::move(id),
          .center = {low.x + side / 2, low.y + side / 2},
          .outline = rectangle(low, {low.x + side, low.y + side}),
          .residents = residents};
}

Cell point(std::string id, Point p) {
  auto at = cell(std::move(id), {p.x - 125, p.y - 125}, 250);
  at.is_point = true;
  return at;
}

/// West is 0..10 km, East 10..20 km; both from 0 to 10 km north.
Municipalities two_neighbours() {
  return Municipalities{
      std::vector<Municipality>{{"001", "West", rectangle({0, 0}, {10'000, 10'000})},
                                {"002", "East", rectangle({10'000, 0}, {20'000, 10'000})}}};
}

/// "a:West b:none": who got what.
std::string assigned(Population& population, Municipalities const& municipalities) {
  static_cast<void>(assign_municipalities(population, municipalities));
  std::string text;
  for (auto const& each : population) {
    text += (text.empty() ? "" : " ") + each.id + ":" +
            (each.municipality.is_none() ? "none" : municipalities[each.municipality].name);
  }
  return text;
}

Population people(std::initializer_list<Cell> cells) {
  return Population{std::vector<Cell>{cells}};
}

TEST(AssignMunicipalities, InsideIsInside) {
  auto population = people({cell("a", {1000, 1000}, 1000), cell("b", {15'000, 9000}, 1000)});
  EXPECT_EQ(assigned(population, two_neighbours()), "a:West b:East");
}

TEST(AssignMunicipalities, OnTheBorderTheLargerShareWins) {
  auto population = people({cell("a", {9400, 0}, 1000), cell("b", {9600, 0}, 1000)});
  EXPECT_EQ(assigned(population, two_neighbours()), "a:West b:East");
}

TEST(AssignMunicipalities, EqualSharesGoToTheLowestId) {
  auto population = people({cell("a", {9500, 0}, 1000)});
  EXPECT_EQ(assigned(population, two_neighbours()), "a:West");
  auto const original = two_neighbours();
  Municipalities swapped;
  swapped.push_back(original[MunicipalityId{1}]);
  swapped.push_back(original[MunicipalityId{0}]);
  EXPECT_EQ(assigned(population, swapped), "a:East");
}

TEST(AssignMunicipalities, ASliverOfLandBeatsTheSea) {
  auto population = people({cell("a", {4000, 9990}, 1000)});
  auto const municipalities = two_neighbours();
  auto const report = assign_municipalities(population, municipalities);
  EXPECT_EQ(population[CellId{0}].municipality, MunicipalityId{0});
  EXPECT_EQ(report.by_overlap.cells, 1U);
  EXPECT_EQ(report.mostly_outside.cells, 1U);
}

TEST(AssignMunicipalities, InWaterTheNearestWithinFiveKilometres) {
  auto population =
      people({cell("exactly", {4000, 15'000}, 1000), cell("over", {4000, 15'000.01}, 1000),
              cell("east", {22'000, 0}, 1000)});
  EXPECT_EQ(assigned(population, two_neighbours()), "exactly:West over:none east:East");
}

TEST(AssignMunicipalities, EquallyNearGoesToTheLowestId) {
  auto population = people({cell("a", {9500, 12'000}, 1000)});
  EXPECT_EQ(assigned(population, two_neighbours()), "a:West");
}

TEST(AssignMunicipalities, APointBelongsWhereItLies) {
  // Its drawn square lies mostly in East; the point itself is in West.
  auto population =
      people({point("a", {9999, 5000}), point("b", {10'001, 5000}), point("on", {10'000, 5000}),
              point("exactly", {5000, 15'000}), point("over", {5000, 15'000.01})});
  EXPECT_EQ(assigned(population, two_neighbours()), "a:West b:East on:West exactly:West over:none");
}

TEST(AssignMunicipalities, CellInAnEnclaveBelongsToIt) {
  auto ring = rectangle({0, 0}, {10'000, 10'000});
  for (Point const p : {Point{4000, 4000}, {4000, 6000}, {6000, 6000}, {6000, 4000}, {4000, 4000}})
    ring.points.push_back(p);
  ring.ring_ends.push_back(10);
  ring.part_ends = {2};
  Municipalities const nested{std::vector<Municipality>{
      {"001", "Ring", ring}, {"002", "Enclave", rectangle({4000, 4000}, {6000, 6000})}}};
  auto population = people({cell("a", {4500, 4500}, 1000), cell("b", {3600, 4500}, 1000),
                            cell("c", {3300, 4500}, 1000)});
  EXPECT_EQ(assigned(population, nested), "a:Enclave b:Enclave c:Ring");
}

TEST(AssignMunicipalities, CountsEveryCellOnceWithItsKnownResidents) {
  auto population = people(
      {cell("in", {1000, 1000}, 1000, People{1}), cell("edge", {4000, 9900}, 1000, People{2}),
       cell("near", {4000, 11'000}, 1000, People{4}), cell("far", {4000, 50'000}, 1000, People{8}),
       cell("suppressed", {2000, 1000}, 1000, std::nullopt)});
  auto const report = assign_municipalities(population, two_neighbours());
  EXPECT_EQ(report.by_overlap.cells, 3U);
  EXPECT_EQ(report.by_overlap.residents, People{3});
  EXPECT_EQ(report.mostly_outside.cells, 1U);
  EXPECT_EQ(report.mostly_outside.residents, People{2});
  EXPECT_EQ(report.by_distance.cells, 1U);
  EXPECT_EQ(report.by_distance.residents, People{4});
  EXPECT_EQ(report.none.cells, 1U);
  EXPECT_EQ(report.none.residents, People{8});
}

TEST(AssignMunicipalities, TellsHowACellLies) {
  auto population = people({cell("inside", {1000, 1000}, 1000), cell("both", {9600, 1000}, 1000),
                            cell("coast", {4000, 9600}, 1000), cell("sea", {4000, 11'000}, 1000),
                            cell("far", {4000, 50'000}, 1000), point("on", {5000, 10'000})});
  static_cast<void>(assign_municipalities(population, two_neighbours()));
  std::string text;
  for (auto const& each : population) {
    text += each.id + ":" + std::to_string(static_cast<int>(each.lies)) +
            (each.is_center_outside ? " centre" : "") + (each.is_mostly_outside ? " mostly" : "") +
            ", ";
  }
  EXPECT_EQ(text,
            "inside:1, both:2, coast:2 centre mostly, sea:3 centre mostly, far:0 centre mostly, "
            "on:1, ");
}

TEST(AssignMunicipalities, ACellOfSeveralMunicipalitiesIsNotOutsideThemAll) {
  // One fifth in a, two in b, two in c.
  auto population = people({cell("a", {9667, 9400}, 1000)});
  Municipalities const thirds{
      std::vector<Municipality>{{"001", "a", rectangle({0, 0}, {10'000, 10'000})},
                                {"002", "b", rectangle({10'000, 0}, {20'000, 10'000})},
                                {"003", "c", rectangle({0, 10'000}, {20'000, 20'000})}}};
  auto const report = assign_municipalities(population, thirds);
  EXPECT_EQ(report.by_overlap.cells, 1U);
  EXPECT_EQ(report.mostly_outside.cells, 0U);
}

TEST(AssignMunicipalities, NobodyAndNowhereAreFine) {
  Population nobody;
  EXPECT_EQ(assign_municipalities(nobody, two_neighbours()).by_overlap.cells, 0U);
  auto population = people({cell("a", {0, 0}, 1000)});
  EXPECT_EQ(assigned(population, Municipalities{}), "a:none");
}

TEST(Locate, FindsWhereAPlaceLiesOrTheNearestWithinFiveKilometres) {
  Places places;
  for (Point const p : {Point{1000, 1000}, Point{15'000, 9000}, Point{10'000, 5000},
                        Point{21'000, 5000}, Point{25'000, 5000}, Point{25'000.01, 5000}}) {
    places.push_back({"id", "name", p});
  }
  auto const located = locate(places, two_neighbours());
  EXPECT_EQ(located.values(),
            (std::vector{MunicipalityId{0}, MunicipalityId{1}, MunicipalityId{0}, MunicipalityId{1},
                         MunicipalityId{1}, MunicipalityId::none()}))
      << "on a border the lowest; five kilometres are inclusive";
  EXPECT_TRUE(locate({}, two_neighbours()).empty());
  EXPECT_TRUE(locate(places, {})[PlaceId{0}].is_none());
}

TEST(KeepStudied, LeavesTheOthersOutAndKeepsTheOrder) {
  auto municipalities = two_neighbours();
  municipalities[MunicipalityId{0}].is_studied = false;
  auto const three = [&] {
    auto population = people({cell("west", {1000, 1000}, 1000, People{1}),
                              cell("east", {15'000, 1000}, 1000, People{2}),
                              cell("sea", {0, 90'000}, 1000, People{4}),
                              cell("also east", {11'000, 0}, 1000, People{8})});
    static_cast<void>(assign_municipalities(population, municipalities));
    return population;
  };
  auto kept = three();
  auto const taken = keep_studied(kept, municipalities, OutsideCells::Keep);
  ASSERT_EQ(kept.size(), 3U);
  EXPECT_EQ(kept[CellId{0}].id, "east");
  EXPECT_EQ(kept[CellId{1}].id, "sea");
  EXPECT_EQ(kept[CellId{2}].id, "also east");
  EXPECT_EQ(taken.cells, 1U);
  EXPECT_EQ(taken.residents, People{1});

  auto strict = three();
  auto const more = keep_studied(strict, municipalities, OutsideCells::LeaveOut);
  EXPECT_EQ(strict.size(), 2U);
  EXPECT_EQ(more.cells, 2U);
  EXPECT_EQ(more.residents, People{5});
}

}  // namespace
}  // namespace gapmap::places
