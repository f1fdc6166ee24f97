#pragma once
// Builds forbidden turns into the shape of a network, so that searches need not know of them.

#include <span>

#include "gapmap/network/detail/bound_turns.h"
#include "gapmap/network/road_network.h"

namespace gapmap::network {

/// Gives every way of arriving that some turn rule binds a junction of its own, and copies of the
/// segments by which it may be left (RoadNetwork describes copies). Turning round is forbidden
/// where it would evade a rule (network/detail/turning_round).
///
/// Method: the forbidden sequences of segments make an automaton whose states are their beginnings
/// (Aho and Corasick 1975, Commun. ACM 18:333–340; for turn restrictions Villeneuve and Desaulniers
/// 2005, Eur. J. Oper. Res. 165:97–107); every state is a junction, every step a copy.
/// Cost: O(V + E), and the copies made: the number of ways out of every junction that is split.
void split_junctions(RoadNetwork& network, std::span<BoundTurn const> turns);

}  // namespace gapmap::network
