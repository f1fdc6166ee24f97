#include "gapmap/places/detail/narrow.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace gapmap::places {
namespace {

using Number = std::optional<People>;

Number people(double number) { return number < 0 ? Number{} : Number{People{number}}; }

Groups const kAges{std::vector<Group>{{"young", "age"}, {"adult", "age"}, {"old", "age"}}};

/// Residents and ages, −1 suppressed, of a cell in the municipality with this number.
Cell cell(std::vector<double> const& numbers, std::uint32_t municipality = 0,
          Lies lies = Lies::Inside) {
  Cell cell;
  cell.residents = people(numbers[0]);
  for (std::size_t i = 1; i < numbers.size(); ++i) cell.groups.push_back(people(numbers[i]));
  cell.municipality = MunicipalityId{municipality};
  cell.lies = lies;
  return cell;
}

OfficialCount official(std::vector<double> const& numbers) {
  auto const like = cell(numbers);
  return {like.residents, like.groups};
}

ResidentRanges narrowed(std::vector<Cell> cells, OfficialCount count,
                        Groups const& groups = kAges) {
  return resident_ranges(Population{std::move(cells)}, groups,
                         OfficialCounts{std::vector{std::move(count)}});
}

PeopleRange range(double low, double high) { return {People{low}, People{high}}; }

TEST(Narrow, OfficialGroupsBoundTheSuppressedCellsFromAbove) {
  auto const ranges =
      narrowed({cell({10, 3, 3, 4}), cell({6, -1, -1, -1})}, official({20, -1, -1, 6}));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(0, 2)) << "6 old, 4 of them elsewhere";
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{1}), range(0, 6));
  EXPECT_EQ(ranges.at(CellId{0}, GroupId{3}), range(4, 4));
}

TEST(Narrow, FromBelowOnlyLessThoseWhoLiveElsewhere) {
  auto const ranges =
      narrowed({cell({10, 3, 3, 4}), cell({6, -1, -1, -1})}, official({17, -1, -1, 6}));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(1, 2)) << "of 17, one is in neither cell";
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{1}), range(0, 5)) << "at least one of six is old";
}

TEST(Narrow, CellsOnTheBorderMayCountNeighbours) {
  auto const ranges = narrowed({cell({10, 3, 3, 4}), cell({6, -1, -1, -1}, 0, Lies::Across),
                                cell({6, -1, -1, -1}, 0, Lies::Beside)},
                               official({20, -1, -1, 6}));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(0, 6));
  EXPECT_EQ(ranges.at(CellId{2}, GroupId{3}), range(0, 6));
}

TEST(Narrow, OfficialResidentsBoundSuppressedOnes) {
  auto const ranges = narrowed({cell({10, 3, 3, 4}), cell({-1, 2, -1, -1}), cell({-1, -1, 3, -1})},
                               official({18, -1, -1, -1}));
  EXPECT_EQ(ranges.cells_without_bound, 0U);
  EXPECT_EQ(ranges.at(CellId{1}, ResidentRanges::everybody()), range(2, 5));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(0, 3));
  EXPECT_EQ(ranges.at(CellId{2}, ResidentRanges::everybody()), range(3, 6));
}

TEST(Narrow, SumsAreNarrowerThanTheCellsTogether) {
  Population const cells{std::vector{cell({6, -1, -1, -1}), cell({7, -1, -1, -1}),
                                     cell({5, -1, -1, -1}, 0, Lies::Across)}};
  auto const ranges =
      resident_ranges(cells, kAges, OfficialCounts{std::vector{official({20, -1, -1, 9})}});
  EXPECT_EQ(ranges.at(CellId{0}, GroupId{3}), range(0, 6));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(0, 7));
  auto const sums = sums_by_municipality(ranges, cells, 1);
  EXPECT_EQ(sums[0][3], range(2, 14)) << "2 to 9 inside, none to five on the border";
  EXPECT_EQ(sums[0][0], range(18, 18));
  EXPECT_EQ(sums[1][0], range(0, 0));
}

TEST(Narrow, WhatContradictsTheCellsNarrowsNothing) {
  auto const plain =
      resident_ranges(Population{std::vector{cell({10, 3, 3, 4}), cell({6, -1, -1, -1})}}, kAges);
  for (auto const& count :
       {official({15, -1, -1, 6}), official({20, -1, -1, 3}), official({17, 3, -1, 1})}) {
    auto const ranges = narrowed({cell({10, 3, 3, 4}), cell({6, -1, -1, -1})}, count);
    EXPECT_EQ(ranges.values, plain.values);
    EXPECT_EQ(ranges.contradicted, std::vector{MunicipalityId{0}});
    EXPECT_EQ(ranges.inside[3], range(4, 10));
  }
}

TEST(Narrow, PerturbedNumbersAreNotNarrowed) {
  auto const ranges =
      narrowed({cell({10, 3, 3, 5}), cell({6, -1, -1, -1})}, official({17, -1, -1, 6}));
  EXPECT_EQ(ranges.at(CellId{1}, GroupId{3}), range(0, 10)) << "four numbers off by one";
  EXPECT_TRUE(ranges.contradicted.empty());
}

TEST(Narrow, MunicipalitiesWithoutOfficialCountsStayAsTheyAre) {
  auto const ranges = narrowed({cell({6, -1, -1, -1})}, {});
  EXPECT_EQ(ranges.at(CellId{0}, GroupId{3}), range(0, 6));
  EXPECT_TRUE(ranges.contradicted.empty());
}

TEST(Narrow, IsWhatEveryWayToFillTwoCellsAllows) {
  Groups const students{std::vector<Group>{{"students", ""}}};
  std::size_t feasible = 0;
  for (int a = 0; a <= 3; ++a) {
    for (int b = 0; b <= 3; ++b) {
      for (int elsewhere = 0; elsewhere <= 3; ++elsewhere) {
        for (int of_group = 0; of_group <= a + b + elsewhere; ++of_group) {
          PeopleRange first{People::infinite(), People{-1}};
          PeopleRange sum = first;
          for (int x = 0; x <= a; ++x) {
            for (int y = 0; y <= b; ++y) {
              if (x + y > of_group || of_group - x - y > elsewhere) continue;
              auto const grow = [](PeopleRange& range, int number) {
                range.low = std::min(range.low, People{static_cast<double>(number)});
                range.high = std::max(range.high, People{static_cast<double>(number)});
              };
              grow(first, x);
              grow(sum, x + y);
            }
          }
          ASSERT_GE(first.high, People{0}) << "somebody made these counts";
          auto const ranges = narrowed(
              {cell({static_cast<double>(a), -1}), cell({static_cast<double>(b), -1})},
              official({static_cast<double>(a + b + elsewhere), static_cast<double>(of_group)}),
              students);
          EXPECT_EQ(ranges.at(CellId{0}, GroupId{1}), first);
          EXPECT_EQ(ranges.inside[1], sum);
          ++feasible;
        }
      }
    }
  }
  EXPECT_EQ(feasible, 352U);
}

/// Two municipalities, cells in each and on the border, and people without coordinates.
struct World {
  Population truth;
  Population shown;
  OfficialCounts official;
};

constexpr std::uint32_t kAway = 12;  // cells 0–4 in one, 5–9 in the other, 10 and 11 in both

World world(Random& random) {
  World world;
  world.official = OfficialCounts{2, official({0, 0, 0, 0})};
  for (std::uint32_t c = 0; c < kAway; ++c) {
    world.truth.push_back(cell({0, 0, 0, 0}, c / 5 % 2, c < 10 ? Lies::Inside : Lies::Across));
  }
  for (auto i = random.whole(20, 120); i > 0; --i) {
    MunicipalityId const home{random.whole(0, 1)};
    GroupId const age{random.whole(0, 2)};
    auto const at = random.chance(0.1)   ? kAway
                    : random.chance(0.2) ? random.whole(10, 11)
                                         : home.value() * 5 + random.whole(0, 4);
    auto& count = world.official[home];
    *count.residents += People{1};
    *count.groups[age] += People{1};
    if (at == kAway) continue;
    auto& here = world.truth[CellId{at}];
    *here.residents += People{1};
    *here.groups[age] += People{1};
  }
  world.shown = world.truth;
  for (auto& each : world.shown) {
    if (*each.residents >= People{10}) continue;
    for (auto& number : each.groups) {
      if (random.chance(0.8)) number.reset();
    }
    if (random.chance(0.1)) each.residents.reset();
  }
  for (auto& count : world.official) {
    if (random.chance(0.2)) count.residents.reset();
    for (auto& number : count.groups) {
      if (random.chance(0.2)) number.reset();
    }
  }
  return world;
}

TEST(Narrow, HoldsTheTruthOfRandomWorlds) {
  Random random{8};
  std::size_t narrower = 0;
  for (int round = 0; round < 500; ++round) {
    auto const [truth, shown, official] = world(random);
    auto const plain = resident_ranges(shown, kAges);
    auto const ranges = resident_ranges(shown, kAges, official);
    EXPECT_TRUE(ranges.contradicted.empty());
    std::vector<std::vector<People>> sums(3, std::vector<People>(4));
    std::vector<bool> is_bounded(3, true);
    for (auto const c : truth.ids()) {
      auto const m = truth[c].municipality.value();
      bool const had_bound = plain.at(c, GroupId{0}).high > People{0} || shown[c].residents;
      bool const has_bound = ranges.at(c, GroupId{0}).high > People{0} || shown[c].residents;
      for (std::uint32_t g = 0; g < 4; ++g) {
        auto const real = g == 0 ? *truth[c].residents : *truth[c].groups[GroupId{g - 1}];
        sums[m][g] += real;
        auto const& range = ranges.at(c, GroupId{g});
        EXPECT_TRUE(!has_bound || range.contains(real));
        if (!had_bound) continue;
        EXPECT_GE(range.low, plain.at(c, GroupId{g}).low);
        EXPECT_LE(range.high, plain.at(c, GroupId{g}).high);
        if (range != plain.at(c, GroupId{g})) ++narrower;
      }
      if (!has_bound && *truth[c].residents > People{0}) is_bounded[m] = false;
    }
    auto const found = sums_by_municipality(ranges, shown, 2);
    for (std::size_t m = 0; m < 2; ++m) {
      for (std::size_t g = 0; g < 4; ++g) {
        EXPECT_TRUE(!is_bounded[m] || found[m][g].contains(sums[m][g]));
      }
    }
  }
  EXPECT_GT(narrower, 300U);
}

}  // namespace
}  // namespace gapmap::places
