#pragma once
// Straight ways from home to the place, where these are no longer than going to the road and back.

#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/places/place.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/clientele.h"

namespace gapmap::reach {

struct DirectWay {
  PlaceId place;
  Meters length;  ///< on the ground
  friend bool operator==(DirectWay const&, DirectWay const&) = default;
};

/// All pairs of a cell and a place whose straight distance is no longer than their two off-road
/// legs together: nobody walks from the yard to the road and back to the house next door. Such a
/// way costs as much as off-road legs of its length, and never more than the way by road. For an
/// unattached cell or place, the distance to the nearest road is its leg, and the way is at most
/// `max_off_road` long.
///
/// A default DirectWays has no pairs: for cells and places known by their attachments only.
class DirectWays {
 public:
  DirectWays() = default;
  /// Keeps a reference to `frame`.
  /// Cost: O(log n) per place in practice, and the pairs.
  DirectWays(IdVector<CellId, Attachment> const& cells, IdVector<PlaceId, Attachment> const& places,
             WorkingFrame const& frame, Meters max_off_road);

  /// Returns the straight ways of a cell, ascending by place.
  [[nodiscard]] std::span<DirectWay const> of(CellId cell) const noexcept {
    return of_cell_.empty() ? std::span<DirectWay const>{} : of_cell_[cell];
  }

  using FromCells = std::vector<std::pair<CellId, Meters>>;
  /// Inserts a place, and returns the cells it has straight ways from, ascending.
  /// Requires: the place is not in.
  FromCells insert(PlaceId place, Attachment const& at);
  /// Removes a place that was inserted with `at`, and returns the cells it had straight ways from,
  /// ascending.
  FromCells erase(PlaceId place, Attachment const& at);

  /// Returns the straight ways within a clientele, with cells and places numbered by their index in
  /// it. Nothing can be inserted into the result.
  [[nodiscard]] DirectWays among(Clientele const& clientele) const;

 private:
  class Finder;
  std::shared_ptr<Finder const> finder_;
  IdVector<CellId, std::vector<DirectWay>> of_cell_;
};

}  // namespace gapmap::reach
