#pragma once
// Keeps travellers from turning round to evade a forbidden turn.

#include "gapmap/network/detail/bound_turns.h"

namespace gapmap::network {

/// The longest way round a forbidden turn that is searched for.
inline constexpr Meters kLongestWayRound{5'000};

/// Adds to `forbidden` the places where turning round would shorten a way past a forbidden turn.
///
/// Turning round leads back the way one came, to where one could have gone on at once; it saves
/// something only if that was forbidden. So it matters only near a forbidden turn, and only if the
/// way out and back is shorter than the way round that turn. Hence the way round each turn is
/// found, without turning round; and turning round is forbidden at every end of a segment that is
/// open in both directions and at most three quarters of that length away. Half the length would do
/// for lengths; the rest is a margin for times, where the way out and back may be the faster road.
/// Everywhere else turning round stays allowed, as it shortens nothing.
///
/// Where there is no way round of at most kLongestWayRound, travellers must turn round somewhere.
/// They may at the dead ends that make the shortest way (or if there are none, wherever the
/// shortest way turns), whatever other turn rules say. An exception is where everything that is
/// reached, or can be left, by such turning only is a small component, of less than a kilometre and
/// less than a hundredth of all roads: others would use it to evade the rule, and homes there join
/// the next road.
///
/// Cost: O(n log n) for each forbidden turn, where n is the number of segments within its way
/// round.
void forbid_turning_round(DirectedSegments const& segments, ForbiddenPaths& forbidden);

}  // namespace gapmap::network
