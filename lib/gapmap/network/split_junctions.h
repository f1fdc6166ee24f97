#pragma once
// Turns that are forbidden become part of a network's shape, so that no search needs to know of
// them. Private to network/assemble.

#include <compare>
#include <span>
#include <vector>

#include "gapmap/network/road_network.h"
#include "gapmap/network/turn_rules.h"

namespace gapmap::network {

/// A segment as it is travelled.
struct DirectedSegment {
  SegmentId segment;
  Direction direction;
  friend auto operator<=>(DirectedSegment const&, DirectedSegment const&) = default;
  [[nodiscard]] DirectedSegment reversed() const noexcept { return {segment, opposite(direction)}; }
};

/// Whoever has travelled all but the last segment must not, or must only, go on by the last one.
struct BoundTurn {
  TurnKind kind;
  ModeSet binds;
  std::vector<DirectedSegment> path;  ///< at least two, each beginning where the one before ends
};

/// Gives every way of arriving that some turn is bound to a junction of its own, and copies of the
/// segments by which it may be left (RoadNetwork says what copies are).
///
/// Where somebody is kept from a turn, he does not turn round either, for that would undo it: not
/// at that junction, nor at the first one behind it where he has a choice; at a dead end he may.
/// Elsewhere turning round shortens nothing and stays allowed.
///
/// Method:  the forbidden sequences of segments make an automaton whose states are their beginnings (Aho and Corasick 1975,
///          Commun. ACM 18:333–340; for turn restrictions Villeneuve and Desaulniers 2005, Eur. J.
///          Oper. Res. 165:97–107); every state is a junction, every step a copy.
/// Cost:    O(V + E), and what is copied: the number of ways out of every junction that is split.
void split_junctions(RoadNetwork& network, std::span<BoundTurn const> turns);

}  // namespace gapmap::network
