#include "gapmap/graph/bucket_queue.h"

#include <algorithm>
#include <limits>

#include "tests/support/random.h"

namespace gapmap::graph {
namespace {

struct Entry {
  std::uint32_t cost;
};
using Queue = BucketQueue<Entry>;
constexpr auto kGreatest = std::numeric_limits<std::uint32_t>::max();

IdVector<EdgeId, Millimeters> edges(std::vector<std::uint32_t> const& costs) {
  IdVector<EdgeId, Millimeters> result;
  for (auto const cost : costs) result.push_back(Millimeters{cost});
  return result;
}

TEST(BucketQueue, ShapeFollowsFromFiniteCosts) {
  BucketShape const shape{edges({100, 200, 1000, kGreatest})};
  EXPECT_EQ(shape.shift, 8U) << "the power of two below 433";
  EXPECT_EQ(shape.buckets, 8U) << "1000 is three buckets away";
  EXPECT_EQ((BucketShape{edges({100, 200, 1000}), 1}).shift, 9U);
  EXPECT_EQ(BucketShape{edges({})}.shift, 0U);
  EXPECT_EQ(BucketShape{edges({0, 0})}.shift, 0U);
  EXPECT_EQ((BucketShape{edges({kGreatest - 1}), 9}).shift, 31U);
}

TEST(BucketQueue, GivesBackEveryEntryBucketByBucketWhateverTheCosts) {
  Random random{121};
  std::size_t given_back = 0;
  for (int round = 0; round < 200; ++round) {
    auto const greatest = round % 2 == 0 ? kGreatest - 1 : random.whole(1, 1'000'000);
    Queue queue{BucketShape{edges({random.whole(0, greatest), random.whole(0, 100)})}};
    std::vector<std::uint32_t> pushed;
    std::vector<std::uint32_t> popped;
    auto const push = [&](std::uint32_t cost) {
      queue.push({cost});
      pushed.push_back(cost);
    };
    for (int i = 0; i < 20; ++i) push(random.whole(0, greatest));
    auto const settle = [&](Queue::Bucket const& bucket, std::size_t i) {
      auto const cost = bucket[i].cost;
      auto const before = popped.empty() ? 0 : queue.bucket_of(popped.back());
      ASSERT_GE(queue.bucket_of(cost), before);
      popped.push_back(cost);
      if (random.chance(0.6)) push(random.whole(cost, greatest));
    };
    queue.drain(settle, [] {});
    ASSERT_EQ(queue.next(), Queue::kNone);
    std::ranges::sort(pushed);
    std::ranges::sort(popped);
    ASSERT_EQ(popped, pushed);
    given_back += popped.size();
  }
  EXPECT_GT(given_back, 4000U);
}

TEST(BucketQueue, ResetDropsWhatIsLeftNearAndFar) {
  Queue queue{BucketShape{edges({1, 2, 3})}};
  queue.push({5});
  EXPECT_EQ(queue.open(queue.next()).size(), 1U);
  queue.push({6});
  queue.push({kGreatest});
  queue.reset();
  EXPECT_EQ(queue.next(), Queue::kNone);
  queue.push({1});
  EXPECT_EQ(queue.next(), queue.bucket_of(1)) << "it begins at the lowest cost again";
}

}  // namespace
}  // namespace gapmap::graph
