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

/// The service of a place, in the words of the source; empty where it says nothing.
struct Service {
  std::string type;
  std::string target_group;
  std::string languages;
  std::string open_to_all;
  std::string schedule;  ///< weekdays, hours or frequency
  friend bool operator==(Service const&, Service const&) = default;
};

struct Place {
  std::string id;  ///< as in the source; its row number if it has none
  std::string name;
  Point point;
  Service service = {};
  std::optional<double> capacity = std::nullopt;  ///< people it has room for
  /// How the point was found, like "gazetteer: Haukivuori"; empty if it comes from coordinates of
  /// the source.
  std::string position = {};
};

using Places = IdVector<PlaceId, Place>;

}  // namespace gapmap
