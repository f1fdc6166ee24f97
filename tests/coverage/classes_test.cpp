// Distance classes from reach tables written by hand: nothing here knows a road.

#include "gapmap/coverage/classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/units/error.h"
#include "tests/support/random.h"

namespace gapmap::coverage {
namespace {

using ::testing::ElementsAre;

constexpr std::uint32_t kKm = 1'000'000;

/// People and what they reach, cell by cell.
struct ReachedCells {
  Population population;
  ReachTable<Millimeters> reach;

  CellId add(std::optional<People> residents, std::optional<Millimeters> distance,
             Connection otherwise = Connection::Unreachable) {
    reach.connections.push_back(distance ? Connection::Reached : otherwise);
    if (distance) reach.reaches.push_back({PlaceId{0}, *distance});
    reach.first_reach.push_back(static_cast<std::uint32_t>(reach.reaches.size()));
    return population.push_back(
        {.id = "", .center = {}, .outline = {}, .residents = residents, .groups = {}});
  }
  [[nodiscard]] ResidentRanges ranges(Groups const& groups = {}) const {
    return places::resident_ranges(population, groups);
  }
};

/// The zones "0", "1" … of a level by cell; -1 is in none.
Zoning zoned(std::size_t zones, std::vector<int> const& of_cell) {
  Zoning zoning{.level = "level", .zones = {}, .of_cell = {}};
  for (std::size_t z = 0; z < zones; ++z)
    zoning.zones.push_back({std::to_string(z), std::to_string(z)});
  for (auto const z : of_cell)
    zoning.of_cell.push_back(z < 0 ? ZoneId::none() : ZoneId{static_cast<std::size_t>(z)});
  return zoning;
}

DistanceClasses<Millimeters> const kClasses{
    {Millimeters{1 * kKm}, Millimeters{3 * kKm}, Millimeters{5 * kKm}}};

std::vector<double> lows_of(GroupInClasses const& group) {
  std::vector<double> lows;
  for (auto const& people : group.residents) lows.push_back(people.low.value());
  return lows;
}
std::vector<double> highs_of(GroupInClasses const& group) {
  std::vector<double> highs;
  for (auto const& people : group.residents) highs.push_back(people.high.value());
  return highs;
}

ResidentsInClasses classified(ReachedCells const& region, std::vector<Zoning> const& zonings,
                              Groups const& groups = {}) {
  std::vector<Zoning const*> pointers;
  for (auto const& zoning : zonings) pointers.push_back(&zoning);
  return classify<Millimeters>(region.reach, kClasses, region.population, region.ranges(groups),
                               pointers);
}

TEST(Classes, UpperEndsAreInclusiveAndEverybodyIsInOne) {
  ReachedCells region;
  region.add(People{1}, Millimeters{0});
  region.add(People{2}, Millimeters{1 * kKm});
  region.add(People{4}, Millimeters{1 * kKm + 1});
  region.add(People{8}, Millimeters{3 * kKm});
  region.add(People{16}, Millimeters{5 * kKm});
  region.add(People{32}, Millimeters{5 * kKm + 1});
  region.add(People{64}, std::nullopt, Connection::Unreachable);
  region.add(People{128}, std::nullopt, Connection::OffNetwork);
  region.add(People{256}, std::nullopt, Connection::BeyondCutoff);
  auto const all = classified(region, {}).total;
  EXPECT_THAT(lows_of(all.groups[GroupId{0}]), ElementsAre(3, 12, 16, 32 + 256, 64, 128));
  EXPECT_EQ(highs_of(all.groups[GroupId{0}]), lows_of(all.groups[GroupId{0}]));
  EXPECT_EQ(all.groups[GroupId{0}].all(), PeopleRange::exactly(People{511}));
  EXPECT_EQ(all.cells, 9U);
}

TEST(Classes, EveryZoneHasItsOwnAndThoseInNoneAreARow) {
  ReachedCells region;
  region.add(People{1}, Millimeters{0});
  region.add(People{2}, Millimeters{2 * kKm});
  region.add(People{4}, Millimeters{2 * kKm});
  region.add(People{8}, std::nullopt, Connection::OffNetwork);
  auto with_empty = zoned(3, {1, 0, -1, 1});
  auto const all = classified(region, {with_empty, zoned(1, {0, 0, 0, 0})});
  ASSERT_EQ(all.levels.size(), 2U);
  auto const& zones = all.levels[0].zones;
  ASSERT_EQ(zones.size(), 4U);
  EXPECT_EQ(zones[0].zone, ZoneId{0});
  EXPECT_THAT(lows_of(zones[0].groups[GroupId{0}]), ElementsAre(0, 2, 0, 0, 0, 0));
  EXPECT_THAT(lows_of(zones[1].groups[GroupId{0}]), ElementsAre(1, 0, 0, 0, 0, 8));
  EXPECT_THAT(lows_of(zones[2].groups[GroupId{0}]), ElementsAre(0, 0, 0, 0, 0, 0));
  EXPECT_TRUE(zones[3].zone.is_none());
  EXPECT_THAT(lows_of(zones[3].groups[GroupId{0}]), ElementsAre(0, 4, 0, 0, 0, 0));
  EXPECT_EQ(all.levels[1].zones.size(), 1U) << "nobody is in none";

  with_empty.zones[ZoneId{2}].is_studied = false;
  EXPECT_EQ(classified(region, {with_empty}).levels[0].zones.size(), 3U);
}

TEST(Classes, UnknownResidentsAreCountedAndInNoFigure) {
  Groups groups;
  groups.push_back({"young", "age"});
  groups.push_back({"old", "age"});
  ReachedCells region;
  auto const whole = region.add(People{10}, Millimeters{0});
  auto const hidden = region.add(People{6}, Millimeters{0});
  auto const unknown = region.add(std::nullopt, Millimeters{0});
  region.population[whole].groups = IdVector<GroupId, std::optional<People>>{
      std::vector<std::optional<People>>{People{3}, People{7}}};
  region.population[hidden].groups = IdVector<GroupId, std::optional<People>>{2, std::nullopt};
  region.population[unknown].groups = IdVector<GroupId, std::optional<People>>{
      std::vector<std::optional<People>>{People{2}, std::nullopt}};
  auto const all = classified(region, {}, groups).total;
  auto const& everybody = all.groups[GroupId{0}];
  auto const& young = all.groups[GroupId{1}];
  auto const& old = all.groups[GroupId{2}];
  EXPECT_EQ(everybody.residents[0], PeopleRange::exactly(People{16}));
  EXPECT_EQ(everybody.cells_without_number[0], 1U);
  EXPECT_EQ(young.residents[0], (PeopleRange{People{5}, People{11}}))
      << "3 and 2 are published, 0 to 6 hidden";
  EXPECT_EQ(young.cells_without_number[0], 0U);
  EXPECT_EQ(old.residents[0], (PeopleRange{People{7}, People{13}}));
  EXPECT_EQ(old.cells_without_number[0], 1U);
}

TEST(Classes, ARangeThatKnowsMoreThanTheCellCounts) {
  ReachedCells region;
  auto const hidden = region.add(std::nullopt, Millimeters{0});
  region.add(std::nullopt, Millimeters{0});
  auto ranges = region.ranges();
  ranges.values[hidden.value()] = {People{3}, People{9}};
  auto const all = classify<Millimeters>(region.reach, kClasses, region.population, ranges, {});
  EXPECT_EQ(all.total.groups[GroupId{0}].residents[0], (PeopleRange{People{3}, People{9}}));
  EXPECT_EQ(all.total.groups[GroupId{0}].cells_without_number[0], 1U);
}

/// The class of a distance, looked for from the last one.
std::size_t by_brute_force(ReachTable<Millimeters> const& reach, CellId cell) {
  if (reach.connections[cell] == Connection::OffNetwork) return 5;
  if (reach.connections[cell] == Connection::Unreachable) return 4;
  std::size_t its_class = 3;
  for (std::size_t c = 3; c-- > 0;) {
    if (!(reach.nearest(cell)->cost > kClasses.bounds()[c])) its_class = c;
  }
  return its_class;
}

TEST(Classes, EveryLevelAddsUpToTheTotalWhateverTheInput) {
  Random random{5};
  std::size_t hidden = 0;
  for (int round = 0; round < 50; ++round) {
    Groups groups;
    for (auto const* name : {"0-14", "15-64", "65-"}) groups.push_back({name, "age"});
    ReachedCells region;
    std::vector<std::vector<int>> of_cell(2);
    for (int i = 0; i < 40; ++i) {
      auto const kind = random.whole(0, 7);
      auto const id = kind == 0   ? region.add(People{1}, std::nullopt, Connection::OffNetwork)
                      : kind == 1 ? region.add(People{1}, std::nullopt, Connection::Unreachable)
                                  : region.add(People{1}, Millimeters{random.whole(0, 6) * kKm});
      auto& cell = region.population[id];
      People total{0};
      for (std::size_t g = 0; g < groups.size(); ++g) {
        People const people{static_cast<double>(random.whole(0, 19))};
        total += people;
        bool const is_hidden = random.chance(0.3);
        hidden += is_hidden ? 1 : 0;
        cell.groups.push_back(is_hidden ? std::nullopt : std::optional{people});
      }
      cell.residents = random.chance(0.1) ? std::nullopt : std::optional{total};
      for (auto& level : of_cell) level.push_back(static_cast<int>(random.whole(0, 4)) - 1);
    }
    auto const all = classified(region, {zoned(4, of_cell[0]), zoned(4, of_cell[1])}, groups);
    auto const ranges = region.ranges(groups);
    std::vector<PeopleRange> expected(kClasses.size());
    for (auto const id : region.population.ids()) {
      expected[by_brute_force(region.reach, id)] += ranges.at(id, GroupId{2});
    }
    EXPECT_EQ(all.total.groups[GroupId{2}].residents, expected);
    for (auto const& level : all.levels) {
      std::size_t cells = 0;
      for (auto const& zone : level.zones) cells += zone.cells;
      EXPECT_EQ(cells, all.total.cells);
      for (auto const g : all.total.groups.ids()) {
        for (std::size_t c = 0; c < kClasses.size(); ++c) {
          PeopleRange sum;
          std::size_t without_number = 0;
          for (auto const& zone : level.zones) {
            sum += zone.groups[g].residents[c];
            without_number += zone.groups[g].cells_without_number[c];
          }
          EXPECT_EQ(sum, all.total.groups[g].residents[c]);
          EXPECT_EQ(without_number, all.total.groups[g].cells_without_number[c]);
        }
      }
    }
  }
  EXPECT_GT(hidden, 100U);
}

TEST(Classes, NobodyIsFine) {
  auto const all = classified(ReachedCells{}, {zoned(2, {})});
  EXPECT_THAT(lows_of(all.total.groups[GroupId{0}]), ElementsAre(0, 0, 0, 0, 0, 0));
  EXPECT_EQ(all.levels[0].zones.size(), 2U);
}

TEST(Classes, BoundsMustAscendAndBeWithinTheCutoff) {
  using Bounds = std::vector<Millimeters>;
  EXPECT_THROW(DistanceClasses<Millimeters>{Bounds{}}, BrokenPromise);
  EXPECT_THROW((DistanceClasses<Millimeters>{Bounds{Millimeters{2}, Millimeters{2}}}),
               BrokenPromise);
  ReachedCells region;
  region.add(People{1}, Millimeters{0});
  region.reach.cutoff = Millimeters{5 * kKm - 1};
  EXPECT_THROW(static_cast<void>(classified(region, {})), BrokenPromise);
  region.reach.cutoff = Millimeters{5 * kKm};
  EXPECT_EQ(classified(region, {}).total.cells, 1U);
}

}  // namespace
}  // namespace gapmap::coverage
