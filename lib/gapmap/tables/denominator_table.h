#pragma once
// Denominators (the residents that figures are shares of) as a table and in the record of a run.

#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/places/denominators.h"

namespace gapmap::tables {

/// Returns one row per studied municipality by code, then "Outside all areas" if anybody lives
/// there, then "Total". `residents_low` and `residents_high` include cells without a number as far
/// as these have bounds. The fixed columns are followed by four for each group: low, high, estimate
/// (the midpoint) and official.
[[nodiscard]] OutputTable denominator_table(Denominators const& denominators,
                                            ResidentRanges const& ranges,
                                            Municipalities const& municipalities,
                                            Population const& population);

/// How well the groups of one family add up to the residents.
struct FamilyRecord {
  FamilySums sums;
  std::vector<std::string> examples;  ///< ids of the first cells that do not add up
};

/// The part of denominators that is recorded in run.json.
struct DenominatorRecord {
  std::string official_year;  ///< empty: no official file, or one without a year
  DenominatorRow total;
  Groups groups;  ///< all residents first, as in `total`
  std::vector<FamilyRecord> families;
  std::size_t cells_without_bound = 0;
  bool is_narrowed = false;                   ///< official counts of a known year met exact numbers
  std::vector<std::string> without_official;  ///< "588 Pertunmaa"
  std::vector<std::string> contradicted;      ///< by the grid, in the form of without_official
};

}  // namespace gapmap::tables
