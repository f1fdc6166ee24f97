#pragma once
// What is kept of an OpenStreetMap extract on the way to roads: ways that anybody may travel, and
// the nodes they use. Filled by io/detail/osm_blocks or io/detail/osm_one_by_one.

#include <array>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "gapmap/io/detail/osm_relations.h"
#include "gapmap/io/read_roads.h"
#include "gapmap/network/osm_barriers.h"
#include "gapmap/network/osm_tags.h"
#include "gapmap/network/signs.h"
#include "gapmap/network/road_names.h"

namespace gapmap::io {

/// The tags of one object in the form of network/osm_tags.
class OsmTagList {
 public:
  void clear() noexcept { size_ = 0; }
  void add(std::string_view key, std::string_view value) noexcept {
    if (size_ < tags_.size()) tags_[size_++] = {key, value};
  }
  [[nodiscard]] network::OsmTags view() const noexcept {
    return network::OsmTags{std::span{tags_}.first(size_)};
  }

 private:
  static constexpr std::size_t kMost =
      256;  // above OpenStreetMap's own limit; further tags are ignored
  std::array<network::OsmTag, kMost> tags_;
  std::size_t size_ = 0;
};

/// Which ways are wanted, and which of their properties.
struct OsmWish {
  network::OsmChoices choices = {};
  RoadNames names = RoadNames::Skip;
  OsmRelations const* relations = nullptr;  ///< null: relations are ignored
};

/// Ways in the order of the file, with node references one after another.
struct OsmWays {
  std::vector<OsmId> ids;
  std::vector<network::OsmRoad> roads;
  std::vector<std::size_t> ends;  ///< end of each way in `refs`
  std::vector<OsmId> refs;
  std::vector<std::pair<OsmId, network::OsmClosed>> closed;  ///< ways on which nobody may travel
  std::vector<NameId> names;                                 ///< one per way, if names are wanted
  NameCollector name_texts;
  /// A way that is part of a ferry line whose crossing time is known.
  struct PartOfLine {
    static constexpr std::size_t kNoFerry = ~std::size_t{0};
    std::size_t way;     ///< index, ascending except for kNoFerry: a road, or closed to everybody
    std::uint32_t line;  ///< index in OsmRelations::lenders()
  };
  std::vector<PartOfLine> parts_of_lines;

  /// Keeps the way if its tags make it a road or a ferry, and returns whether it did; the caller
  /// then appends its references.
  [[nodiscard]] bool add(OsmId id, network::OsmTags tags, OsmWish const& wish);
  /// Appends the ways of the next part of the file.
  void append(OsmWays const& more);

 private:
  bool add_road(OsmId id, network::OsmTags tags, OsmWish const& wish);
};

/// A position as OpenStreetMap stores it: ten-millionths of a degree.
struct OsmPosition {
  static constexpr std::int32_t kMissing = std::numeric_limits<std::int32_t>::max();
  std::int32_t lon = kMissing;
  std::int32_t lat = kMissing;

  [[nodiscard]] bool is_missing() const noexcept { return lon == kMissing; }
};

using OsmBarrier =
    std::pair<std::uint32_t, network::OsmPassage>;  ///< a node's key, and who may pass
using OsmSign = std::pair<std::uint32_t, network::RoadSign>;

/// What the tags of nodes say about the roads that use them.
struct OsmNodeFacts {
  std::vector<OsmBarrier> barriers;
  std::vector<OsmSign> signs;

  void add(std::uint32_t key, network::OsmTags tags);
  /// Appends the facts of the next part of the file.
  void append(OsmNodeFacts const& more);
  /// Sorts by key; of a node given twice, the later facts come last.
  void sort();
};

/// The nodes that ways use. The key of a node is its index in `ids`.
struct OsmNodes {
  std::vector<OsmId> ids;              ///< ascending, each once
  std::vector<OsmPosition> positions;  ///< missing if the extract lacks the node
  OsmNodeFacts facts;                  ///< ascending
};

/// Finds keys of nodes; fast for ids in mostly ascending order, as in extracts.
class OsmKeyFinder {
 public:
  static constexpr std::uint32_t kUnused = std::numeric_limits<std::uint32_t>::max();

  explicit OsmKeyFinder(std::vector<OsmId> const& ids) : ids_{ids} {}

  /// Returns kUnused if no way uses the node.
  [[nodiscard]] std::uint32_t find(OsmId id);

 private:
  std::vector<OsmId> const& ids_;
  std::size_t next_ = 0;  ///< the first id not below `last_`
  OsmId last_ = std::numeric_limits<OsmId>::max();
};

}  // namespace gapmap::io
