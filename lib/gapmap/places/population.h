#pragma once
// Where people live: cells of a grid, or other small areas or points with a number of residents.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

using CellId = Id<struct CellTag>;
using GroupId = Id<struct GroupTag>;

/// A part of the residents that the source counts by itself.
struct Group {
  std::string name;  ///< as the source names it: "ika_0_14"
  /// Groups of one family exclude one another and together are all residents, as ages are, or
  /// sexes. Empty: the group belongs to none.
  std::string family;
};

using Groups = IdVector<GroupId, Group>;

struct Cell {
  std::string id;
  Point center;
  /// Square or polygon the residents live in. Of a point source it is only drawn around the point.
  Area outline;
  bool is_point = false;
  /// Nothing where the source suppresses the number: unknown, never zero.
  std::optional<People> residents;
  /// One a group of the population, likewise; empty where the source has no groups.
  IdVector<GroupId, std::optional<People>> groups = {};
  MunicipalityId municipality = MunicipalityId::none();
  /// That share the cell, as the source spells them: "FI-SE". Empty: it does not say.
  std::string countries = {};

  /// A suppressed number stands for somebody.
  [[nodiscard]] bool is_inhabited() const noexcept { return !residents || *residents > People{0}; }
};

using Population = IdVector<CellId, Cell>;

}  // namespace gapmap
