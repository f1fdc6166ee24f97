#include "gapmap/tables/isochrone_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/access/attach.h"
#include "tests/support/drawn_town.h"
#include "tests/support/table_text.h"

namespace gapmap::tables {
namespace {

using ::testing::ElementsAre;

/// Places of a town, each with the letter it is drawn as.
Places places_of(DrawnTown const& town) {
  Places places;
  for (char const letter : town.places()) {
    places.push_back({.id = std::string(1, letter),
                      .name = std::string{"Place "} + letter,
                      .point = town.at(letter)});
  }
  return places;
}

template <CostType Cost>
std::vector<PlaceIsochrone<Cost>> isochrones_of(DrawnTown const& town,
                                                std::vector<Cost> const& limits,
                                                std::vector<PlaceId> const& whose) {
  std::vector<Point> points;
  for (char const letter : town.places()) points.push_back(town.at(letter));
  auto const attached = access::attach(points, town.network(), town.frame());
  std::vector<reach::PlaceGroup> groups;
  for (auto const place : whose) {
    groups.push_back(place.is_none() ? attached : reach::PlaceGroup{attached[place.value()]});
  }
  auto found = reach::isochrones<Cost>(town.graph(), town.network(), town.costs<Cost>(), groups,
                                       town.profile(), {.limits = limits});
  std::vector<PlaceIsochrone<Cost>> isochrones;
  for (std::size_t i = 0; i < found.size(); ++i)
    isochrones.push_back({whose[i], std::move(found[i])});
  return isochrones;
}

TEST(IsochroneTables, HaveEveryStretchAndTheRoadsWithinEachLimit) {
  auto const town = drawn_town("A---------b");
  std::vector const limits{Millimeters{300'000}, Millimeters{600'000}};
  auto const found = isochrones_of(town, limits, {PlaceId::none()});
  auto const places = places_of(town);
  Isochrones<Millimeters> const isochrones{found, limits, places, town.network()};
  auto const roads = isochrone_road_table(isochrones);
  EXPECT_THAT(names_of(roads), ElementsAre("place_id", "place_name", "limit_m", "road_name",
                                           "road_class", "length_m"));
  EXPECT_EQ(text_of(roads), "||300||local|300\n||600||local|300\n");
  EXPECT_EQ(roads.lines.size(), 2U);
  auto const regions = isochrone_table(isochrones);
  EXPECT_THAT(names_of(regions), ElementsAre("place_id", "place_name", "limit_m", "roads_km"));
  EXPECT_EQ(text_of(regions), "||300|0.3\n||600|0.6\n");
  EXPECT_EQ(regions.areas.size(), 2U);
}

TEST(IsochroneTables, TellWhoseTheyAreAndCountSeconds) {
  auto const town = drawn_town("A----B");
  std::vector const limits{Milliseconds{18'000}};
  auto const found = isochrones_of(town, limits, {PlaceId{std::size_t{1}}});
  auto const places = places_of(town);
  Isochrones<Milliseconds> const isochrones{found, limits, places, town.network()};
  EXPECT_EQ(text_of(isochrone_road_table(isochrones)), "B|Place B|18||local|250\n");
  auto const regions = isochrone_table(isochrones);
  EXPECT_EQ(names_of(regions)[2], "limit_s");
  EXPECT_EQ(text_of(regions), "B|Place B|18|0.25\n");
}

TEST(IsochroneTables, LeaveOutWhatHasNoLength) {
  auto const town = drawn_town("A---b~~~~c");
  std::vector const limits{Millimeters{600'000}};
  auto const found = isochrones_of(town, limits, {PlaceId::none()});
  auto const places = places_of(town);
  for (auto const& row :
       isochrone_road_table<Millimeters>({found, limits, places, town.network()}).rows)
    EXPECT_GT(std::get<double>(row.back()), 0);
}

}  // namespace
}  // namespace gapmap::tables
