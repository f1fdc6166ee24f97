#include "gapmap/units/large_vector.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

namespace gapmap {
namespace {

struct Pair {
  double first = 7;
  std::uint32_t second = 9;
};

TEST(LargeVector, HoldsWhatAVectorOfThatSizeHolds) {
  for (std::size_t const size : {0U, 1U, 1'000U, 3'000'001U}) {
    auto const zeros = large_vector<std::uint32_t>(size);
    ASSERT_EQ(zeros.size(), size);
    EXPECT_TRUE(std::ranges::all_of(zeros, [](auto value) { return value == 0; }));
  }
  auto const pairs = large_vector<Pair>(500'000);
  EXPECT_TRUE(
      std::ranges::all_of(pairs, [](auto const& p) { return p.first == 7 && p.second == 9; }));
}

TEST(Populate, LeavesWhatIsThereAsItIs) {
  std::vector<std::uint64_t> numbers(2'000'000);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = i * i;
  populate(numbers.data(), numbers.size() * sizeof(numbers[0]));
  for (std::size_t i = 0; i < numbers.size(); ++i) ASSERT_EQ(numbers[i], i * i);
}

}  // namespace
}  // namespace gapmap
