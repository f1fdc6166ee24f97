#include "gapmap/io/osm_elements.h"

#include <algorithm>

namespace gapmap::io {

std::uint32_t OsmKeyFinder::find(OsmId id) {
  if (id < last_) {
    next_ = static_cast<std::size_t>(std::ranges::lower_bound(ids_, id) - ids_.begin());
  } else {
    while (next_ < ids_.size() && ids_[next_] < id) ++next_;
  }
  last_ = id;
  return next_ < ids_.size() && ids_[next_] == id ? static_cast<std::uint32_t>(next_) : kUnused;
}

}  // namespace gapmap::io
