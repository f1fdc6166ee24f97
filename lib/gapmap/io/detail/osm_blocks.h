#pragma once
// Reads relations, ways and nodes from PBF, in parallel by blob. Results are in the order of the
// file, whatever the number of threads.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/detail/osm_blobs.h"
#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Reads relations first, because they say what some ways are, then ways, then the nodes they use.
/// In nearly every extract all nodes come before all ways, and these before all relations, so that
/// each pass unpacks only the blobs between two borders; where that turns out to be wrong,
/// everything is read from the beginning.
class OsmBlocks {
 public:
  /// Opens the file and tells `progress`, to which a reference is kept, the share of bytes read.
  /// Throws std::exception if the file is not PBF, or truncated.
  OsmBlocks(std::string const& path, OsmWish const& wish, Progress const& progress);

  /// Whether objects may occur in several versions, or deleted, which this reader does not support.
  [[nodiscard]] bool has_history() const noexcept { return blobs_.has_history(); }

  /// Reads all relations. Nothing if one is deleted or does not come after the relation with the
  /// next lower id, so that it may occur twice. Throws std::exception if the data are damaged.
  [[nodiscard]] std::optional<OsmRelations> read_relations();

  /// Reads the wanted ways, with what `relations` lend them. Nothing if a way is deleted or may
  /// occur twice. Throws std::exception if the data are damaged.
  [[nodiscard]] std::optional<OsmWays> read_ways(OsmRelations const& relations);

  enum class Nodes : std::uint8_t {
    Read,
    SomeWereMissed,  ///< a way or a relation came before its border: everything must be read again
    Unusual          ///< a node is deleted, or may occur twice
  };
  /// Fills in positions and facts of `nodes.ids`. Throws std::exception if the data are damaged.
  [[nodiscard]] Nodes read_nodes(OsmNodes& nodes);

 private:
  /// Returns the first blob, from `first` on, for which `is_behind` holds; it holds for all later
  /// ones.
  template <class IsBehind>
  [[nodiscard]] std::size_t first_behind(std::size_t first, IsBehind const& is_behind) const;
  /// Returns the share of all reading that is done once relations (or ways) are read.
  [[nodiscard]] double share_of_relations() const;
  [[nodiscard]] double share_of_ways() const;

  OsmBlobs blobs_;
  OsmWish wish_;
  Progress const& progress_;
  std::size_t border_;            ///< the first blob after the nodes, if the file is sorted
  std::size_t relations_border_;  ///< the first blob after the ways, if the file is sorted
  bool is_complete_ = true;
  std::vector<std::size_t> mixed_;  ///< blobs after `relations_border_` that have ways or nodes
  std::vector<std::size_t> with_nodes_;
};

}  // namespace gapmap::io
