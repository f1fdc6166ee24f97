#pragma once
// What is kept of an OpenStreetMap extract while it becomes roads: ways that anybody may travel,
// and the nodes they use. Filled by io/detail/osm_blocks or by io/detail/osm_one_by_one.

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

/// The tags of one object, laid out for network/osm_tags.
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
      256;  // OpenStreetMap's own limit is lower; further ones are not looked at
  std::array<network::OsmTag, kMost> tags_;
  std::size_t size_ = 0;
};

/// Which ways are wanted, and what of them.
struct OsmWish {
  network::OsmChoices choices = {};
  RoadNames names = RoadNames::Skip;
  OsmRelations const* relations = nullptr;  ///< none: ways are what their own tags say
};

/// Ways in the order of the file; node references one after the other.
struct OsmWays {
  std::vector<OsmId> ids;
  std::vector<network::OsmRoad> roads;
  std::vector<std::size_t> ends;  ///< of each way in `refs`
  std::vector<OsmId> refs;
  std::vector<std::pair<OsmId, network::OsmClosed>> closed;  ///< nobody may travel on them
  std::vector<NameId> names;                                 ///< of each way, if they are wanted
  NameCollector name_texts;
  /// A way that is part of a ferry line whose crossing time is known.
  struct PartOfLine {
    static constexpr std::size_t kNoFerry = ~std::size_t{0};
    std::size_t way;     ///< its place, ascending but for kNoFerry: a road, or closed to everybody
    std::uint32_t line;  ///< place in OsmRelations::lenders()
  };
  std::vector<PartOfLine> parts_of_lines;

  /// Keeps the way if its tags say that it is a road or a ferry; its references are then for the
  /// caller to append. True if so.
  [[nodiscard]] bool add(OsmId id, network::OsmTags tags, OsmWish const& wish);
  /// Puts the ways of the next part of the file behind these.
  void append(OsmWays const& more);

 private:
  bool add_road(OsmId id, network::OsmTags tags, OsmWish const& wish);
};

/// As OpenStreetMap stores it: ten-millionths of a degree.
struct OsmPosition {
  static constexpr std::int32_t kMissing = std::numeric_limits<std::int32_t>::max();
  std::int32_t lon = kMissing;
  std::int32_t lat = kMissing;

  [[nodiscard]] bool is_missing() const noexcept { return lon == kMissing; }
};

using OsmBarrier =
    std::pair<std::uint32_t, network::OsmPassage>;  ///< a node's key, and who may pass
using OsmSign = std::pair<std::uint32_t, network::RoadSign>;

/// What tags of a node say about the roads that use it.
struct OsmNodeFacts {
  std::vector<OsmBarrier> barriers;
  std::vector<OsmSign> signs;

  void add(std::uint32_t key, network::OsmTags tags);
  /// Puts those of the next part of the file behind these.
  void append(OsmNodeFacts const& more);
  /// By key; of nodes given twice the later one stands behind.
  void sort();
};

/// The nodes that ways use. A node's key is its place in `ids`.
struct OsmNodes {
  std::vector<OsmId> ids;              ///< ascending, each once
  std::vector<OsmPosition> positions;  ///< missing if the extract lacks the node
  OsmNodeFacts facts;                  ///< ascending
};

/// Finds keys of nodes that come mostly in ascending order, as they stand in extracts.
class OsmKeyFinder {
 public:
  static constexpr std::uint32_t kUnused = std::numeric_limits<std::uint32_t>::max();

  explicit OsmKeyFinder(std::vector<OsmId> const& ids) : ids_{ids} {}

  /// kUnused if no way uses the node.
  [[nodiscard]] std::uint32_t find(OsmId id);

 private:
  std::vector<OsmId> const& ids_;
  std::size_t next_ = 0;  ///< the first id not below `last_`
  OsmId last_ = std::numeric_limits<OsmId>::max();
};

}  // namespace gapmap::io
