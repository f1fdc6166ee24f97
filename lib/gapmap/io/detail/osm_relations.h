#pragma once
// What is kept of the relations of an OpenStreetMap extract: those that say something about ways as
// roads. Filled by io/detail/osm_blocks or io/detail/osm_one_by_one before any way is read.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gapmap/network/osm_relations.h"

namespace gapmap::io {

using OsmId = std::int64_t;

struct OsmMember {
  enum class Kind : std::uint8_t { Node, Way, Relation };
  Kind kind;
  OsmId id;
  std::string_view role;
};

/// A ferry line or a square: tags that its member ways borrow.
struct OsmLender {
  network::OsmRelationKind kind;
  std::vector<std::pair<std::string, std::string>> tags;
  std::uint32_t duration_s = 0;  ///< of a whole ferry line; 0: unknown
  std::uint32_t ways = 0;        ///< number of different members that are not stops
};

/// A turn restriction with its members by role.
struct OsmTurnRelation {
  OsmId id;
  network::OsmTurn turn;
  std::vector<OsmId> from;
  std::vector<OsmId> to;
  std::vector<OsmId> via_ways;
  std::optional<OsmId> via_node;
  std::optional<std::uint32_t> via_key;  ///< key of `via_node`, if some way uses it
};

class OsmRelations {
 public:
  /// A way that belongs to a lender.
  struct Loan {
    OsmId way;
    std::uint32_t lender;  ///< index in lenders()
    std::string role;
  };

  void add(OsmId id, network::OsmTags tags, std::span<OsmMember const> members);
  /// Appends the relations of the next part of the file.
  void append(OsmRelations const& more);
  /// Builds the index. Call it when all relations are added, before anything is looked up.
  void index();

  /// Sets the keys of via nodes. `ids` are those of the nodes that ways use, ascending; the key of
  /// a node is its index.
  void number_via_nodes(std::vector<OsmId> const& ids);

  /// Returns the loans of `way` in the order of the file. Call index() before.
  [[nodiscard]] std::span<Loan const> loans(OsmId way) const;
  [[nodiscard]] std::vector<OsmLender> const& lenders() const noexcept { return lenders_; }
  [[nodiscard]] std::vector<OsmTurnRelation> const& turns() const noexcept { return turns_; }
  /// Restrictions left out because of their tags.
  [[nodiscard]] std::vector<std::pair<OsmId, network::OsmTurn::Unused>> const& unused_turns()
      const noexcept {
    return unused_turns_;
  }

 private:
  void add_turn(OsmId id, network::OsmTags tags, std::span<OsmMember const> members);
  void add_lender(network::OsmRelationKind kind, network::OsmTags tags,
                  std::span<OsmMember const> members);

  std::vector<OsmLender> lenders_;
  std::vector<Loan> loans_;
  std::vector<OsmTurnRelation> turns_;
  std::vector<std::pair<OsmId, network::OsmTurn::Unused>> unused_turns_;
};

}  // namespace gapmap::io
