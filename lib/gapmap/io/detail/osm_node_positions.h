#pragma once
// Positions of the nodes of some ways, read in a second pass so that only those are kept.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/io/osm_file.h"

namespace gapmap::io {

class OsmNodePositions {
 public:
  using Ref = std::int64_t;

  /// Adds a node whose position will be wanted.
  void want(Ref node) { nodes_.push_back(node); }
  /// Reads the positions of all nodes wanted. Throws std::exception like visit_osm_objects().
  /// Cost: 24 bytes a node.
  void read(OsmFile const& file);

  /// Returns the position in degrees; nothing if the file lacks the node or its position.
  [[nodiscard]] std::optional<RawPoint> at(Ref node) const;
  /// Returns the number of different nodes wanted, after read().
  [[nodiscard]] std::size_t wanted() const noexcept { return nodes_.size(); }
  [[nodiscard]] std::size_t located() const noexcept { return located_; }

 private:
  std::vector<Ref> nodes_;  ///< ascending after read()
  std::vector<RawPoint> positions_;
  std::size_t located_ = 0;
};

}  // namespace gapmap::io
