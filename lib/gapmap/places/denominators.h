#pragma once
// What the figures of a municipality are shares of: who is in the grid, who should be, and which
// cells are doubtful.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/places/assign.h"
#include "gapmap/places/resident_ranges.h"

namespace gapmap {

/// Of one municipality, of the cells that belong to none, or of all.
struct DenominatorRow {
  MunicipalityId municipality = MunicipalityId::none();
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;
  std::size_t cells_with_suppressed_groups = 0;
  People residents{0};             ///< in cells with a number
  std::optional<People> official;  ///< nothing: the official file does not have them
  /// Partly outside their municipality: in another one, in water or abroad.
  places::AssignmentCount across;
  /// Centre in no municipality: in water, or abroad.
  places::AssignmentCount center_outside;
  /// Of `across`: more than half of them in no municipality.
  places::AssignmentCount mostly_outside;
  /// Touching no municipality, given to the nearest.
  places::AssignmentCount beside;
  /// With another country, as the source says.
  places::AssignmentCount shared;
  std::vector<PeopleRange> groups;                     ///< everybody, then each group
  std::vector<std::size_t> cells_without_bound;        ///< likewise: [0, 0] in their ranges
  std::vector<std::optional<People>> official_groups;  ///< likewise

  /// Grid by official: nothing where nobody lives officially.
  [[nodiscard]] std::optional<double> ratio() const noexcept;
  /// Official less grid: residents without coordinates, less what cells on the border count of
  /// neighbours.
  [[nodiscard]] std::optional<People> difference() const noexcept;
};

struct Denominators {
  std::vector<DenominatorRow> municipalities;  ///< studied ones, in their order
  std::optional<DenominatorRow> outside;       ///< cells of none, if there are any
  /// All rows together; official only as far as all municipalities have it.
  DenominatorRow total;
  /// Studied municipalities of which the official file says nothing.
  std::vector<MunicipalityId> without_official;
};

namespace places {

/// "FI-SE": more than one country.
[[nodiscard]] bool is_shared(std::string const& countries);

/// Requires: cells are assigned, and `ranges` was made for them. `official` has one count a
/// municipality, or none at all. Cost: O(cells × groups).
[[nodiscard]] Denominators denominators(Population const& population,
                                        Municipalities const& municipalities,
                                        ResidentRanges const& ranges,
                                        OfficialCounts const& official);

}  // namespace places
}  // namespace gapmap
