#include "gapmap/units/memory.h"

#include <gtest/gtest.h>

#include <limits>

#include "gapmap/units/large_vector.h"

namespace gapmap {
namespace {

constexpr std::size_t kMoreThanAnybodyHas = std::size_t{1} << 50U;

TEST(Memory, SmallBlocksAreNotAskedFor) {
  EXPECT_NO_THROW(expect_memory(0));
  EXPECT_NO_THROW(expect_memory(1 << 20));
}

TEST(Memory, WhatNobodyHasIsRefusedBeforeItIsTaken) {
  if (!memory_left()) GTEST_SKIP() << "the system does not tell";
  EXPECT_GT(*memory_left(), 0U);
  EXPECT_LT(*memory_left(), kMoreThanAnybodyHas);
  try {
    static_cast<void>(large_vector<char>(kMoreThanAnybodyHas));
    FAIL() << "a petabyte was there";
  } catch (NotEnoughMemory const& error) {
    EXPECT_EQ(error.wanted(), kMoreThanAnybodyHas);
  }
}

TEST(Memory, WhatIsInUseIsTold) { EXPECT_GT(most_memory_used(), 1'000'000U); }

}  // namespace
}  // namespace gapmap
