#pragma once
// Where the trips begin and end.

#include "gapmap/reach/direct_ways.h"

namespace gapmap::reach {

/// One Attachment per cell and per facility. A facility or cell that is taken out of a question,
/// but keeps its number, is Attachment{}: it takes part in nothing.
struct Ends {
  IdVector<CellId, Attachment> cells;
  IdVector<FacilityId, Attachment> facilities;
  DirectWays direct = {};

  /// Calls `offer(facility, length)` for each facility that is straight ahead of a cell.
  template <class Offer>
  void offer_direct(CellId cell, Offer const& offer) const {
    if (!cells[cell].is_known()) return;
    for (auto const& way : direct.of(cell)) {
      if (facilities[way.facility].is_known()) offer(way.facility, way.length);
    }
  }
};

/// With the straight ways between them. Keeps a reference to `frame`.
[[nodiscard]] inline Ends ends_of(IdVector<CellId, Attachment> cells,
                                  IdVector<FacilityId, Attachment> facilities,
                                  WorkingFrame const& frame, Meters max_off_road) {
  DirectWays direct{cells, facilities, frame, max_off_road};
  return {std::move(cells), std::move(facilities), std::move(direct)};
}

}  // namespace gapmap::reach
