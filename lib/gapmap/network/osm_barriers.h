#pragma once
// Tells who may pass OpenStreetMap's barriers on nodes.

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {

/// Which modes may pass a node.
struct OsmPassage {
  ModeSet permitted = ModeSet::all();
  Entry entry = Entry::Anywhere;  ///< WithKey, or Anywhere

  [[nodiscard]] bool is_free() const noexcept { return permitted == ModeSet::all(); }
};

/// Returns who may pass a node. A bollard stops cars, a gate with access=private or a lock stops
/// everybody; a barrier of an unknown kind stops cars, as most do. A node without a barrier stops
/// the modes that its access tags exclude. Access tags do not count at a crossing or a kerb, where
/// they speak of the crossing, nor at a stop or an entrance, where they speak of its users.
///
/// A gate, a boom, an entrance, a chain, a sinking bollard or a mere node closed only by a lock or
/// by `private` opens to people who live behind it (WithKey). Fixed obstacles and a plain `no` open
/// to nobody.
/// Source: OpenStreetMap wiki, Key:barrier, Key:locked, Key:access.
[[nodiscard]] OsmPassage osm_passage(OsmTags tags);

}  // namespace gapmap::network
