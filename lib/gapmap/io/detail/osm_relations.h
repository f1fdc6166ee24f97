#pragma once
// What is kept of the relations of an OpenStreetMap extract: those that say something of ways as
// roads. Filled by io/detail/osm_blocks or by io/detail/osm_one_by_one, before any way is read.

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
  std::uint32_t duration_s = 0;  ///< of a ferry line, for its whole length; 0: not known
  std::uint32_t ways = 0;        ///< different members that are no stops
};

/// A turn restriction with its members by role.
struct OsmTurnRelation {
  OsmId id;
  network::OsmTurn turn;
  std::vector<OsmId> from;
  std::vector<OsmId> to;
  std::vector<OsmId> via_ways;
  std::optional<OsmId> via_node;
  std::optional<std::uint32_t> via_key;  ///< of that node, if some way uses it
};

class OsmRelations {
 public:
  /// A way that belongs to a lender.
  struct Loan {
    OsmId way;
    std::uint32_t lender;  ///< place in lenders()
    std::string role;
  };

  void add(OsmId id, network::OsmTags tags, std::span<OsmMember const> members);
  /// Puts the relations of the next part of the file behind these.
  void append(OsmRelations const& more);
  /// To be called when all are there, before anything is looked up.
  void index();

  /// `ids`: of the nodes that ways use, ascending; a node's key is its place among them.
  void number_via_nodes(std::vector<OsmId> const& ids);

  /// Those of `way`, in the order of the file; after index().
  [[nodiscard]] std::span<Loan const> loans(OsmId way) const;
  [[nodiscard]] std::vector<OsmLender> const& lenders() const noexcept { return lenders_; }
  [[nodiscard]] std::vector<OsmTurnRelation> const& turns() const noexcept { return turns_; }
  /// Restrictions that are left out by what their tags say.
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
