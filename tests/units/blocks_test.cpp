#include "gapmap/units/blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

#include "gapmap/units/radix_sort.h"
#include "gapmap/units/ranked_bits.h"
#include "tests/support/random.h"

namespace gapmap {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

TEST(Blocks, CoverEveryNumberOnceAndInTheirOrder) {
  for (std::size_t const size : {0U, 1U, 9U, 10U, 11U, 1000U}) {
    Blocks const blocks{size, 10};
    std::vector<int> visits(size, 0);
    std::vector<std::size_t> ends(blocks.count());
    blocks.each([&](Block const& block) {
      EXPECT_EQ(block.first, block.number * 10);
      ends[block.number] = block.end;
      for (auto i = block.first; i < block.end; ++i) ++visits[i];
    });
    EXPECT_THAT(visits, Each(1));
    EXPECT_EQ(ends.empty() ? 0 : ends.back(), size);
  }
}

TEST(Blocks, AnExceptionReachesTheCaller) {
  EXPECT_THROW((Blocks{100, 1}.each([](Block const& block) {
                 if (block.number == 50) throw std::runtime_error{"no"};
               })),
               std::runtime_error);
}

TEST(RankedBits, RanksCountWhatLiesBelow) {
  RankedBits set{200};
  for (std::size_t const number : {0U, 63U, 64U, 130U, 199U}) EXPECT_TRUE(set.insert(number));
  EXPECT_FALSE(set.insert(64));
  EXPECT_EQ(set.count(), 5U);
  EXPECT_TRUE(set.contains(63));
  EXPECT_FALSE(set.contains(65));
  std::vector<std::uint32_t> ranks;
  for (std::size_t const number : {0U, 1U, 63U, 64U, 65U, 199U}) ranks.push_back(set.rank(number));
  EXPECT_THAT(ranks, ElementsAre(0, 1, 1, 2, 3, 4));
}

TEST(RankedBits, OfManyThreadsThatInsertANumberOneIsToldSo) {
  RankedBits set{1000};
  std::vector<std::uint8_t> firsts(100'000, 0);
  Blocks{firsts.size(), 100}.each([&](Block const& block) {
    for (auto i = block.first; i < block.end; ++i) firsts[i] = set.insert(i % 1000) ? 1 : 0;
  });
  EXPECT_EQ(std::ranges::count(firsts, 1), 1000);
  EXPECT_EQ(set.count(), 1000U);
}

TEST(RadixSort, IsAStableSortByItsBits) {
  Random random{1};
  std::vector<std::uint64_t> scratch;
  for (std::size_t const size : {0U, 1U, 100U, 511U, 512U, 5000U}) {
    for (unsigned const bits : {0U, 1U, 11U, 23U, 32U}) {
      std::vector<std::uint64_t> numbers(size);
      // The lower half tells equal ones apart.
      for (std::size_t i = 0; i < size; ++i)
        numbers[i] = std::uint64_t{random.whole(0, 0xFFFF)} * 0x9E37U << 32U | i;
      auto expected = numbers;
      auto const mask = (std::uint64_t{1} << bits) - 1;
      std::ranges::stable_sort(expected, {}, [&](auto number) { return number >> 32U & mask; });
      radix_sort(numbers, 32, bits, scratch);
      EXPECT_EQ(numbers, expected) << size << " numbers, " << bits << " bits";
    }
  }
}

}  // namespace
}  // namespace gapmap
