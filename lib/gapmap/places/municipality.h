#pragma once
// Municipalities, or areas of any other level that a run is divided by.

#include <string>

#include "gapmap/geometry/shapes.h"
#include "gapmap/places/names.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using MunicipalityId = Id<struct MunicipalityTag>;

struct Municipality {
  std::string code;  ///< text with its leading zeros, "091"
  std::string name;
  Area area;
  bool is_studied = true;
  NamesByLanguage names = {};  ///< beside `name`, which is that of data and files
};

using Municipalities = IdVector<MunicipalityId, Municipality>;

}  // namespace gapmap
