#include "gapmap/io/detail/osm_blocks.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_pipeline.h>

#include <algorithm>

#include "gapmap/io/detail/osm_block.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kBlobsAtOnce =
    16;  // enough to keep threads busy, few enough to stay in cache

/// The result of one blob, with its position in the file.
template <class Result>
struct FromBlob {
  std::size_t blob = 0;
  Result result = {};
};

/// Calls `decode(block, result)` in parallel for all `blobs`, and `take(blob, result)` in their
/// order, in which `progress` is told too.
template <class Result, class Decode, class Take>
void decode_in_order(OsmBlobs const& file, std::vector<std::size_t> const& blobs,
                     Progress const& progress, Decode const& decode, Take const& take) {
  std::uint64_t all_bytes = 0;
  for (auto const blob : blobs) all_bytes += file.packed_bytes_of(blob);
  Steps bytes{progress, all_bytes};
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
      tbb::filter_mode::parallel, handed_on([&](std::size_t blob) {
        FromBlob<Result> from{blob};
        decode(OsmBlock{file.unpack(blob, readers.local())}, from.result);
        return from;
      }));
  auto const collect = tbb::make_filter<FromBlob<Result>, void>(
      tbb::filter_mode::serial_in_order, handed_on([&](FromBlob<Result> const& from) {
        take(from.blob, from.result);
        bytes.add(file.packed_bytes_of(from.blob));
      }));
  tbb::parallel_pipeline(kBlobsAtOnce, choose & work & collect);
}

struct BlockRelations {
  OsmRelations relations;
  OsmSequence sequence;
  bool has_more = false;
};

struct BlockWays {
  OsmWays ways;
  OsmSequence sequence;
  bool has_nodes = false;
  bool has_relations = false;
};

struct BlockNodes {
  FoundNodes found;
  bool has_ways = false;
  bool has_relations = false;
};

}  // namespace

OsmBlocks::OsmBlocks(std::string const& path, OsmWish const& wish, Progress const& progress)
    : blobs_{path},
      wish_{wish},
      progress_{progress},
      border_{first_behind(0, [](OsmBlock const& block) { return block.is_behind_nodes(); })},
      relations_border_{
          first_behind(border_, [](OsmBlock const& block) { return block.has_relations(); })} {}

template <class IsBehind>
std::size_t OsmBlocks::first_behind(std::size_t first, IsBehind const& is_behind) const {
  BlobReader reader;
  for (auto end = blobs_.size(); first < end;) {
    auto const middle = first + (end - first) / 2;
    if (is_behind(OsmBlock{blobs_.unpack(middle, reader)})) {
      end = middle;
    } else {
      first = middle + 1;
    }
  }
  return first;
}

double OsmBlocks::share_of_relations() const {
  // Without borders every blob is unpacked three times.
  if (relations_border_ == 0 || blobs_.size() == 0) return 1.0 / 3;
  return std::min(share_of_ways(), static_cast<double>(blobs_.packed_bytes(relations_border_)) /
                                       static_cast<double>(blobs_.packed_bytes(0)));
}

double OsmBlocks::share_of_ways() const {
  if (border_ == 0 || blobs_.size() == 0) return 2.0 / 3;
  return static_cast<double>(blobs_.packed_bytes(border_)) /
         static_cast<double>(blobs_.packed_bytes(0));
}

std::optional<OsmRelations> OsmBlocks::read_relations() {
  is_complete_ = true;
  mixed_.clear();
  std::vector<std::size_t> behind;
  for (auto blob = relations_border_; blob < blobs_.size(); ++blob) behind.push_back(blob);
  OsmRelations all;
  OsmSequence sequence;
  decode_in_order<BlockRelations>(
      blobs_, behind, part_of(progress_, 0, share_of_relations()),
      [&](OsmBlock const& block, BlockRelations& result) {
        block.read_relations(result.relations, result.sequence);
        result.has_more = block.has_nodes() || block.has_ways();
      },
      [&](std::size_t blob, BlockRelations const& result) {
        if (result.has_more && blob >= border_) mixed_.push_back(blob);
        sequence.append(result.sequence);
        all.append(result.relations);
      });
  if (!sequence.is_ascending()) return std::nullopt;
  all.index();
  return all;
}

std::optional<OsmWays> OsmBlocks::read_ways(OsmRelations const& relations) {
  with_nodes_.clear();
  for (std::size_t blob = 0; blob < border_; ++blob) with_nodes_.push_back(blob);
  std::vector<std::size_t> behind;
  for (auto blob = border_; blob < relations_border_; ++blob) behind.push_back(blob);
  behind.insert(behind.end(), mixed_.begin(), mixed_.end());
  auto wish = wish_;
  wish.relations = &relations;
  OsmWays all;
  OsmSequence sequence;
  // A packed reference takes at least two bytes; reserved memory that is never written costs
  // nothing.
  all.refs.reserve(blobs_.packed_bytes(border_) / 2);
  decode_in_order<BlockWays>(
      blobs_, behind, part_of(progress_, share_of_relations(), share_of_ways()),
      [&](OsmBlock const& block, BlockWays& result) {
        block.read_ways(wish, result.ways, result.sequence);
        result.has_nodes = block.has_nodes();
        result.has_relations = block.has_relations();
      },
      [&](std::size_t blob, BlockWays const& result) {
        if (result.has_nodes) with_nodes_.push_back(blob);
        sequence.append(result.sequence);
        if (result.has_relations && blob < relations_border_) is_complete_ = false;
        all.append(result.ways);
      });
  if (!sequence.is_ascending()) return std::nullopt;
  return all;
}

OsmBlocks::Nodes OsmBlocks::read_nodes(OsmNodes& nodes) {
  OsmSequence sequence;
  decode_in_order<BlockNodes>(
      blobs_, with_nodes_, part_of(progress_, share_of_ways(), 1),
      [&](OsmBlock const& block, BlockNodes& result) {
        block.read_nodes(OsmKeyFinder{nodes.ids}, result.found);
        result.has_ways = block.has_ways();
        result.has_relations = block.has_relations();
      },
      [&](std::size_t blob, BlockNodes const& result) {
        bool const is_sorted = (!result.has_ways || blob >= border_) &&
                               (!result.has_relations || blob >= relations_border_);
        is_complete_ = is_complete_ && is_sorted;
        sequence.append(result.found.sequence);
        for (auto const& [key, position] : result.found.nodes) nodes.positions[key] = position;
        nodes.facts.append(result.found.facts);
      });
  if (!sequence.is_ascending()) return Nodes::Unusual;
  if (is_complete_) return Nodes::Read;
  border_ = relations_border_ = 0;
  return Nodes::SomeWereMissed;
}

}  // namespace gapmap::io
