#pragma once
// Where people live: cells of a grid, or other small areas or points with a number of residents.

#include <optional>
#include <string>

#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

using CellId = Id<struct CellTag>;

struct Cell {
  std::string id;
  Point center;
  /// Square or polygon the residents live in. Of a point source it is only drawn around the point.
  Area outline;
  bool is_point = false;
  /// Nothing where the source suppresses the number: unknown, never zero.
  std::optional<People> residents;
  MunicipalityId municipality = MunicipalityId::none();

  /// A suppressed number stands for somebody.
  [[nodiscard]] bool is_inhabited() const noexcept { return !residents || *residents > People{0}; }
};

using Population = IdVector<CellId, Cell>;

}  // namespace gapmap
