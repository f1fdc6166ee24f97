#pragma once
// Relations, ways and nodes out of PBF, in parallel by blob. Results stand in the order of the
// file, whatever the number of threads.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/io/detail/osm_blobs.h"
#include "gapmap/io/detail/osm_elements.h"
#include "gapmap/units/progress.h"

namespace gapmap::io {

/// Reads relations first, for they say what some ways are; then ways, then the nodes they use. In
/// nearly every extract all nodes stand before all ways and these before all relations, and only
/// what lies between two borders is unpacked each time; where that turns out to be untrue,
/// everything is read from the beginning.
class OsmBlocks {
 public:
  /// `progress` is told the bytes read of those to be read; a reference is kept. Throws
  /// std::exception if the file is no PBF, or truncated.
  OsmBlocks(std::string const& path, OsmWish const& wish, Progress const& progress);

  /// Whether objects may be there in several versions, or deleted: nothing for this reader.
  [[nodiscard]] bool has_history() const noexcept { return blobs_.has_history(); }

  /// Throws std::exception if the data are damaged. Nothing if some relation is deleted or does not
  /// stand behind the one with the next lower id, so that it may be there twice.
  [[nodiscard]] std::optional<OsmRelations> read_relations();

  /// Those of the wish, with what `relations` lend them. Throws likewise. Nothing likewise of ways.
  [[nodiscard]] std::optional<OsmWays> read_ways(OsmRelations const& relations);

  enum class Nodes : std::uint8_t {
    Read,
    SomeWereMissed,  ///< a way or a relation was met before its border: read all anew
    Unusual          ///< some node is deleted, or may be there twice
  };
  /// Fills in positions and facts of `nodes.ids`. Throws likewise.
  [[nodiscard]] Nodes read_nodes(OsmNodes& nodes);

 private:
  /// The first blob, from `first` on, for which `is_behind` holds, as it does for all after it.
  template <class IsBehind>
  [[nodiscard]] std::size_t first_behind(std::size_t first, IsBehind const& is_behind) const;
  /// Share of all reading that is done once relations are read, and once ways are.
  [[nodiscard]] double share_of_relations() const;
  [[nodiscard]] double share_of_ways() const;

  OsmBlobs blobs_;
  OsmWish wish_;
  Progress const& progress_;
  std::size_t border_;            ///< the first blob behind the nodes, if the file is sorted
  std::size_t relations_border_;  ///< likewise behind the ways
  bool is_complete_ = true;
  std::vector<std::size_t> mixed_;  ///< behind that border, but with ways or nodes
  std::vector<std::size_t> with_nodes_;
};

}  // namespace gapmap::io
