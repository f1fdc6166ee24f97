#include "gapmap/geometry/box_tree.h"

#include <limits>
#include <utility>

#include "tests/support/random.h"

namespace gapmap {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<Box> random_boxes(Random& random, std::size_t count, double corner = 0) {
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < count; ++i) {
    Point const at{corner + random.whole(0, 100), corner + random.whole(0, 100)};
    boxes.push_back({at, {at.x + random.whole(0, 5), at.y + random.whole(0, 5)}});
  }
  return boxes;
}

bool share_a_point(Box const& a, Box const& b) {
  return a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y;
}

/// Nearest box, ties to the lowest index, through the visitor.
std::pair<double, std::uint32_t> nearest(BoxTree const& tree, std::span<Box const> boxes, Point p,
                                         double within) {
  std::pair<double, std::uint32_t> best{kInfinity, 0};
  tree.visit_nearest(p, within, [&](std::uint32_t i) {
    best = std::min(best, {distance_to(boxes[i], p), i});
    return best.first;
  });
  return best;
}

TEST(BoxTree, FindsTheNearestAsBruteForceDoesTiesIncluded) {
  Random random{51};
  // Whole coordinates far from the origin make ties frequent and roundings real.
  for (double const corner : {0.0, 6'800'000.1}) {
    auto const boxes = random_boxes(random, 300, corner);
    BoxTree const tree{boxes};
    int ties = 0;
    for (int i = 0; i < 2000; ++i) {
      Point const p{corner + random.whole(0, 200) / 2.0, corner + random.whole(0, 200) / 2.0};
      std::pair<double, std::uint32_t> expected{kInfinity, 0};
      for (std::uint32_t b = 0; b < boxes.size(); ++b) {
        double const distance = distance_to(boxes[b], p);
        ties += distance == expected.first ? 1 : 0;
        expected = std::min(expected, {distance, b});
      }
      ASSERT_EQ(nearest(tree, boxes, p, kInfinity), expected) << p.x << ' ' << p.y;
    }
    EXPECT_GT(ties, 100);
  }
}

TEST(BoxTree, BoxExactlyAtTheDistanceIsVisitedAndNothingFartherIs) {
  std::vector<Box> const boxes{{{10, 0}, {11, 1}}};
  BoxTree const tree{boxes};
  EXPECT_EQ(nearest(tree, boxes, {7, 0}, 3).first, 3);
  EXPECT_EQ(nearest(tree, boxes, {7, 0}, 2.999).first, kInfinity);
  EXPECT_EQ(nearest(tree, boxes, {10.5, 0.5}, 0).first, 0);
}

TEST(BoxTree, TieIsVisitedThoughRoundingPutsItBeyondTheSearchBox) {
  // Where the distance has passed a power of two and the box has not, p.x + (far - p.x) may come
  // out less than far.
  Random random{52};
  int rounded_down = 0;
  for (int i = 0; i < 1000; ++i) {
    double const at = random.real(-1, -0.7);
    double const far = random.real(1023.4, 1024);
    double const distance = far - at;
    double const other = at - distance;
    if (at - other != distance) continue;
    rounded_down += at + distance < far ? 1 : 0;
    for (double const mirrored : {1.0, -1.0}) {
      Point const p{mirrored * at, 0};
      Point const a{mirrored * far, 0};
      Point const b{mirrored * other, 0};
      for (auto boxes : {std::vector<Box>{{a, a}, {b, b}}, std::vector<Box>{{b, b}, {a, a}}}) {
        for (int far_away = 0; far_away < 30; ++far_away)
          boxes.push_back({{1e6, 0}, {1e6, 0}});  // more than one leaf
        ASSERT_EQ(nearest(BoxTree{boxes}, boxes, p, kInfinity), (std::pair{distance, 0U})) << p.x;
      }
    }
  }
  EXPECT_GT(rounded_down, 100);
}

TEST(BoxTree, TouchingIsWhatSharesAPoint) {
  Random random{53};
  auto const boxes = random_boxes(random, 300);
  BoxTree const tree{boxes};
  std::size_t hits = 0;
  for (auto const& window : random_boxes(random, 200)) {
    std::vector<std::uint32_t> expected;
    for (std::uint32_t b = 0; b < boxes.size(); ++b) {
      if (share_a_point(boxes[b], window)) expected.push_back(b);
    }
    ASSERT_EQ(tree.touching(window), expected);
    hits += expected.size();
  }
  EXPECT_GT(hits, 100U);
}

TEST(BoxTree, TheNearestFewAreAsNearAsAnyFew) {
  Random random{54};
  auto const boxes = random_boxes(random, 200);
  BoxTree const tree{boxes};
  for (int i = 0; i < 100; ++i) {
    Point const p{random.real(-10, 110), random.real(-10, 110)};
    std::vector<double> all;
    for (auto const& box : boxes) {
      if (!box.is_empty()) all.push_back(distance_to(box, p));
    }
    std::ranges::sort(all);
    auto const count = random.whole(1, 5);
    std::vector<double> found;
    for (auto const b : tree.nearest(p, count)) found.push_back(distance_to(boxes[b], p));
    std::ranges::sort(found);
    all.resize(count);
    ASSERT_EQ(found, all);
  }
  EXPECT_EQ(BoxTree{boxes}.nearest({0, 0}, 1000).size(), 200U);
}

TEST(BoxTree, EmptyTreeAndEmptyBoxesAreNeverFound) {
  BoxTree const nothing{{}};
  EXPECT_TRUE(nothing.touching({{0, 0}, {1, 1}}).empty());
  EXPECT_EQ(nearest(nothing, {}, {0, 0}, kInfinity).first, kInfinity);
  std::vector<Box> const boxes{Box{}, {{1, 1}, {2, 2}}};
  BoxTree const tree{boxes};
  EXPECT_THAT(tree.touching({{0, 0}, {9, 9}}), testing::ElementsAre(1));
  EXPECT_EQ(nearest(tree, boxes, {1, 0}, kInfinity).second, 1U);
}

}  // namespace
}  // namespace gapmap
