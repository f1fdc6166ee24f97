#pragma once
// The queue of a search over whole costs: buckets of equal width, several times as fast as a heap
// on road networks. The search decides what an entry stands for.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "gapmap/graph/road_graph.h"
#include "gapmap/units/quantity.h"

namespace gapmap::graph {

/// The width of buckets and their number in the ring, derived from costs so that no caller has to
/// guess them.
struct BucketShape {
  unsigned shift = 0;         ///< a bucket holds 2^shift whole costs
  std::uint64_t buckets = 2;  ///< number of buckets in the ring, a power of two

  /// The width is the power of two below the mean finite cost, times 2^`widened`. The ring is long
  /// enough for the greatest finite cost, within reason.
  /// Cost: O(E).
  template <CostType Cost>
  BucketShape(IdVector<EdgeId, Cost> const& costs, unsigned widened = 0) {
    constexpr std::uint64_t kMaxBuckets = 1U << 12U;
    std::uint64_t sum = 0;
    std::uint64_t finite = 0;
    std::uint64_t greatest = 0;
    for (auto const cost : costs) {
      if (!cost.is_finite()) continue;
      sum += cost.value();
      greatest = std::max<std::uint64_t>(greatest, cost.value());
      ++finite;
    }
    auto const mean = finite == 0 ? 1 : std::max<std::uint64_t>(1, sum / finite);
    shift = std::min(static_cast<unsigned>(std::bit_width(mean)) - 1 + widened, 31U);
    buckets = std::min(std::bit_ceil((greatest >> shift) + 2), kMaxBuckets);
  }
};

/// A queue that gives entries back bucket by bucket, ascending, but within a bucket in no order of
/// cost, so that a search has to correct labels there. Buckets stand in a ring; entries beyond it
/// wait in one "far" bucket, so that any cost fits. The shape changes the time, never which entries
/// come back.
///
/// `Entry` has a `std::uint32_t cost`.
template <class Entry>
class BucketQueue {
 public:
  using Bucket = std::vector<Entry>;
  static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

  explicit BucketQueue(BucketShape shape)
      : ring_(shape.buckets), ring_mask_{shape.buckets - 1}, shift_{shape.shift} {}

  /// Returns the number of the bucket that holds `cost`.
  [[nodiscard]] std::uint64_t bucket_of(std::uint32_t cost) const noexcept {
    return cost >> shift_;
  }

  /// Adds an entry.
  /// Requires: the entry belongs to the bucket opened last or a later one.
  void push(Entry const& entry) {
    auto const bucket = bucket_of(entry.cost);
    if (bucket - current_ <= ring_mask_) {
      ring_[bucket & ring_mask_].push_back(entry);
      ++in_ring_;
    } else {
      far_.push_back(entry);
      far_least_ = std::min(far_least_, bucket);
    }
  }

  /// Returns the first bucket that holds anything; kNone if the queue is empty.
  [[nodiscard]] std::uint64_t next() const noexcept {
    if (in_ring_ == 0) return far_least_;
    auto bucket = current_;
    while (ring_[bucket & ring_mask_].empty()) ++bucket;
    return std::min(bucket, far_least_);
  }

  /// Opens a bucket to be read, which may grow meanwhile.
  /// Requires: it is not after next().
  [[nodiscard]] Bucket const& open(std::uint64_t bucket) {
    current_ = bucket;
    if (far_least_ <= bucket) deal_out_far();
    return ring_[bucket & ring_mask_];
  }

  /// Empties the bucket opened last.
  void close() noexcept {
    auto& bucket = ring_[current_ & ring_mask_];
    in_ring_ -= bucket.size();
    bucket.clear();
  }

  /// Calls `settle(bucket, i)` for every entry, including entries pushed meanwhile, until none is
  /// left, and `between()` before each bucket.
  template <class Settle, class Between>
  void drain(Settle&& settle, Between&& between) {
    for (auto number = next(); number != kNone; number = next()) {
      between();
      auto const& bucket = open(number);
      for (std::size_t i = 0; i < bucket.size(); ++i) settle(bucket, i);
      close();
    }
    current_ = 0;
  }

  /// Drops all entries that are left.
  void reset() noexcept {
    if (in_ring_ > 0) {
      for (auto& bucket : ring_) bucket.clear();
    }
    in_ring_ = 0;
    far_.clear();
    far_least_ = kNone;
    current_ = 0;
  }

 private:
  /// Moves far entries that now fit into the ring, as the ring has come to the nearest one.
  void deal_out_far() {
    Bucket waiting;
    waiting.swap(far_);
    far_least_ = kNone;
    for (auto const& entry : waiting) push(entry);
  }

  std::vector<Bucket> ring_;
  Bucket far_;
  std::uint64_t far_least_ = kNone;  ///< bucket of the nearest entry of far_
  std::uint64_t current_ = 0;        ///< bucket opened last
  std::uint64_t in_ring_ = 0;        ///< number of entries in the ring
  std::uint64_t ring_mask_;
  unsigned shift_;
};

}  // namespace gapmap::graph
