#pragma once
// A place people travel to.

#include <string>
#include <vector>

#include "gapmap/geometry/point.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using FacilityId = Id<struct FacilityTag>;

struct Facility {
  std::string id;  ///< as the source names it; its row number if it does not
  std::string name;
  Point point;
};

using Facilities = IdVector<FacilityId, Facility>;

}  // namespace gapmap
