#pragma once
// Turn rules as paths along links that were cut.

#include <cstdint>
#include <utility>
#include <vector>

#include "gapmap/network/assemble.h"
#include "gapmap/network/detail/links.h"
#include "gapmap/network/detail/spots.h"

namespace gapmap::network {

/// A link and the direction in which it is travelled.
struct DirectedLink {
  LinkId link;
  Direction direction;
  friend bool operator==(DirectedLink const&, DirectedLink const&) = default;
  [[nodiscard]] DirectedLink reversed() const noexcept { return {link, opposite(direction)}; }
};

/// One turn rule as a path: the last link of the way one arrives by, all links of the ways between,
/// and the first link of the way that the rule is about.
struct TurnPath {
  TurnKind kind;
  ModeSet binds;  ///< the modes bound that may travel all of it
  std::vector<DirectedLink> links;
};

struct Turns {
  std::vector<TurnPath> paths;
  std::vector<SpotId> kept;  ///< spots where links of paths meet: no chain may pass through them
  std::vector<std::pair<std::uint32_t, UnusedTurn>> unused;  ///< rules by index, ascending
};

/// Finds the paths of all turn rules of `roads`, and the rules that bind nobody.
/// Requires: `links` were cut from these `roads`, whose vertices are named if there are rules.
[[nodiscard]] Turns find_turns(RoadLines const& roads, Spots const& spots, Links const& links);

}  // namespace gapmap::network
