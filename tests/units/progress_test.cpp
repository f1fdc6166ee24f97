#include "gapmap/units/progress.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace gapmap {
namespace {

TEST(Steps, TellsAboutEachPercentOnce) {
  std::vector<double> told;
  Progress const progress = [&](double share) { told.push_back(share); };
  Steps steps{progress, 100'000};
  for (int i = 0; i < 100'000; ++i) steps.add();
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_GE(told.size(), 99U);
  EXPECT_LE(told.size(), 101U);
  EXPECT_GE(told.back(), 0.99);
  steps.add(100'000);
  EXPECT_EQ(told.back(), 1);
}

TEST(Steps, TellsNothingOfAnUnknownNumber) {
  bool is_told = false;
  Progress const progress = [&](double) { is_told = true; };
  Steps steps{progress, 0};
  for (int i = 0; i < 1000; ++i) steps.add();
  EXPECT_FALSE(is_told);
}

TEST(Steps, NeedsNobodyWhoWatches) {
  Progress const nobody;
  Steps steps{nobody, 10};
  for (int i = 0; i < 20; ++i) steps.add();
  EXPECT_FALSE(part_of(nobody, 0, 1));
}

TEST(PartOf, LiesBetweenItsShares) {
  std::vector<double> told;
  Progress const progress = [&](double share) { told.push_back(share); };
  auto const part = part_of(progress, 0.25, 0.75);
  for (double const share : {0.0, 0.5, 1.0}) part(share);
  EXPECT_EQ(told, (std::vector<double>{0.25, 0.5, 0.75}));
}

}  // namespace
}  // namespace gapmap
