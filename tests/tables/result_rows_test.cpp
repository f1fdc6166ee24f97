#include "gapmap/tables/result_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gapmap/tables/cost_scale.h"

namespace gapmap::tables {
namespace {

using ::testing::ElementsAre;

TEST(ResultRows, LargestFirstKeepsTheOrderOfTheTableAmongEqualsAndTakesNoNumberForZero) {
  OutputTable const table{
      "places",
      {{"residents", ColumnType::Integer}},
      {{Value{}}, {std::int64_t{2}}, {std::int64_t{5}}, {std::int64_t{0}}, {std::int64_t{5}}},
      {},
      {}};
  EXPECT_THAT(ResultRows{table}.largest_first("residents"), ElementsAre(2, 4, 1, 0, 3));
}

TEST(CostScale, StepsEndAtClassesAndAtTheLimitInclusively) {
  auto const bounds = step_bounds({.limit = 5000, .bounds = {1000, 5000, 10'000}});
  EXPECT_THAT(bounds, ElementsAre(1000, 5000, 10'000));
  EXPECT_EQ(step_of(bounds, 0), 0U);
  EXPECT_EQ(step_of(bounds, 1000), 0U);
  EXPECT_EQ(step_of(bounds, 1000.5), 1U);
  EXPECT_EQ(step_of(bounds, 10'000.1), 3U);
  EXPECT_THAT(step_bounds({.limit = 3000, .bounds = {1000, 5000}}), ElementsAre(1000, 3000, 5000));
}

}  // namespace
}  // namespace gapmap::tables
