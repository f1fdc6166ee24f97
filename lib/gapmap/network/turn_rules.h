#pragma once
// Turns that are forbidden, as a source of roads states them.

#include <cstdint>
#include <vector>

#include "gapmap/network/road.h"

namespace gapmap::network {

enum class TurnKind : std::uint8_t {
  No,       ///< from here not there
  NoUTurn,  ///< likewise; where both are one way, it is back the way one came
  Only,     ///< from here only there
};
inline constexpr std::size_t kTurnKinds = 3;

/// Consecutive lines: what is there of one way of the source.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(LineRange const&, LineRange const&) = default;
};

/// Whoever comes by `from` to a vertex, or by it and all of `via`, must not or must only go on by
/// `to`.
struct TurnRule {
  TurnKind kind = TurnKind::No;
  ModeSet binds;
  LineRange from;
  std::vector<LineRange> via = {};  ///< in any order; none: `via_vertex`
  std::uint32_t via_vertex = 0;     ///< its key
  LineRange to;
};

}  // namespace gapmap::network
