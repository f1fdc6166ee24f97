#pragma once
// The change of every municipality, split by the factors that caused it.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/scenario/controlled_rounding.h"
#include "gapmap/scenario/factors.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// Known residents, and how many of them are covered.
struct CoveredResidents {
  People residents{0};
  People covered{0};
  friend bool operator==(CoveredResidents const&, CoveredResidents const&) = default;
};

/// Covered residents by municipality code; the empty code stands for cells outside all
/// municipalities. Missing codes count as zero residents.
using CoveredByCode = std::map<std::string, CoveredResidents>;

/// Results of all mixtures of two runs.
struct Mixtures {
  std::vector<Factor> factors;  ///< factors in which the runs differ, ascending
  /// found[S]: the result if the factors whose bits are set in S are as in the later run and the
  /// others as in the earlier one.
  std::vector<CoveredByCode> found;
  /// Groups of residents that both runs know, and likewise for each of them what all mixtures
  /// found, by the middle of what is known of every cell.
  std::vector<std::string> groups = {};
  std::vector<std::vector<CoveredByCode>> of_groups = {};
};

/// One row per municipality and one part per factor of the mixtures, in whole units.
struct Parts {
  scenario::Table residents;
  scenario::Table covered;
  scenario::Table not_covered;
  /// Parts of the share in millionths; nothing for rows in which some mixture has no residents.
  std::vector<std::optional<std::vector<std::int64_t>>> share;
};

namespace scenario {

/// Splits each row's change into one part per factor, in whole units. figures[row][S] is a figure
/// in whole units, with S as in shapley(). The parts of a row add up to its change; the sum of a
/// column is what the summed figures of all rows give, rounded up or down.
[[nodiscard]] Table parts_of(Table const& figures);

/// Splits the changes of `codes`, one row each, and of their total in a last row, to which the rows
/// add up exactly, except for shares. `per_person` is the number of units per resident: 1 for whole
/// residents, 1000 for thousandths. Residents who are not covered are the difference of the two
/// other figures, and so are their parts.
[[nodiscard]] Parts split(Mixtures const& mixtures, std::vector<std::string> const& codes,
                          std::int64_t per_person);

/// Whether no mixture changes with the factor, whatever the other factors are.
/// Requires: it is one of the factors of the mixtures.
[[nodiscard]] bool is_without_effect(Mixtures const& mixtures, Factor factor);

/// Rounds to the nearest unit.
[[nodiscard]] std::int64_t in_units(People people, std::int64_t per_person);

}  // namespace scenario
}  // namespace gapmap
