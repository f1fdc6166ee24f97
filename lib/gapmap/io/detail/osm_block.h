#pragma once
// The inner layer of the PBF format: the content of one unpacked blob. Source: OpenStreetMap wiki,
// PBF Format (osmformat.proto).

#include <string_view>
#include <vector>

#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/io/detail/osm_versions.h"

namespace gapmap::io {

/// A node that some way uses.
struct FoundNode {
  std::uint32_t key;
  OsmPosition position;
};

struct FoundNodes {
  std::vector<FoundNode> nodes;
  OsmNodeFacts facts;
  OsmSequence sequence;  ///< of the nodes' keys
};

/// Reads a block and refers to its `bytes`. The constructor and all members throw std::exception if
/// the block is damaged.
class OsmBlock {
 public:
  explicit OsmBlock(std::string_view bytes);

  [[nodiscard]] bool has_nodes() const noexcept { return !nodes_.empty() || !dense_.empty(); }
  [[nodiscard]] bool has_ways() const noexcept { return !ways_.empty(); }
  /// Whether it has ways or relations, which follow after all nodes in a sorted file.
  [[nodiscard]] bool is_behind_nodes() const noexcept { return has_ways() || has_relations(); }
  [[nodiscard]] bool has_relations() const noexcept { return !relations_.empty(); }

  /// Appends the relations (or ways, or nodes) of the block. `sequence` receives the ids of all of
  /// them, and a doubt if one is deleted.
  void read_relations(OsmRelations& relations, OsmSequence& sequence) const;
  void read_ways(OsmWish const& wish, OsmWays& ways, OsmSequence& sequence) const;
  void read_nodes(OsmKeyFinder keys, FoundNodes& found) const;

 private:
  using Bytes = std::string_view;
  void read_group(Bytes bytes);
  void read_strings(Bytes bytes);
  [[nodiscard]] std::string_view string(std::uint64_t index) const;
  [[nodiscard]] OsmPosition position(std::int64_t lon, std::int64_t lat) const noexcept;
  void fill(OsmTagList& tags, Bytes keys, Bytes values) const;
  void read_way(Bytes bytes, OsmWish const& wish, OsmTagList& tags, OsmWays& ways,
                OsmSequence& sequence) const;
  void read_relation(Bytes bytes, OsmTagList& tags, std::vector<OsmMember>& members,
                     OsmRelations& relations, OsmSequence& sequence) const;
  void read_node(Bytes bytes, OsmKeyFinder& keys, OsmTagList& tags, FoundNodes& found) const;
  void read_dense(Bytes bytes, OsmKeyFinder& keys, OsmTagList& tags, FoundNodes& found) const;

  std::vector<std::string_view> strings_;
  std::vector<Bytes> nodes_;  ///< in the order of the groups, one element each
  std::vector<Bytes> dense_;
  std::vector<Bytes> ways_;
  std::vector<Bytes> relations_;
  std::int64_t granularity_ = 100;  // billionths of a degree
  std::int64_t lon_offset_ = 0;
  std::int64_t lat_offset_ = 0;
};

}  // namespace gapmap::io
