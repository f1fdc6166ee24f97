#pragma once
// What the figures are shares of, as a table and in the record of a run.

#include <string>
#include <vector>

#include "gapmap/tables/output_table.h"
#include "gapmap/places/denominators.h"

namespace gapmap::tables {

/// One row a studied municipality by code, then "Outside all areas" if anybody lives there, then
/// "Total". `residents_low` and `residents_high` hold cells without a number as far as they have
/// bounds. After the fixed columns come four for each group: low, high, estimate (the middle) and
/// official.
[[nodiscard]] OutputTable denominator_table(Denominators const& denominators,
                                            ResidentRanges const& ranges,
                                            Municipalities const& municipalities,
                                            Population const& population);

/// How the groups of one family agree with the residents.
struct FamilyRecord {
  FamilySums sums;
  std::vector<std::string> examples;  ///< ids of the first cells that do not add up
};

/// What of it stands in run.json.
struct DenominatorRecord {
  std::string official_year;  ///< empty: no official file, or one that does not say
  DenominatorRow total;
  Groups groups;  ///< everybody first, as in `total`
  std::vector<FamilyRecord> families;
  std::size_t cells_without_bound = 0;
  bool is_narrowed = false;  ///< official counts of a certain year met exact numbers
  std::vector<std::string> without_official;  ///< "588 Pertunmaa"
  std::vector<std::string> contradicted;      ///< likewise
};

}  // namespace gapmap::tables
