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

/// A group of residents that the source counts separately.
struct Group {
  std::string name;  ///< as the source names it: "ika_0_14"
  /// Groups of one family exclude one another and together are all residents, as ages or sexes are.
  /// Empty if the group belongs to no family.
  std::string family;
};

using Groups = IdVector<GroupId, Group>;

/// How a cell lies in the municipality it was given to.
enum class Lies : std::uint8_t {
  Nowhere,  ///< it has no municipality
  Inside,   ///< wholly in it: its residents live in this municipality
  Across,   ///< partly in it; the rest is in others, in water or abroad
  Beside,   ///< touching no area; this municipality is the nearest
};

struct Cell {
  std::string id;
  Point center;
  /// Square or polygon that the residents live in. For a point source it is only drawn around the
  /// point.
  Area outline;
  bool is_point = false;
  /// Empty where the source suppresses the number: unknown, never zero.
  std::optional<People> residents;
  /// One number per group of the population, empty where suppressed; no numbers at all where the
  /// source has no groups.
  IdVector<GroupId, std::optional<People>> groups = {};
  /// Ranges that the source gives for residents, and for groups, in place of a published number:
  /// "<10".
  std::optional<PeopleRange> residents_range = std::nullopt;
  std::vector<std::pair<GroupId, PeopleRange>> group_ranges = {};
  MunicipalityId municipality = MunicipalityId::none();
  /// Countries whose residents the cell counts, where the source says so: "FI", "FI-SE".
  std::string countries = {};
  Lies lies = Lies::Nowhere;
  bool is_mostly_outside = false;  ///< more than half of the cell is in no area: in water or abroad
  bool is_center_outside = false;  ///< the centre is in no area

  /// Whether anybody lives in the cell; a suppressed number stands for somebody.
  [[nodiscard]] bool is_inhabited() const noexcept { return !residents || *residents > People{0}; }
};

using Population = IdVector<CellId, Cell>;

}  // namespace gapmap
