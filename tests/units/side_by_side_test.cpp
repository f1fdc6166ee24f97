#include "gapmap/units/side_by_side.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>

namespace gapmap {
namespace {

TEST(SideBySide, EveryWorkIsDoneOnce) {
  std::vector<int> done(50, 0);
  std::vector<Work> works;
  for (auto& each : done) works.push_back({[&each](Progress const&) { ++each; }});
  side_by_side(works);
  EXPECT_EQ(done, std::vector<int>(50, 1));
  side_by_side({});
}

TEST(SideBySide, WhatTheFirstOfTheListThrewIsThrownAndTheOthersAreDone) {
  for (int round = 0; round < 50; ++round) {
    std::atomic<int> done{0};
    std::vector<Work> works;
    for (int i = 0; i < 20; ++i) {
      works.push_back({[&done, i](Progress const&) {
        ++done;
        if (i == 7 || i == 3 || i == 19) throw std::runtime_error{std::to_string(i)};
      }});
    }
    try {
      side_by_side(works);
      FAIL() << "nothing was thrown";
    } catch (std::runtime_error const& error) {
      EXPECT_STREQ(error.what(), "3");
    }
    EXPECT_EQ(done, 20);
  }
}

TEST(SideBySide, TellsWhatIsDoneByWeight) {
  std::vector<Work> works;
  for (int i = 0; i < 20; ++i) {
    works.push_back({[](Progress const& told) {
                       for (double const share : {0.25, 0.5}) told(share);
                     },
                     i == 0 ? 30.3 : 0.1});
  }
  std::vector<double> told;
  std::atomic<int> at_once{0};
  side_by_side(works, [&](double share) {
    EXPECT_EQ(++at_once, 1);
    told.push_back(share);
    --at_once;
  });
  EXPECT_EQ(told.size(), 60U);
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_EQ(told.back(), 1) << "exactly, or 99 % is what is shown last";
  // The half of the heavy work, told at one blow.
  double widest = 0;
  for (std::size_t i = 1; i < told.size(); ++i) widest = std::max(widest, told[i] - told[i - 1]);
  EXPECT_NEAR(widest, 15.15 / 32.2, 1e-9);
}

}  // namespace
}  // namespace gapmap
