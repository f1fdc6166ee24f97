#include "gapmap/scenario/controlled_rounding.h"

#include <cmath>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

namespace gapmap::scenario {
namespace {

std::int64_t lower(std::int64_t value, std::int64_t unit) {
  return unit * static_cast<std::int64_t>(
                    std::floor(static_cast<double>(value) / static_cast<double>(unit)));
}

/// Rounded down or up, and to itself if it is a multiple.
void expect_rounding_of(std::int64_t exact, std::int64_t rounded, std::int64_t unit) {
  EXPECT_EQ(rounded % unit, 0);
  EXPECT_LT(std::abs(rounded - exact), unit) << exact << " to " << rounded;
}

void expect_rounded(Table const& exact, Table const& rounded, std::int64_t unit) {
  ASSERT_EQ(rounded.size(), exact.size());
  std::vector<std::int64_t> exact_total(exact.front().size());
  auto total = exact_total;
  for (std::size_t r = 0; r < exact.size(); ++r) {
    for (std::size_t c = 0; c < exact[r].size(); ++c) {
      expect_rounding_of(exact[r][c], rounded[r][c], unit);
      exact_total[c] += exact[r][c];
      total[c] += rounded[r][c];
    }
    EXPECT_EQ(std::reduce(rounded[r].begin(), rounded[r].end()),
              std::reduce(exact[r].begin(), exact[r].end()))
        << "row " << r;
  }
  for (std::size_t c = 0; c < total.size(); ++c) expect_rounding_of(exact_total[c], total[c], unit);
}

TEST(ControlledRounding, KeepsTheSumsOfRandomTables) {
  std::mt19937 random{1987};
  std::uniform_int_distribution<std::int64_t> entry{-5'000, 5'000};
  for (int trial = 0; trial < 300; ++trial) {
    auto const rows = 1 + static_cast<std::size_t>(trial) % 13;
    auto const columns = 1 + static_cast<std::size_t>(trial) % 6;
    auto const unit = std::int64_t{1} + trial % 720;
    Table exact(rows, std::vector<std::int64_t>(columns));
    for (auto& row : exact) {
      for (auto& each : row) each = entry(random);
      auto const sum = std::reduce(row.begin(), row.end());
      row.back() -= sum - lower(sum, unit);
    }
    expect_rounded(exact, rounded(exact, unit), unit);
  }
}

Table negative(Table table) {
  for (auto& row : table) {
    for (auto& entry : row) entry = -entry;
  }
  return table;
}

TEST(ControlledRounding, TheOtherSignIsRoundedTheOtherWay) {
  std::mt19937 random{1952};
  std::uniform_int_distribution<std::int64_t> entry{-9, 9};
  for (int trial = 0; trial < 300; ++trial) {
    Table exact(1 + static_cast<std::size_t>(trial) % 5, std::vector<std::int64_t>(3));
    for (auto& row : exact) {
      for (auto& each : row) each = entry(random);
      row.back() = -row[0] - row[1];
    }
    auto const unit = std::int64_t{2} + trial % 5;
    EXPECT_EQ(rounded(negative(exact), unit), negative(rounded(exact, unit)));
  }
}

TEST(ControlledRounding, ColumnsThatRoundsRowByRowWouldBreak) {
  // Half a person by places and half by roads, in each of four municipalities.
  Table const exact(4, {1, 1});
  auto const whole = rounded(exact, 2);
  expect_rounded(exact, whole, 2);
  EXPECT_EQ(whole[0][0] + whole[1][0] + whole[2][0] + whole[3][0], 4);
}

TEST(ControlledRounding, LeavesMultiplesAlone) {
  Table const exact{{6, -12, 0}, {0, 0, 18}};
  EXPECT_EQ(rounded(exact, 6), exact);
  EXPECT_EQ(rounded({}, 6), Table{});
}

TEST(ControlledRounding, TakesTheNearerWay) {
  EXPECT_EQ(rounded({{9, 1}}, 10), (Table{{10, 0}}));
  EXPECT_EQ(rounded({{-9, -1}}, 10), (Table{{-10, 0}}));
}

}  // namespace
}  // namespace gapmap::scenario
