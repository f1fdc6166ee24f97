#pragma once
// Rules about turns, as paths along links that were cut.

#include <cstdint>
#include <utility>
#include <vector>

#include "gapmap/network/assemble.h"
#include "gapmap/network/detail/links.h"
#include "gapmap/network/detail/spots.h"

namespace gapmap::network {

/// A link as it is travelled.
struct DirectedLink {
  LinkId link;
  Direction direction;
  friend bool operator==(DirectedLink const&, DirectedLink const&) = default;
  [[nodiscard]] DirectedLink reversed() const noexcept { return {link, opposite(direction)}; }
};

/// One rule: the last link of the way one comes by, all of those between, the first of the way that
/// is meant.
struct TurnPath {
  TurnKind kind;
  ModeSet binds;  ///< those who may travel all of it
  std::vector<DirectedLink> links;
};

struct Turns {
  std::vector<TurnPath> paths;
  std::vector<SpotId> kept;  ///< where links of paths meet: no chain may pass through
  std::vector<std::pair<std::uint32_t, UnusedTurn>> unused;  ///< rules by number, ascending
};

/// Requires: `links` were cut from these `roads`, whose vertices are named if there are rules.
[[nodiscard]] Turns find_turns(RoadLines const& roads, Spots const& spots, Links const& links);

}  // namespace gapmap::network
