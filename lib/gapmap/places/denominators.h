#pragma once
// The numbers that figures of a municipality are shares of: who is in the grid, who should be, and
// which cells are doubtful.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/places/assign.h"
#include "gapmap/places/resident_ranges.h"

namespace gapmap {

/// One row: for one municipality, for the cells that belong to none, or for all.
struct DenominatorRow {
  MunicipalityId municipality = MunicipalityId::none();
  std::size_t cells = 0;
  std::size_t cells_without_number = 0;
  std::size_t cells_with_suppressed_groups = 0;
  People residents{0};             ///< residents in cells with a number
  std::optional<People> official;  ///< empty if the official file does not have them
  /// Cells partly outside their municipality: in another one, in water or abroad.
  places::AssignmentCount across;
  /// Cells whose centre is in no municipality: in water, or abroad.
  places::AssignmentCount center_outside;
  /// The cells of `across` with more than half of their area in no municipality.
  places::AssignmentCount mostly_outside;
  /// Cells that touch no municipality and were given to the nearest one.
  places::AssignmentCount beside;
  /// Cells shared with another country, as the source says.
  places::AssignmentCount shared;
  std::vector<PeopleRange> groups;               ///< everybody, then one per group
  std::vector<std::size_t> cells_without_bound;  ///< like `groups`, where such cells count [0, 0]
  std::vector<std::optional<People>> official_groups;  ///< everybody, then one per group

  /// Returns residents of the grid divided by official ones; nothing where nobody lives officially.
  [[nodiscard]] std::optional<double> ratio() const noexcept;
  /// Returns official residents minus those of the grid: residents without coordinates, minus those
  /// of neighbouring municipalities in cells on the border.
  [[nodiscard]] std::optional<People> difference() const noexcept;
};

struct Denominators {
  std::vector<DenominatorRow> municipalities;  ///< studied municipalities, in their order
  std::optional<DenominatorRow> outside;       ///< cells of no municipality, if there are any
  /// The sum of all rows; official numbers only where all municipalities have them.
  DenominatorRow total;
  /// Studied municipalities that are missing from the official file.
  std::vector<MunicipalityId> without_official;
};

namespace places {

/// Whether `countries` names more than one country, like "FI-SE".
[[nodiscard]] bool is_shared(std::string const& countries);

/// Returns the denominators of all municipalities. `official` has one count per municipality, or is
/// empty.
/// Requires: cells are assigned, and `ranges` was made for them.
/// Cost: O(cells × groups).
[[nodiscard]] Denominators denominators(Population const& population,
                                        Municipalities const& municipalities,
                                        ResidentRanges const& ranges,
                                        OfficialCounts const& official);

}  // namespace places
}  // namespace gapmap
