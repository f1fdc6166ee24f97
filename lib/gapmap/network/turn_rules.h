#pragma once
// Turn rules as a source of roads states them: turns that are forbidden, or the only ones allowed.

#include <cstdint>
#include <vector>

#include "gapmap/network/road.h"

namespace gapmap::network {

enum class TurnKind : std::uint8_t {
  No,       ///< no turn from `from` to `to`
  NoUTurn,  ///< no turn from `from` to `to`; if both are one way, no turning back on it
  Only,     ///< from `from` only to `to`
};
inline constexpr std::size_t kTurnKinds = 3;

/// Consecutive lines: the parts of one way of the source.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(LineRange const&, LineRange const&) = default;
};

/// Travellers who come by `from` to a vertex, or by it and all of `via`, must not, or must only, go
/// on by `to`.
struct TurnRule {
  TurnKind kind = TurnKind::No;
  ModeSet binds;
  LineRange from;
  std::vector<LineRange> via = {};  ///< in any order; if empty, `via_vertex` counts
  std::uint32_t via_vertex = 0;     ///< key of the vertex between `from` and `to`
  LineRange to;
};

}  // namespace gapmap::network
