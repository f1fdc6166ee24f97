#pragma once
// Nobody turns round to get past a forbidden turn.

#include "gapmap/network/detail/bound_turns.h"

namespace gapmap::network {

/// Longest way round a forbidden turn that is looked for.
inline constexpr Meters kLongestWayRound{5'000};

/// Adds to `forbidden` where turning round would shorten a way.
///
/// Who turns round comes back the way he went, to where he could have gone on at once; he saves
/// something only if he was kept from that. So he was where a turn is forbidden, and what he drives
/// out and back is shorter than the way round that turn. Hence for each turn its way round is
/// found, without turning round; and at every end of a segment that is open in both directions and
/// at most three quarters of that length away, nobody turns round any more. Half of it would do for
/// lengths; the rest is room for times, where the way out and back may be the faster road. All
/// others may turn round wherever they like, as it shortens nothing.
///
/// Where there is no way round of at most kLongestWayRound, one must turn round somewhere, and may
/// at the dead ends that make the shortest way (or if there are none, wherever that is), whatever
/// other turns say. Not so if all that leads or is led to by such turning only is a small
/// component, less than a kilometre and a hundredth of all roads: that would be a way for others to
/// evade the turn, and homes there join the next road.
///
/// Cost:    O(n log n) for each forbidden turn, n the segments within its way round.
void forbid_turning_round(DirectedSegments const& segments, ForbiddenPaths& forbidden);

}  // namespace gapmap::network
