#include "gapmap/units/side_by_side.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>

namespace gapmap {
namespace {

TEST(SideBySide, EveryWorkIsDoneOnce) {
  std::vector<int> done(50, 0);
  std::vector<std::function<void()>> works;
  for (auto& each : done) works.emplace_back([&each] { ++each; });
  side_by_side(works);
  EXPECT_EQ(done, std::vector<int>(50, 1));
  side_by_side({});
}

TEST(SideBySide, WhatTheFirstOfTheListThrewIsThrownAndTheOthersAreDone) {
  for (int round = 0; round < 50; ++round) {
    std::atomic<int> done{0};
    std::vector<std::function<void()>> works;
    for (int i = 0; i < 20; ++i) {
      works.emplace_back([&done, i] {
        ++done;
        if (i == 7 || i == 3 || i == 19) throw std::runtime_error{std::to_string(i)};
      });
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

}  // namespace
}  // namespace gapmap
