#include "gapmap/disclosure/cross_counts.h"
#include "tests/support/random.h"
#include "tests/support/stopping.h"

namespace gapmap::disclosure {
namespace {

TEST(Stop, FiguresThatAreHidden) {
  constexpr std::uint32_t kRows = 40;
  constexpr std::uint32_t kColumns = 12;
  Random random{406};
  std::vector<Division> divisions(2);
  std::vector<double> counts;
  for (std::uint32_t i = 0; i < kRows; ++i) {
    for (std::uint32_t j = 0; j < kColumns; ++j) {
      divisions[0].push_back(i);
      divisions[1].push_back(j);
      counts.push_back(random.whole(0, 40));
    }
  }
  auto const hide = [&] {
    CrossCounts crossed{divisions, {{counts, {0, 1}}}};
    static_cast<void>(crossed.add({{0}, {}}, 0));
    for (std::uint32_t i = 0; i < kRows; ++i) {
      static_cast<void>(crossed.add({{0}, {{0, i, i}}}, 1));
      for (std::uint32_t j = 0; j < kColumns; ++j)
        static_cast<void>(crossed.add({{0}, {{0, i, i}, {1, j, j}}}, 2));
    }
    return crossed.hide(10).telling;
  };
  auto const before = hide();
  expect_stops(hide);
  EXPECT_EQ(hide(), before);
}

}  // namespace
}  // namespace gapmap::disclosure
