#include "gapmap/geometry/box_tree.h"
#include "gapmap/geometry/overlay.h"
#include "gapmap/geometry/surroundings.h"
#include "gapmap/geometry/measure.h"
#include "tests/support/areas.h"
#include "tests/support/random.h"
#include "tests/support/stopping.h"

namespace gapmap {
namespace {

std::vector<Area> many_squares() {
  Random random{403};
  std::vector<Area> areas;
  for (int i = 0; i < 2000; ++i)
    areas.push_back(square(random.real(0, 1000), random.real(0, 1000), 30));
  return areas;
}

TEST(Stop, OneUnionOfManyAreas) {
  auto const areas = many_squares();
  auto const before = unite(areas);
  expect_stops([&] { static_cast<void>(unite(areas)); });
  EXPECT_EQ(area_m2(unite(areas)), area_m2(before));
}

TEST(Stop, AUnionThatIsStoppedInItsMiddleIsNoErrorOfTheInput) {
  // The first thing asked is whether to begin: this one begins, and is asked to stop by GEOS alone.
  auto const areas = many_squares();
  bool is_stopped_within = false;
  for (int round = 0; round < 50 && !is_stopped_within; ++round) {
    std::stop_source stop;
    Stoppable const stoppable{stop.get_token()};
    std::jthread const other{[&] {
      std::this_thread::sleep_for(std::chrono::milliseconds{2});
      stop.request_stop();
    }};
    bool const began = !is_asked_to_stop();
    try {
      static_cast<void>(unite(areas));
    } catch (Stopped const&) {
      is_stopped_within = began;
    }
  }
  EXPECT_TRUE(is_stopped_within);
}

TEST(Stop, PackingOfABoxTree) {
  Random random{405};
  std::vector<Box> boxes;
  for (int i = 0; i < 20'000; ++i) {
    Point const at{random.real(0, 1e6), random.real(0, 1e6)};
    boxes.push_back({at, at});
  }
  expect_stops([&] { return BoxTree{boxes}; });
}

TEST(Stop, Surroundings) {
  Random random{404};
  Lines lines;
  std::vector<std::uint32_t> bands;
  for (int i = 0; i < 200; ++i) {
    std::vector<Point> line;
    for (int p = 0; p < 20; ++p) line.push_back({random.real(0, 20'000), random.real(0, 20'000)});
    lines.push_back(line);
    bands.push_back(0);
  }
  auto const draw = [&] { return surroundings(lines, bands, 1, {}); };
  expect_stops(draw);
  EXPECT_EQ(draw().size(), 1U);
}

}  // namespace
}  // namespace gapmap
