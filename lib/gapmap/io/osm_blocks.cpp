#include "gapmap/io/osm_blocks.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>

#include "gapmap/io/osm_block.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kBlobsAtOnce =
    16;  // enough to keep threads busy, few enough to stay in cache

/// What one blob gives, and where it stands in the file.
template <class Result>
struct FromBlob {
  std::size_t blob = 0;
  Result result = {};
};

/// Calls `decode(block, result)` in parallel for all `blobs` and `take(blob, result)` in their
/// order.
template <class Result, class Decode, class Take>
void decode_in_order(OsmBlobs const& file, std::vector<std::size_t> const& blobs,
                     Decode const& decode, Take const& take) {
  tbb::enumerable_thread_specific<BlobReader> readers;
  std::size_t next = 0;
  auto const choose = tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                          [&](tbb::flow_control& control) {
                                                            if (next < blobs.size())
                                                              return blobs[next++];
                                                            control.stop();
                                                            return std::size_t{0};
                                                          });
  auto const work = tbb::make_filter<std::size_t, FromBlob<Result>>(
      tbb::filter_mode::parallel, [&](std::size_t blob) {
        FromBlob<Result> from{blob};
        decode(OsmBlock{file.unpack(blob, readers.local())}, from.result);
        return from;
      });
  auto const collect = tbb::make_filter<FromBlob<Result>, void>(
      tbb::filter_mode::serial_in_order,
      [&](FromBlob<Result> const& from) { take(from.blob, from.result); });
  tbb::parallel_pipeline(kBlobsAtOnce, choose & work & collect);
}

struct BlockWays {
  OsmWays ways;
  bool has_nodes = false;
};

struct BlockNodes {
  FoundNodes found;
  bool has_ways = false;
};

}  // namespace

OsmBlocks::OsmBlocks(std::string const& path, OsmWish const& wish)
    : blobs_{path}, wish_{wish}, border_{first_with_ways()} {}

std::size_t OsmBlocks::first_with_ways() const {
  BlobReader reader;
  std::size_t first = 0;
  for (auto end = blobs_.size(); first < end;) {
    auto const middle = first + (end - first) / 2;
    if (OsmBlock{blobs_.unpack(middle, reader)}.is_behind_nodes()) {
      end = middle;
    } else {
      first = middle + 1;
    }
  }
  return first;
}

OsmWays OsmBlocks::read_ways() {
  with_nodes_.clear();
  for (std::size_t blob = 0; blob < border_; ++blob) with_nodes_.push_back(blob);
  std::vector<std::size_t> behind;
  for (auto blob = border_; blob < blobs_.size(); ++blob) behind.push_back(blob);
  OsmWays all;
  // A reference takes two bytes and more where it is packed; memory that is not written costs
  // nothing.
  all.refs.reserve(blobs_.packed_bytes(border_) / 2);
  decode_in_order<BlockWays>(
      blobs_, behind,
      [&](OsmBlock const& block, BlockWays& result) {
        block.read_ways(wish_, result.ways);
        result.has_nodes = block.has_nodes();
      },
      [&](std::size_t blob, BlockWays const& result) {
        if (result.has_nodes) with_nodes_.push_back(blob);
        all.append(result.ways);
      });
  return all;
}

bool OsmBlocks::read_nodes(OsmNodes& nodes) {
  bool is_complete = true;
  decode_in_order<BlockNodes>(
      blobs_, with_nodes_,
      [&](OsmBlock const& block, BlockNodes& result) {
        block.read_nodes(OsmKeyFinder{nodes.ids}, result.found);
        result.has_ways = block.has_ways();
      },
      [&](std::size_t blob, BlockNodes const& result) {
        if (result.has_ways && blob < border_) is_complete = false;
        // In the order of the file, so that of nodes given twice the later one counts.
        for (auto const& [key, position] : result.found.nodes) nodes.positions[key] = position;
        auto const& barriers = result.found.barriers;
        nodes.barriers.insert(nodes.barriers.end(), barriers.begin(), barriers.end());
      });
  if (!is_complete) border_ = 0;
  return is_complete;
}

}  // namespace gapmap::io
