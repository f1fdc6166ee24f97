#include "gapmap/places/resident_ranges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/random.h"

namespace gapmap::places {
namespace {

using Number = std::optional<People>;

Groups const kAgesAndSexes{std::vector<Group>{{"young", "age"},
                                              {"adult", "age"},
                                              {"old", "age"},
                                              {"men", "sex"},
                                              {"women", "sex"},
                                              {"students", ""}}};

/// Residents, then the groups; −1 is suppressed.
Cell cell_of(std::vector<double> const& numbers) {
  std::vector<Number> known;
  for (double const number : numbers)
    known.push_back(number < 0 ? Number{} : Number{People{number}});
  Cell cell;
  cell.residents = known.front();
  cell.groups = IdVector<GroupId, Number>{std::vector<Number>(known.begin() + 1, known.end())};
  return cell;
}

Population population(std::vector<std::vector<double>> const& rows) {
  Population cells;
  for (auto const& row : rows) cells.push_back(cell_of(row));
  return cells;
}

/// "0-4 2 1-3": one range a group, everybody first.
std::string row_of(ResidentRanges const& ranges, CellId cell) {
  std::string text;
  for (auto const g : ranges.groups.ids()) {
    auto const& range = ranges.at(cell, g);
    auto const number = [](People people) {
      auto digits = std::to_string(people.value());
      digits.erase(digits.find_last_not_of('0') + 1);
      if (digits.ends_with('.')) digits.pop_back();
      return digits;
    };
    text += (text.empty() ? "" : " ") + number(range.low);
    if (!range.is_exact()) text += "-" + number(range.high);
  }
  return text;
}

std::string only_row(std::vector<double> const& numbers) {
  return row_of(resident_ranges(population({numbers}), kAgesAndSexes), CellId{0});
}

TEST(ResidentRanges, PublishedNumbersAreExact) {
  EXPECT_EQ(only_row({9, 2, 3, 4, 5, 4, 1}), "9 2 3 4 5 4 1");
}

TEST(ResidentRanges, SuppressedGroupsHaveWhatTheOthersLeave) {
  EXPECT_EQ(only_row({9, -1, -1, -1, -1, -1, -1}), "9 0-9 0-9 0-9 0-9 0-9 0-9");
  EXPECT_EQ(only_row({9, 2, -1, -1, -1, 4, -1}), "9 2 0-7 0-7 5 4 0-9");
  EXPECT_EQ(only_row({9, 2, 3, -1, 9, -1, 9}), "9 2 3 4 9 0 9");
}

TEST(ResidentRanges, SuppressedResidentsAreTheSumOfAWholeFamily) {
  EXPECT_EQ(only_row({-1, 2, 3, 4, -1, 4, -1}), "9 2 3 4 5 4 0-9");
}

TEST(ResidentRanges, CellsWithoutBoundAreCounted) {
  auto const ranges =
      resident_ranges(population({{-1, 2, -1, 4, -1, 4, 1}, {3, 1, 1, 1, 2, 1, 0}}), kAgesAndSexes);
  EXPECT_EQ(row_of(ranges, CellId{0}), "0 2 0 4 0 4 1");
  EXPECT_EQ(ranges.cells_without_bound, 1U);
}

TEST(ResidentRanges, EverybodyComesFirstAndNobodyIsFine) {
  auto const ranges = resident_ranges({}, kAgesAndSexes);
  ASSERT_EQ(ranges.groups.size(), 7U);
  EXPECT_EQ(ranges.groups[ResidentRanges::everybody()].name, "all");
  EXPECT_TRUE(ranges.values.empty());
  EXPECT_EQ(row_of(resident_ranges(population({{4}}), {}), CellId{0}), "4");
}

/// Every cell of at most three people in all its ways to be counted.
std::vector<std::vector<double>> every_small_cell() {
  std::vector<std::vector<double>> cells;
  for (int all = 0; all <= 3; ++all) {
    for (int young = 0; young <= all; ++young) {
      for (int adult = 0; young + adult <= all; ++adult) {
        for (int men = 0; men <= all; ++men) {
          for (int students = 0; students <= all; ++students) {
            cells.push_back({static_cast<double>(all), static_cast<double>(young),
                             static_cast<double>(adult), static_cast<double>(all - young - adult),
                             static_cast<double>(men), static_cast<double>(all - men),
                             static_cast<double>(students)});
          }
        }
      }
    }
  }
  return cells;
}

bool tells_residents(std::vector<double> const& published) {
  return published[0] >= 0 || std::min({published[1], published[2], published[3]}) >= 0 ||
         std::min(published[4], published[5]) >= 0;
}

TEST(ResidentRanges, AreWhatEveryWayToFillTheCellAllows) {
  auto const truths = every_small_cell();
  ASSERT_EQ(truths.size(), 227U);
  // What is published, and for each number the least and the most of all truths that look so.
  std::map<std::vector<double>, std::vector<PeopleRange>> seen;
  for (auto const& truth : truths) {
    for (unsigned mask = 0; mask < 128; ++mask) {
      auto published = truth;
      for (std::size_t i = 0; i < truth.size(); ++i) {
        if ((mask >> i & 1U) != 0) published[i] = -1;
      }
      auto& ranges = seen[published];
      if (ranges.empty()) {
        for (double const number : truth) ranges.push_back(PeopleRange::exactly(People{number}));
      }
      for (std::size_t i = 0; i < truth.size(); ++i) {
        ranges[i].low = std::min(ranges[i].low, People{truth[i]});
        ranges[i].high = std::max(ranges[i].high, People{truth[i]});
      }
    }
  }
  std::size_t bounded = 0;
  for (auto const& [published, expected] : seen) {
    auto const ranges = resident_ranges(population({published}), kAgesAndSexes);
    EXPECT_EQ(ranges.cells_without_bound, tells_residents(published) ? 0U : 1U);
    if (!tells_residents(published)) continue;
    ++bounded;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(ranges.values[i], expected[i])
          << ::testing::PrintToString(published) << " number " << i;
    }
  }
  EXPECT_GT(bounded, 2000U);
}

TEST(ResidentRanges, OfPerturbedNumbersAreWiderByTheMargin) {
  // Ages are 4 less than all: 4 numbers, each off by 1. One sex is 2 more: 3 numbers, off by 1.
  auto const ranges = resident_ranges(
      population({{20, 5, 6, 5, 10, 10, 0}, {3, 1, 1, 1, 5, 0, 3}, {9, 4, 2, -1, -1, -1, -1}}),
      kAgesAndSexes);
  ASSERT_EQ(ranges.families.size(), 3U);
  EXPECT_EQ(ranges.families[0].margin(), People{4});
  EXPECT_EQ(ranges.families[1].margin(), People{3});
  EXPECT_TRUE(ranges.families[2].is_exact());
  EXPECT_EQ(row_of(ranges, CellId{0}), "20 5 6 5 10 10 0");
  EXPECT_EQ(row_of(ranges, CellId{2}), "9 4 2 0-7 0-12 0-12 0-9");
}

TEST(ResidentRanges, OfPerturbedResidentsLieAroundAFamilysSum) {
  auto const ranges = resident_ranges(
      population({{20, 5, 6, 5, 10, 10, 0}, {-1, 4, 4, 4, -1, -1, -1}}), kAgesAndSexes);
  EXPECT_EQ(row_of(ranges, CellId{1}), "8-16 4 4 4 0-16 0-16 0-16");
}

/// Every number of every cell off by at most two, then hidden by chance: the ranges hold what the
/// source would have published.
TEST(ResidentRanges, HoldPerturbedTruths) {
  Random random{20260101};
  auto const up_to = [&](double most) {
    return static_cast<double>(random.whole(0, static_cast<std::uint32_t>(most)));
  };
  std::size_t suppressed = 0;
  Population truth;
  Population shown;
  for (int i = 0; i < 2000; ++i) {
    double const young = up_to(6);
    double const adult = up_to(9);
    double const old = up_to(6);
    double const all = young + adult + old;
    double const men = up_to(all);
    std::vector<double> numbers{all, young, adult, old, men, all - men, up_to(all)};
    for (double& number : numbers) number = std::max(0.0, number + up_to(4) - 2);
    truth.push_back(cell_of(numbers));
    for (std::size_t n = 1; n < numbers.size(); ++n) {
      if (numbers[0] >= 10 || random.chance(0.5)) continue;
      numbers[n] = -1;
      ++suppressed;
    }
    shown.push_back(cell_of(numbers));
  }
  EXPECT_GT(suppressed, 1000U);
  auto const ranges = resident_ranges(shown, kAgesAndSexes);
  EXPECT_EQ(ranges.families[0].off_by, People{2});
  for (auto const c : truth.ids()) {
    for (auto const g : kAgesAndSexes.ids()) {
      EXPECT_TRUE(ranges.at(c, GroupId{g.value() + 1}).contains(*truth[c].groups[g]));
    }
  }
}

}  // namespace
}  // namespace gapmap::places
