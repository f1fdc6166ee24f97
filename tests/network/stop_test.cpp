#include "tests/network/assembled.h"
#include "tests/support/stopping.h"

namespace gapmap::network {
namespace {

TEST(Stop, RoadsThatAreAssembled) {
  Random random{405};
  std::vector<Drawn> drawn;
  for (int i = 0; i < 20'000; ++i) {
    Line line;
    for (int p = 0; p < 4; ++p)
      line.push_back(at(std::floor(random.real(0, 2000)), std::floor(random.real(0, 2000))));
    drawn.push_back({line});
  }
  auto const before = assembled(drawn).network.segments.size();
  expect_stops([&] { static_cast<void>(assembled(drawn)); });
  EXPECT_EQ(assembled(drawn).network.segments.size(), before);
}

}  // namespace
}  // namespace gapmap::network
