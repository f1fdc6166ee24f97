// Tables of reach that are stopped in the middle, and made again.

#include "gapmap/access/attach.h"
#include "gapmap/reach/editable_nearest.h"
#include "gapmap/reach/isochrone.h"
#include "gapmap/reach/k_nearest.h"
#include "gapmap/reach/matrix.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/units/threads.h"
#include "tests/support/random_ends.h"
#include "tests/support/stopping.h"

namespace gapmap::reach {
namespace {

class StopReach : public testing::Test {
 protected:
  StopReach() {
    for (int i = 0; i < 2000; ++i) {
      test_.ends.places.push_back(test_.anywhere(random_));
      test_.ends.cells.push_back(test_.anywhere(random_));
    }
  }
  Random random_{402};
  RandomEnds<Millimeters> test_{random_};
};

TEST_F(StopReach, Nearest) {
  auto const find = [&] {
    return nearest(test_.graph, test_.costs, test_.ends, test_.profile).reaches;
  };
  auto const before = find();
  expect_stops(find);
  EXPECT_EQ(find(), before);
}

TEST_F(StopReach, TheNearestFew) {
  auto const find = [&] {
    return k_nearest(test_.graph, test_.costs, test_.ends, test_.profile, {.k = 3}).reaches;
  };
  auto const before = find();
  expect_stops(find);
  EXPECT_EQ(find(), before);
}

TEST_F(StopReach, MatrixWhoseRowsAreTaken) {
  Matrix<Millimeters> const matrix{test_.graph, test_.costs, test_.ends, test_.profile,
                                   Rows::Places};
  std::size_t pairs = 0;
  auto const visit = [&] {
    pairs = 0;
    matrix.visit([&](auto const& block) { pairs += block.entries.size(); });
  };
  visit();
  auto const before = pairs;
  expect_stops(visit);
  visit();
  EXPECT_EQ(pairs, before);
}

TEST_F(StopReach, Isochrones) {
  std::vector<PlaceGroup> groups;
  for (std::size_t f = 0; f < 200; ++f) groups.push_back({test_.ends.places[PlaceId{f}]});
  auto const find = [&] {
    return isochrones<Millimeters>(test_.graph, test_.network, test_.costs, groups, test_.profile,
                                   {.limits = {Millimeters{1'000'000}}}, {})
        .size();
  };
  expect_stops(find);
  EXPECT_EQ(find(), groups.size());
}

TEST_F(StopReach, ATableThatIsEditedIsStoppedAsItIsMade) {
  auto const make = [&] {
    EditableNearest<Millimeters> made{test_.graph, test_.costs, test_.ends, test_.profile};
    return made.table().reaches;
  };
  auto const before = make();
  expect_stops(make);
  EXPECT_EQ(make(), before);
}

TEST_F(StopReach, PointsThatAreAttached) {
  std::vector<Point> points;
  for (auto const& at : test_.ends.cells) points.push_back(at.point);
  auto const attach = [&] {
    return gapmap::access::attach(points, test_.network, test_frame()).size();
  };
  expect_stops(attach);
  EXPECT_EQ(attach(), points.size());
}

TEST_F(StopReach, NumberOfThreadsChangesNothing) {
  auto const found_on = [&](unsigned threads) {
    ThreadLimit const limit{threads};
    return std::pair{
        matrix(test_.graph, test_.costs, test_.ends, test_.profile, MatrixOptions<Millimeters>{})
            .reaches,
        nearest(test_.graph, test_.costs, test_.ends, test_.profile).reaches};
  };
  EXPECT_EQ(found_on(1), found_on(0));
}

}  // namespace
}  // namespace gapmap::reach
