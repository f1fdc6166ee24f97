#pragma once
// Where people live: cells of a grid, or other small areas or points with a number of residents.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/people_range.h"
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

/// How a cell lies in the municipality it was given to.
enum class Lies : std::uint8_t {
  Nowhere,  ///< it was given to none
  Inside,   ///< wholly in it: whoever lives there lives in this municipality
  Across,   ///< partly; the rest is in others, in water or abroad
  Beside,   ///< touching no area; this one is the nearest
};

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
  /// What is told of residents that are not published, and of groups that are not: "<10".
  std::optional<PeopleRange> residents_range = std::nullopt;
  std::vector<std::pair<GroupId, PeopleRange>> group_ranges = {};
  MunicipalityId municipality = MunicipalityId::none();
  /// Whose residents the cell counts, where the source says it: "FI", "FI-SE".
  std::string countries = {};
  Lies lies = Lies::Nowhere;
  bool is_mostly_outside = false;  ///< more than half of it in no area: in water or abroad
  bool is_center_outside = false;  ///< its centre in no area

  /// A suppressed number stands for somebody.
  [[nodiscard]] bool is_inhabited() const noexcept { return !residents || *residents > People{0}; }
};

using Population = IdVector<CellId, Cell>;

}  // namespace gapmap
