#include "gapmap/places/inspect.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/areas.h"

namespace gapmap::places {
namespace {

Places places(std::vector<std::pair<std::string, Point>> const& drawn) {
  Places places;
  for (auto const& [name, point] : drawn)
    places.push_back({std::to_string(places.size() + 1), name, point});
  return places;
}

/// "1-3 at 200" each.
std::string said_of(std::vector<Twins> const& twins) {
  std::vector<std::string> texts;
  for (auto const& each : twins) {
    texts.push_back(fmt::format("{}-{} at {:g}", each.first.value() + 1, each.second.value() + 1,
                                each.distance.value()));
  }
  return fmt::format("{}", fmt::join(texts, ", "));
}

Cell cell(std::string id, Point low, double side, double residents) {
  return {.id = std::move(id),
          .center = {low.x + side / 2, low.y + side / 2},
          .outline = square(low.x, low.y, side),
          .residents = People{residents}};
}

TEST(NormalisedName, IsWhatPeopleCompare) {
  EXPECT_EQ(normalised_name("Mikkelin Setlementti ry"), "mikkelin setlementti");
  EXPECT_EQ(normalised_name("  MIKKELIN  SETLEMENTTI Ry."), "mikkelin setlementti");
  EXPECT_EQ(normalised_name("ÄHTÄRI/Åbo"), "ähtäri åbo");
  EXPECT_EQ(normalised_name("Oy"), "oy") << "a name of its own";
  EXPECT_EQ(normalised_name(" - "), "");
}

TEST(Namesakes, PlacesApartOrOfOtherNamesAreNone) {
  EXPECT_EQ(said_of(namesakes(places({{"Tupa", {0, 0}}, {"Tupa", {201, 0}}, {"Talo", {1, 0}}}),
                              Meters{200})),
            "");
}

TEST(Namesakes, AtExactlyTheDistanceIsOne) {
  EXPECT_EQ(said_of(namesakes(places({{"Tupa", {0, 0}}, {"Talo", {1, 0}}, {"TUPA ry", {200, 0}}}),
                              Meters{200})),
            "1-3 at 200");
}

TEST(Namesakes, EachHasItsNearestEarlierOne) {
  EXPECT_EQ(
      said_of(namesakes(places({{"a", {0, 0}}, {"a", {100, 0}}, {"a", {101, 0}}}), Meters{200})),
      "1-2 at 100, 2-3 at 1");
}

TEST(Namesakes, PlacesWithoutANameAreNobodysTwins) {
  EXPECT_EQ(said_of(namesakes(places({{"", {0, 0}}, {"", {0, 0}}}), Meters{200})), "");
}

TEST(SharingAPoint, IsForOtherNamesOnly) {
  EXPECT_EQ(said_of(sharing_a_point(places({{"a", {0, 0}}, {"b", {0, 0.001}}}))), "");
  EXPECT_EQ(said_of(sharing_a_point(places({{"a", {0, 0}}, {"A ry", {0, 0}}}))), "");
  EXPECT_EQ(said_of(sharing_a_point(places({{"a", {0, 0}}, {"b", {0, 0}}, {"c", {0, 0}}}))),
            "1-2 at 0, 1-3 at 0");
}

/// A grid of 10 × 10 cells of a kilometre, turned by `degrees`.
Population turned_grid(double degrees) {
  double const c = std::cos(degrees * 3.14159265358979 / 180);
  double const s = std::sin(degrees * 3.14159265358979 / 180);
  Population population;
  for (int i = 0; i < 100; ++i) {
    auto each = cell(std::to_string(i), {i % 10 * 1000.0, i / 10 * 1000.0}, 1000, 1);
    for (auto& p : each.outline.points)
      p = {500'000 + c * p.x - s * p.y, 6'800'000 + s * p.x + c * p.y};
    population.push_back(std::move(each));
  }
  return population;
}

TEST(OverlappingCells, OfAGridAreNoneHoweverItIsTurned) {
  for (double const degrees : {0.0, 3.0, 12.0, 45.0, 89.9})
    EXPECT_TRUE(overlapping_cells(turned_grid(degrees)).empty()) << degrees;
}

TEST(OverlappingCells, AreFoundWithWhatTheyShare) {
  auto population = turned_grid(12);
  auto again = population[CellId{std::uint32_t{42}}];
  population.push_back(again);
  auto const overlapping = overlapping_cells(population);
  ASSERT_EQ(overlapping.size(), 1U);
  EXPECT_EQ(overlapping[0].first, CellId{std::uint32_t{42}});
  EXPECT_EQ(overlapping[0].second, CellId{std::uint32_t{100}});
  EXPECT_NEAR(overlapping[0].shared_m2, 1e6, 1);
}

TEST(OverlappingCells, AHundredthOfTheSmallerOneIsAllowed) {
  Population population;
  population.push_back(cell("a", {0, 0}, 1000, 1));
  population.push_back(cell("b", {990, 0}, 1000, 1));
  EXPECT_TRUE(overlapping_cells(population).empty());
  population.push_back(cell("c", {0, 989}, 1000, 1));
  ASSERT_EQ(overlapping_cells(population).size(), 1U);
  EXPECT_NEAR(overlapping_cells(population)[0].shared_m2, 11'000, 1e-6);
}

TEST(OverlappingCells, PointsAndEmptyCellsDoNotCount) {
  Population population;
  population.push_back(cell("a", {0, 0}, 1000, 1));
  population.push_back(cell("empty", {0, 0}, 1000, 0));
  population.push_back(cell("point", {0, 0}, 1000, 1));
  population[CellId{std::uint32_t{2}}].is_point = true;
  EXPECT_TRUE(overlapping_cells(population).empty());
}

}  // namespace
}  // namespace gapmap::places
