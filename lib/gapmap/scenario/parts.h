#pragma once
// The change of every municipality, split by what changed.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/scenario/controlled_rounding.h"
#include "gapmap/scenario/factors.h"
#include "gapmap/units/quantity.h"

namespace gapmap {

/// Known residents, and those of them who are covered.
struct CoveredResidents {
  People residents{0};
  People covered{0};
};

/// By the code of a municipality; empty: outside all areas. Who is not there has nobody.
using CoveredByCode = std::map<std::string, CoveredResidents>;

/// What every mixture of two runs finds.
struct Mixtures {
  std::vector<Factor> factors;  ///< in which the two differ, ascending
  /// [S]: with the factors whose bits are set in S as in the run after, the others as before.
  std::vector<CoveredByCode> found;
};

/// Of each row, one part a factor of the mixtures, in whole units.
struct Parts {
  scenario::Table residents;
  scenario::Table covered;
  scenario::Table not_covered;
  /// In millionths; nothing where in some mixture nobody lives there.
  std::vector<std::optional<std::vector<std::int64_t>>> share;
};

namespace scenario {

/// `figures[row][S]` in whole units, S as in shapley(): the part of every factor in each row's
/// change, in whole units. A row's parts are its change; rows also add up to what the same figures
/// of all rows together give, rounded up or down.
[[nodiscard]] Table parts_of(Table const& figures);

/// The parts of `codes`, one row each, then of all of them together: the rows add up to it exactly,
/// but for shares. `per_person` units are one resident: 1 for whole ones, 1000 for thousandths.
/// Residents who are not covered are the rest, so their parts are too.
[[nodiscard]] Parts split(Mixtures const& mixtures, std::vector<std::string> const& codes,
                          std::int64_t per_person);

/// Rounded to the nearest unit.
[[nodiscard]] std::int64_t in_units(People people, std::int64_t per_person);

}  // namespace scenario
}  // namespace gapmap
