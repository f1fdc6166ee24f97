#include "gapmap/io/detail/osm_relations.h"

#include <algorithm>

#include "gapmap/network/osm_values.h"

namespace gapmap::io {

using network::OsmRelationKind;

void OsmRelations::add(OsmId id, network::OsmTags tags, std::span<OsmMember const> members) {
  auto const kind = network::kind_of_osm_relation(tags);
  if (kind == OsmRelationKind::Turn) {
    add_turn(id, tags, members);
  } else if (kind != OsmRelationKind::Nothing) {
    add_lender(kind, tags, members);
  }
}

void OsmRelations::add_turn(OsmId id, network::OsmTags tags, std::span<OsmMember const> members) {
  OsmTurnRelation relation{.id = id, .turn = network::osm_turn(tags)};
  if (relation.turn.unused != network::OsmTurn::Unused::No) {
    // Restrictions for lorries or buses only do not concern any mode here and are no fault.
    if (relation.turn.unused != network::OsmTurn::Unused::BindsNobody)
      unused_turns_.emplace_back(id, relation.turn.unused);
    return;
  }
  for (auto const& member : members) {
    bool const is_way = member.kind == OsmMember::Kind::Way;
    if (is_way && member.role == "from") relation.from.push_back(member.id);
    if (is_way && member.role == "to") relation.to.push_back(member.id);
    if (is_way && member.role == "via") relation.via_ways.push_back(member.id);
    if (member.kind == OsmMember::Kind::Node && member.role == "via") relation.via_node = member.id;
  }
  turns_.push_back(std::move(relation));
}

void OsmRelations::add_lender(OsmRelationKind kind, network::OsmTags tags,
                              std::span<OsmMember const> members) {
  OsmLender lender{.kind = kind};
  for (auto const& [key, value] : tags.all()) lender.tags.emplace_back(key, value);
  if (kind == OsmRelationKind::FerryLine)
    lender.duration_s = network::parse_osm_duration(tags["duration"]).value_or(0);
  auto const number = static_cast<std::uint32_t>(lenders_.size());
  auto const first = loans_.size();
  for (auto const& member : members) {
    // A line in both directions may list its ways twice.
    bool const is_known =
        std::any_of(loans_.begin() + static_cast<std::ptrdiff_t>(first), loans_.end(),
                    [&](auto const& l) { return l.way == member.id; });
    if (member.kind != OsmMember::Kind::Way || is_known) continue;
    loans_.push_back({member.id, number, std::string{member.role}});
    if (kind == OsmRelationKind::FerryLine && !network::is_osm_stop(member.role)) ++lender.ways;
  }
  lenders_.push_back(std::move(lender));
}

void OsmRelations::append(OsmRelations const& more) {
  auto const before = static_cast<std::uint32_t>(lenders_.size());
  lenders_.insert(lenders_.end(), more.lenders_.begin(), more.lenders_.end());
  for (auto const& loan : more.loans_)
    loans_.push_back({loan.way, before + loan.lender, loan.role});
  turns_.insert(turns_.end(), more.turns_.begin(), more.turns_.end());
  unused_turns_.insert(unused_turns_.end(), more.unused_turns_.begin(), more.unused_turns_.end());
}

void OsmRelations::index() { std::ranges::stable_sort(loans_, {}, &Loan::way); }

void OsmRelations::number_via_nodes(std::vector<OsmId> const& ids) {
  for (auto& turn : turns_) {
    if (!turn.via_node) continue;
    auto const found = std::ranges::lower_bound(ids, *turn.via_node);
    if (found != ids.end() && *found == *turn.via_node)
      turn.via_key = static_cast<std::uint32_t>(found - ids.begin());
  }
}

std::span<OsmRelations::Loan const> OsmRelations::loans(OsmId way) const {
  return {std::ranges::lower_bound(loans_, way, {}, &Loan::way),
          std::ranges::upper_bound(loans_, way, {}, &Loan::way)};
}

}  // namespace gapmap::io
