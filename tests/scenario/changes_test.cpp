#include "gapmap/scenario/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gapmap::scenario {
namespace {

using ::testing::ElementsAre;

Area square(double x, double y) {
  Area area;
  area.points = {{x, y}, {x + 1000, y}, {x + 1000, y + 1000}, {x, y + 1000}, {x, y}};
  area.close_ring();
  area.close_part();
  return area;
}

/// A street of cells from the west, each of 10 residents more than the one before.
Outcome street(std::vector<std::pair<std::string, Status>> const& cells) {
  Outcome outcome;
  auto const home = outcome.municipalities.push_back({"507", "Mäntyharju", {}, true});
  outcome.figures.resize(1);
  for (auto const& [id, status] : cells) {
    auto const place = static_cast<double>(outcome.population.size());
    outcome.population.push_back({.id = id,
                                  .center = {1000 * place + 500, 500},
                                  .outline = square(1000 * place, 0),
                                  .residents = People{10 * (place + 1)},
                                  .municipality = home});
    outcome.cells.push_back({.status = status});
    outcome.figures[home].residents += People{10 * (place + 1)};
    if (status == Status::Covered) outcome.figures[home].covered += People{10 * (place + 1)};
  }
  outcome.total = outcome.figures[home];
  return outcome;
}

constexpr auto kIn = Status::Covered;
constexpr auto kOut = Status::TooFar;

TEST(MatchCells, ByIdWhateverTheirOrder) {
  auto const before = street({{"a", kIn}, {"b", kIn}, {"c", kOut}, {"gone", kIn}});
  auto const after = street({{"c", kIn}, {"new", kIn}, {"b", Status::Unreachable}, {"a", kIn}});
  auto const pairs = match_cells(before, after);
  ASSERT_TRUE(pairs.has_value());
  std::vector<CellChange> changes;
  for (auto const& pair : *pairs) changes.push_back(pair.change);
  EXPECT_THAT(changes, ElementsAre(CellChange::Gained, CellChange::New, CellChange::Lost,
                                   CellChange::StillCovered, CellChange::Gone));
  EXPECT_EQ(pairs->front().before, CellId{2});
  EXPECT_TRUE((*pairs)[1].before.is_none());
  EXPECT_TRUE(pairs->back().after.is_none());
}

TEST(MatchCells, OfOneIdTheFirstWithTheFirst) {
  auto const before = street({{"a", kIn}, {"a", kOut}});
  auto const after = street({{"a", kIn}, {"a", kOut}, {"a", kIn}});
  auto const pairs = match_cells(before, after);
  ASSERT_TRUE(pairs.has_value());
  EXPECT_EQ((*pairs)[0].change, CellChange::StillCovered);
  EXPECT_EQ((*pairs)[1].change, CellChange::StillNotCovered);
  EXPECT_EQ((*pairs)[2].change, CellChange::New);
}

TEST(MatchCells, OfDifferentGridsNone) {
  EXPECT_FALSE(match_cells(street({{"1kmN1", kIn}}), street({{"250mN1", kIn}})).has_value());
}

TEST(MatchPlaces, ByIdAndNameThenByWhatIsLeft) {
  Places const before{{{"1", "Hall", {0, 0}},
                       {"2", "Library", {5000, 0}},
                       {"3", "Club", {9000, 0}},
                       {"4", "Church", {7000, 0}}}};
  // A row put in at the top: the numbers of the others are one more.
  Places const after{{{"1", "Café", {100, 100}},
                      {"2", "Hall", {0, 0}},
                      {"3", "Library", {5000, 0}},
                      {"4", "Church", {7500, 0}},
                      {"3", "Clubhouse", {9000, 0}}}};
  auto const pairs = match_places(before, after);
  std::vector<PlaceChange> changes;
  for (auto const& pair : pairs) changes.push_back(pair.change);
  EXPECT_THAT(changes, ElementsAre(PlaceChange::New, PlaceChange::Kept, PlaceChange::Kept,
                                   PlaceChange::Moved, PlaceChange::Kept));
  EXPECT_EQ(pairs[4].before, PlaceId{2}) << "renamed where it is";
}

TEST(CompareMunicipalities, OneThatWasMergedAwayKeepsItsRow) {
  auto before = street({{"a", kIn}, {"b", kIn}});
  auto const merged = before.municipalities.push_back({"588", "Pertunmaa", {}, true});
  before.figures.push_back({People{20}, People{20}});
  before.figures[MunicipalityId{0}] = {People{10}, People{10}};
  before.population[CellId{1}].municipality = merged;
  auto const after = street({{"a", kIn}, {"b", kOut}});
  auto const changes = compare_municipalities(before, after, match_cells(before, after));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].code, "507");
  EXPECT_EQ(changes[0].lost, People{20}) << "where people live now";
  EXPECT_EQ(changes[0].gained, People{0});
  EXPECT_EQ(changes[1].code, "588");
  EXPECT_FALSE(changes[1].figures_after.has_value());
  EXPECT_EQ(changes[1].figures_before->residents, People{20});
}

TEST(CompareMunicipalities, ThoseOutsideAllAreasComeLast) {
  auto before = street({{"a", kIn}});
  auto after = before;
  after.outside = FigureSet{People{3}, People{0}};
  auto const changes = compare_municipalities(before, after, match_cells(before, after));
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_TRUE(changes[1].code.empty());
  EXPECT_FALSE(changes[1].figures_before.has_value());
  EXPECT_EQ(changes[1].figures_after->residents, People{3});
}

TEST(ChangedAreas, AreOfTouchingCellsThatChangedAlike) {
  auto const before = street({{"a", kOut}, {"b", kOut}, {"c", kIn}, {"d", kOut}, {"e", kOut}});
  auto const after = street({{"a", kIn}, {"b", kIn}, {"c", kOut}, {"d", kIn}, {"e", kOut}});
  auto const areas = find_changed_areas(after, *match_cells(before, after));
  ASSERT_EQ(areas.size(), 3U);
  EXPECT_EQ(areas[0].change, CellChange::Gained);
  EXPECT_EQ(areas[0].residents, People{40}) << "the largest first";
  EXPECT_THAT(areas[1].cells, ElementsAre(CellId{0}, CellId{1}));
  EXPECT_EQ(areas[1].residents, People{30});
  EXPECT_EQ(areas[2].change, CellChange::Lost);
}

}  // namespace
}  // namespace gapmap::scenario
