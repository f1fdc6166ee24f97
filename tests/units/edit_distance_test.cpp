#include "gapmap/units/edit_distance.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/random.h"

namespace gapmap {
namespace {

/// The whole table, as the definition has it.
std::size_t by_definition(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& least = table[i][j];
      least = i + j;
      if (i == 0 || j == 0) continue;
      least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                        table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, table[i - 2][j - 2] + 1);
    }
  }
  return table.back().back();
}

TEST(EditsBetween, CountsEachKindOfSlip) {
  auto const edits = [](std::string_view a, std::string_view b) { return edits_between(a, b, 9); };
  EXPECT_EQ(edits("jokioinen", "jokioinen"), 0U);
  EXPECT_EQ(edits("jokionen", "jokioinen"), 1U);
  EXPECT_EQ(edits("jokkioinen", "jokioinen"), 1U);
  EXPECT_EQ(edits("jokiainen", "jokioinen"), 1U);
  EXPECT_EQ(edits("jokoiinen", "jokioinen"), 1U) << "two letters swapped";
  EXPECT_EQ(edits("", "abc"), 3U);
}

TEST(EditsBetween, IsThatOfTheWholeTableUpToTheLimit) {
  Random random{7};
  for (int round = 0; round < 20'000; ++round) {
    auto const word = [&] {
      std::string text(random.whole(0, 9), 'a');
      for (auto& c : text) c = static_cast<char>('a' + random.whole(0, 2));
      return text;
    };
    auto const a = word();
    auto const b = word();
    auto const limit = static_cast<std::size_t>(random.whole(0, 9));
    EXPECT_EQ(edits_between(std::string_view{a}, std::string_view{b}, limit),
              std::min(by_definition(a, b), limit + 1))
        << a << " " << b << " " << limit;
  }
}

TEST(EditsBetween, OfTextsThatAreNoWordsIsPastAnyLimit) {
  std::string const text(kLongestWord + 1, 'a');
  EXPECT_EQ(edits_between(std::string_view{text}, std::string_view{text}, 3), 4U);
}

}  // namespace
}  // namespace gapmap
