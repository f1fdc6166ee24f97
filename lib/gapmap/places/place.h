#pragma once
// A place people travel to.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using PlaceId = Id<struct PlaceTag>;

/// What a place offers, in the words of the source; empty where it says nothing.
struct Service {
  std::string type;
  std::string target_group;
  std::string languages;
  std::string open_to_all;
  std::string schedule;  ///< weekdays, hours or frequency
  friend bool operator==(Service const&, Service const&) = default;
};

struct Place {
  std::string id;  ///< as the source names it; its row number if it does not
  std::string name;
  Point point;
  Service service = {};
  std::optional<double> capacity = std::nullopt;  ///< people it has room for
  /// How the point was learnt; empty: from the coordinates of the source. "gazetteer: Haukivuori".
  std::string position = {};
};

using Places = IdVector<PlaceId, Place>;

}  // namespace gapmap
