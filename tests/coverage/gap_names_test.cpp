// What gaps are called after.
#include "gapmap/coverage/gap_names.h"

#include "tests/support/areas.h"

namespace gapmap::coverage {
namespace {

constexpr MunicipalityId kWest{0U};
constexpr MunicipalityId kEast{1U};

/// Cells of a kilometre by their lower left corners in kilometres, all of them in gaps as said.
class NamedGaps {
 public:
  NamedGaps& gap(std::vector<Point> const& corners, std::vector<double> const& residents,
                 MunicipalityId municipality = kWest) {
    Gap<Millimeters> gap;
    gap.municipality = municipality;
    gap.nearest = PlaceId{0U};
    for (std::size_t i = 0; i < corners.size(); ++i) {
      auto const at = in_meters(corners[i]);
      auto const people = People{residents[i]};
      gap.cells.push_back(population_.push_back({.id = std::to_string(population_.size()),
                                                 .center = {at.x + 500, at.y + 500},
                                                 .outline = square(at.x, at.y, 1000),
                                                 .residents = people,
                                                 .municipality = municipality}));
      gap.residents += people;
    }
    gaps_.push_back(std::move(gap));
    return *this;
  }
  /// A locality in the middle of the cell with this corner.
  NamedGaps& locality(std::string const& name, Point corner, MunicipalityId municipality = kWest) {
    auto const at = in_meters(corner);
    localities_.push_back({name, {at.x + 500, at.y + 500}, municipality});
    return *this;
  }
  NamedGaps& place(std::string const& id, std::string const& name, Point corner) {
    auto const at = in_meters(corner);
    places_.push_back({.id = id, .name = name, .point = {at.x + 500, at.y + 500}});
    return *this;
  }
  /// "Kylä", or "Kylä 4 km north_west"; "?" for no name.
  [[nodiscard]] std::vector<std::string> names(bool by_residents = true) const {
    std::vector<std::string> told;
    WorkingFrame const frame{Crs::tm35fin()};
    for (auto const& name : name_gaps<Gap<Millimeters>>(
             population_, gaps_, frame,
             {.localities = localities_, .places = places_, .by_residents = by_residents})) {
      told.push_back(name.near.empty() ? "?" : name.near);
      if (!name.direction) continue;
      told.back() += " " + std::to_string(std::lround(name.distance.value() / 1000)) + " km ";
      told.back() += kCompassNames[static_cast<std::size_t>(*name.direction)];
    }
    return told;
  }

 private:
  /// In the middle of Finland.
  static Point in_meters(Point corner) {
    return {500'000 + 1000 * corner.x, 6'900'000 + 1000 * corner.y};
  }
  Population population_;
  std::vector<Gap<Millimeters>> gaps_;
  std::vector<Locality> localities_;
  Places places_{std::vector<Place>{}};
};

using Names = std::vector<std::string>;

TEST(NameGaps, AfterTheLocalityThatMostResidentsLiveNearest) {
  NamedGaps region;
  region.gap({{0, 0}, {1, 0}, {9, 0}}, {1, 1, 3})
      .locality("Ahola", {0, 0})
      .locality("Kylä", {9, 1});
  EXPECT_EQ(region.names(), Names{"Kylä"}) << "3 residents before 2";
  EXPECT_EQ(region.names(false), Names{"Ahola"}) << "2 cells before 1";
}

TEST(NameGaps, WithoutAnyNumberByTheCells) {
  NamedGaps region;
  region.gap({{0, 0}, {1, 0}, {9, 0}}, {0, 0, 0})
      .locality("Kylä", {9, 1})
      .locality("Ahola", {0, 0});
  EXPECT_EQ(region.names(), Names{"Ahola"});
}

TEST(NameGaps, OfTheirOwnMunicipalityIfThatHasAny) {
  NamedGaps region;
  region.gap({{0, 0}}, {5}, kWest)
      .gap({{1, 0}}, {5}, kEast)
      .gap({{2, 0}}, {5}, MunicipalityId::none())
      .locality("Lähellä", {0, 1}, kEast)
      .locality("Oma", {0, 3}, kWest);
  EXPECT_EQ(region.names(), (Names{"Oma", "Lähellä", "Lähellä"}))
      << "gaps of two municipalities may bear one name, as the municipality stands beside it";
}

TEST(NameGaps, OneOfThemBearsTheNameAloneAndTheOthersAreToldFromThere) {
  NamedGaps region;
  region
      .gap({{4, 0}, {3, 0}}, {9, 9})  // its middle is the first of two equally near cells

      .gap({{0, 0}, {-9, 0}}, {1, 8})  // lives there, though its middle is farther away
      .gap({{0, -3}}, {1})
      .gap({{3, 3}}, {1})
      .locality("Kylä", {0, 0});
  EXPECT_EQ(region.names(),
            (Names{"Kylä 4 km east", "Kylä", "Kylä 3 km south", "Kylä 4 km north_east"}));
}

TEST(NameGaps, FarFromTheLocalityNoneBearsItsNameAlone) {
  NamedGaps region;
  region.gap({{0, 5}}, {1}).locality("Viisi", {0, 0});
  EXPECT_EQ(region.names(), Names{"Viisi"}) << "just near enough";
  NamedGaps farther;
  farther.gap({{0, 6}}, {1}).locality("Kuusi", {0, 0});
  EXPECT_EQ(farther.names(), Names{"Kuusi 6 km north"});
}

TEST(NameGaps, LocalitiesOfOneSpellingAreOneName) {
  NamedGaps region;
  region.gap({{0, 0}}, {5})
      .gap({{20, 0}}, {5})
      .locality("KIRKON-KYLÄ", {0, 0})
      .locality("Kirkon kylä", {20, 1});
  EXPECT_EQ(region.names(), (Names{"KIRKON-KYLÄ", "Kirkon kylä 1 km south"}));
}

TEST(NameGaps, WithoutLocalitiesFromTheNearestPlaceIfItHasAName) {
  NamedGaps region;
  region.gap({{-20, 20}}, {5}).place("17", "Kirjasto", {0, 0});
  EXPECT_EQ(region.names(), Names{"Kirjasto 28 km north_west"});
  NamedGaps nameless;
  nameless.gap({{0, 0}}, {5}).place("17", "17", {0, 0});
  EXPECT_EQ(nameless.names(), Names{"?"});
}

TEST(NameGaps, AllDirectionsOfTheCompass) {
  NamedGaps region;
  region.locality("Kylä", {0, 0}).gap({{0, 0}}, {1});
  for (auto const& at : std::vector<Point>{
           {0, 20}, {20, 20}, {20, 0}, {20, -20}, {0, -20}, {-20, -20}, {-20, 0}, {-20, 20}})
    region.gap({at}, {1});
  auto const names = region.names();
  ASSERT_EQ(names.size(), 9U);
  for (std::size_t i = 0; i < 8; ++i)
    EXPECT_TRUE(names[i + 1].ends_with(std::string{" "} + std::string{kCompassNames[i]}))
        << names[i + 1];
}

}  // namespace
}  // namespace gapmap::coverage
