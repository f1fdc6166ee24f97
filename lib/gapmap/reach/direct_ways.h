#pragma once
// Straight from home to the place, where that is no longer than going to the road and back.

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

/// Every pair of a cell and a place whose straight distance is no longer than their two off-road
/// legs together: nobody walks from the yard to the road and back to the house next door. Such a
/// way is travelled as the legs are, and is never more than the way by road. Who is not attached
/// takes part with the distance to the nearest road, but goes no farther than `max_off_road`.
///
/// By default of no pairs: the cells and places are known by their attachments only.
class DirectWays {
 public:
  DirectWays() = default;
  /// Keeps a reference to `frame`. Cost: O(log n) a place in practice, and the pairs.
  DirectWays(IdVector<CellId, Attachment> const& cells, IdVector<PlaceId, Attachment> const& places,
             WorkingFrame const& frame, Meters max_off_road);

  /// Ascending by place.
  [[nodiscard]] std::span<DirectWay const> of(CellId cell) const noexcept {
    return of_cell_.empty() ? std::span<DirectWay const>{} : of_cell_[cell];
  }

  using FromCells = std::vector<std::pair<CellId, Meters>>;
  /// Takes in a place, and tells the cells it has straight ways from, ascending. Requires: it is
  /// not in.
  FromCells insert(PlaceId place, Attachment const& at);
  /// Takes one out that was inserted `at`, and tells likewise.
  FromCells erase(PlaceId place, Attachment const& at);

  /// Those of a clientele, cells and places numbered by their place in it. Nothing can be
  /// inserted there.
  [[nodiscard]] DirectWays among(Clientele const& clientele) const;

 private:
  class Finder;
  std::shared_ptr<Finder const> finder_;
  IdVector<CellId, std::vector<DirectWay>> of_cell_;
};

}  // namespace gapmap::reach
