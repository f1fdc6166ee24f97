#pragma once
// Ways and nodes out of PBF, in parallel by blob. Results stand in the order of the file, whatever
// the number of threads. Private to io/osm_pbf.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/osm_blobs.h"
#include "gapmap/io/osm_elements.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Reads ways first, then the nodes they use. In nearly every extract all nodes stand before all
/// ways, and only one side of the border between them is unpacked each time; where that turns out
/// to be untrue, everything is read from the beginning.
class OsmBlocks {
 public:
  /// `progress` is told the bytes read of those to be read; a reference is kept. Throws
  /// std::exception if the file is no PBF, or truncated.
  OsmBlocks(std::string const& path, OsmWish const& wish, Progress const& progress);

  /// Whether objects may be there in several versions, or deleted: nothing for this reader.
  [[nodiscard]] bool has_history() const noexcept { return blobs_.has_history(); }

  /// Throws std::exception if the data are damaged. Nothing if some way is deleted or does not
  /// stand behind the one with the next lower id, so that it may be there twice.
  [[nodiscard]] std::optional<OsmWays> read_ways();

  enum class Nodes : std::uint8_t {
    Read,
    WaysWereMissed,  ///< a way was met before the border: both are to be called again
    Unusual          ///< some node is deleted, or may be there twice
  };
  /// Fills in positions and barriers of `nodes.ids`. Throws likewise.
  [[nodiscard]] Nodes read_nodes(OsmNodes& nodes);

 private:
  [[nodiscard]] std::size_t first_with_ways() const;
  /// Share of all reading that is done once ways are read.
  [[nodiscard]] double share_of_ways() const;

  OsmBlobs blobs_;
  OsmWish wish_;
  Progress const& progress_;
  std::size_t border_;  ///< the first blob behind the nodes, if the file is sorted
  std::vector<std::size_t> with_nodes_;
};

}  // namespace gapmap::io
