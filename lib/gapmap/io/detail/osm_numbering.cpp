#include "gapmap/io/detail/osm_numbering.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <span>
#include <utility>

#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/large_vector.h"
#include "gapmap/units/radix_sort.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

constexpr unsigned kLowerBits = 32;
constexpr unsigned kBucketBits = 11;
constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;
constexpr std::size_t kRefsAtOnce = std::size_t{1} << 20U;
constexpr std::size_t kBucketsAtOnce = 32;

/// The lower digits of a reference's id, followed by its position.
using Use = std::uint64_t;

/// Sorts references into buckets by the upper digits of their ids, and then each bucket, which is
/// small enough for a core's cache.
class Numbering {
 public:
  explicit Numbering(std::vector<OsmId> refs)
      : refs_{std::move(refs)}, blocks_{refs_.size(), kRefsAtOnce} {
    expects(refs_.size() < std::numeric_limits<std::uint32_t>::max(),
            "roads refer to fewer than 2^32 nodes");
    auto const [least, most] = least_and_most();
    least_ = least;
    range_ = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least);
  }

  [[nodiscard]] OsmNodes number(std::vector<std::uint32_t>& keys) {
    // OpenStreetMap has assigned 2^34 ids so far.
    bool const fits = range_ >> (kLowerBits + kBucketBits) == 0;
    return fits ? number_by_digits(keys) : number_by_order(keys);
  }

 private:
  static constexpr Use kPlace = (Use{1} << kLowerBits) - 1;

  [[nodiscard]] OsmNodes number_by_digits(std::vector<std::uint32_t>& keys) {
    while (range_ >> (shift_ + kBucketBits) != 0) ++shift_;
    fill_buckets();
    refs_ = std::vector<OsmId>{};  // "= {}" would keep the memory
    std::vector<std::size_t> first_key(kBuckets + 1, 0);
    Blocks const work{kBuckets, kBucketsAtOnce};
    work.each([&](Block const& block) {
      std::vector<Use> scratch;
      for (auto b = block.first; b < block.end; ++b) {
        auto const uses = bucket(b);
        radix_sort(uses, kLowerBits, shift_, scratch);
        for (std::size_t i = 0; i < uses.size(); ++i)
          first_key[b + 1] += is_first_use(uses, i) ? 1 : 0;
      }
    });
    for (std::size_t b = 0; b < kBuckets; ++b) first_key[b + 1] += first_key[b];

    OsmNodes nodes;
    nodes.ids = large_vector<OsmId>(first_key.back());
    keys = large_vector<std::uint32_t>(uses_.size());
    work.each([&](Block const& block) {
      for (auto b = block.first; b < block.end; ++b) {
        auto const uses = bucket(b);
        auto next_key = first_key[b];
        for (std::size_t i = 0; i < uses.size(); ++i) {
          if (is_first_use(uses, i)) nodes.ids[next_key++] = id_of(b, uses[i]);
          keys[uses[i] & kPlace] = static_cast<std::uint32_t>(next_key - 1);
        }
      }
    });
    uses_ = std::vector<Use>{};
    nodes.positions = large_vector<OsmPosition>(nodes.ids.size());
    return nodes;
  }

  /// Numbers nodes whose ids leave no room for the position.
  [[nodiscard]] OsmNodes number_by_order(std::vector<std::uint32_t>& keys) const {
    OsmNodes nodes;
    nodes.ids = refs_;
    stop_if_asked();
    tbb::parallel_sort(nodes.ids.begin(), nodes.ids.end());
    nodes.ids.erase(std::unique(nodes.ids.begin(), nodes.ids.end()), nodes.ids.end());
    keys = large_vector<std::uint32_t>(refs_.size());
    blocks_.each([&](Block const& block) {
      for (auto at = block.first; at < block.end; ++at)
        keys[at] = static_cast<std::uint32_t>(std::ranges::lower_bound(nodes.ids, refs_[at]) -
                                              nodes.ids.begin());
    });
    nodes.positions = large_vector<OsmPosition>(nodes.ids.size());
    return nodes;
  }

  [[nodiscard]] std::pair<OsmId, OsmId> least_and_most() const {
    std::vector<std::pair<OsmId, OsmId>> of_blocks(blocks_.count());
    blocks_.each([&](Block const& block) {
      auto const [least, most] =
          std::minmax_element(refs_.data() + block.first, refs_.data() + block.end);
      of_blocks[block.number] = {*least, *most};
    });
    if (of_blocks.empty()) return {0, 0};
    auto all = of_blocks.front();
    for (auto const& of : of_blocks)
      all = {std::min(all.first, of.first), std::max(all.second, of.second)};
    return all;
  }

  [[nodiscard]] std::uint64_t above_least(OsmId id) const noexcept {
    return static_cast<std::uint64_t>(id) - static_cast<std::uint64_t>(least_);
  }
  [[nodiscard]] OsmId id_of(std::size_t bucket, Use use) const noexcept {
    auto const below = use >> kLowerBits & ((std::uint64_t{1} << shift_) - 1);
    return static_cast<OsmId>(static_cast<std::uint64_t>(least_) +
                              (std::uint64_t{bucket} << shift_ | below));
  }
  [[nodiscard]] std::span<Use> bucket(std::size_t b) noexcept {
    return std::span{uses_}.subspan(first_[b], first_[b + 1] - first_[b]);
  }
  /// Whether a use is the first of its id. All of a bucket share the digits that `shift_` cuts off.
  [[nodiscard]] static bool is_first_use(std::span<Use const> bucket, std::size_t i) noexcept {
    return i == 0 || bucket[i] >> kLowerBits != bucket[i - 1] >> kLowerBits;
  }

  /// Fills the buckets in parallel. Each block of references has its own part of every bucket, so
  /// that entries of a bucket are in the order of the source.
  void fill_buckets() {
    std::vector<std::array<std::size_t, kBuckets>> next(blocks_.count());
    blocks_.each([&](Block const& block) {
      auto& counts = next[block.number];
      for (auto at = block.first; at < block.end; ++at) ++counts[above_least(refs_[at]) >> shift_];
    });
    std::size_t sum = 0;
    for (std::size_t b = 0; b < kBuckets; ++b) {
      first_[b] = sum;
      for (auto& of_block : next) sum += std::exchange(of_block[b], sum);
    }
    first_[kBuckets] = sum;
    uses_ = large_vector<Use>(refs_.size());
    blocks_.each([&](Block const& block) {
      auto& to = next[block.number];
      for (auto at = block.first; at < block.end; ++at) {
        auto const id = above_least(refs_[at]);
        uses_[to[id >> shift_]++] = id << kLowerBits | at;
      }
    });
  }

  std::vector<OsmId> refs_;
  Blocks blocks_;
  OsmId least_ = 0;
  std::uint64_t range_ = 0;
  unsigned shift_ = 0;  ///< number of digits of an id below those that choose the bucket
  std::vector<Use> uses_;
  std::array<std::size_t, kBuckets + 1> first_{};
};

}  // namespace

OsmNodes number_nodes(std::vector<OsmId> refs, std::vector<std::uint32_t>& keys) {
  return Numbering{std::move(refs)}.number(keys);
}

}  // namespace gapmap::io
