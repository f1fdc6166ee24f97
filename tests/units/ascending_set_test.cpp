#include "gapmap/units/ascending_set.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/random.h"

namespace gapmap {
namespace {

std::vector<std::uint32_t> emptied(AscendingSet& set) {
  std::vector<std::uint32_t> numbers;
  set.empty([&](std::uint32_t number) { numbers.push_back(number); });
  return numbers;
}

TEST(AscendingSet, GivesEachNumberOnceInOrderAndLeavesNothing) {
  Random random{181};
  for (auto const size : {1U, 63U, 64U, 65U, 4095U, 4096U, 4097U, 300'000U}) {
    AscendingSet set{size};
    for (int round = 0; round < 5; ++round) {
      std::set<std::uint32_t> expected{0, size - 1};
      for (int i = 0; i < 200; ++i) expected.insert(random.whole(0, size - 1));
      for (auto number = expected.rbegin(); number != expected.rend(); ++number) {
        EXPECT_TRUE(set.insert(*number));
        EXPECT_FALSE(set.insert(*number)) << "it was in";
      }
      EXPECT_EQ(emptied(set), std::vector<std::uint32_t>(expected.begin(), expected.end()));
    }
    EXPECT_TRUE(emptied(set).empty());
  }
}

TEST(AscendingSet, OfNothingHoldsNothing) {
  AscendingSet set{0};
  EXPECT_TRUE(emptied(set).empty());
}

}  // namespace
}  // namespace gapmap
