#pragma once
// OpenStreetMap's barriers on nodes: who may pass.

#include "gapmap/network/osm_tags.h"

namespace gapmap::network {

/// Who may pass a node.
struct OsmPassage {
  ModeSet permitted = ModeSet::all();
  Entry entry = Entry::Anywhere;  ///< WithKey, or Anywhere

  [[nodiscard]] bool is_free() const noexcept { return permitted == ModeSet::all(); }
};

/// A bollard stops cars, a gate with access=private or a lock everybody; a barrier of a kind that
/// is not known stops cars, as most do. A node without a barrier stops whom its access tags close
/// it to, but at a crossing or a kerb they speak of the crossing, and at a stop or an entrance of
/// who uses that.
///
/// A gate, a boom, an entrance, a chain, a sinking bollard or a mere node that only a lock or a
/// `private` closes opens to those who live behind it (WithKey); a fixed obstacle to nobody, nor
/// does a plain `no`.
/// Source: OpenStreetMap wiki, Key:barrier, Key:locked, Key:access.
[[nodiscard]] OsmPassage osm_passage(OsmTags tags);

}  // namespace gapmap::network
