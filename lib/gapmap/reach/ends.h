#pragma once
// The ends of trips: where they begin and end.

#include "gapmap/reach/direct_ways.h"

namespace gapmap::reach {

/// One Attachment per cell and per place. A place or cell that is excluded but keeps its number is
/// Attachment{}: it takes part in nothing.
struct Ends {
  IdVector<CellId, Attachment> cells;
  IdVector<PlaceId, Attachment> places;
  DirectWays direct = {};

  /// Calls `offer(place, length)` for each place straight ahead of a cell.
  template <class Offer>
  void offer_direct(CellId cell, Offer const& offer) const {
    if (!cells[cell].is_known()) return;
    for (auto const& way : direct.of(cell)) {
      if (places[way.place].is_known()) offer(way.place, way.length);
    }
  }
};

/// Makes ends with the straight ways between them. Keeps a reference to `frame`.
[[nodiscard]] inline Ends ends_of(IdVector<CellId, Attachment> cells,
                                  IdVector<PlaceId, Attachment> places, WorkingFrame const& frame,
                                  Meters max_off_road) {
  DirectWays direct{cells, places, frame, max_off_road};
  return {std::move(cells), std::move(places), std::move(direct)};
}

}  // namespace gapmap::reach
