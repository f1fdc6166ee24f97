#pragma once
// What a coverage run finds beyond who is covered: why the others are not, how much of that hangs
// on the access legs, and how many are covered by other accounts.

#include <vector>

#include "gapmap/tables/account_table.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/reason_table.h"
#include "tools/journeys.h"

namespace gapmap::tools {

template <CostType Cost>
class Explanation {
 public:
  /// Keeps references to all.
  Explanation(CoverageJob const& job, Journeys<Cost> const& journeys,
              tables::CoverageRun<Cost> const& run);

  /// Puts its columns behind those of the tables.
  void add_to_cells(tables::OutputTable& cells) const;
  void add_to_gaps(tables::OutputTable& gaps, std::vector<Gap<Cost>> const& of) const;
  /// Those of its own: reasons, what hangs on the access legs, and accounts if the job wants them.
  [[nodiscard]] std::vector<tables::OutputTable> tables() const;
  [[nodiscard]] CellReasons<Cost> const& reasons() const { return reasons_; }
  void record(io::Manifest& manifest) const;

 private:
  CoverageJob const& job_;
  Journeys<Cost> const& journeys_;
  tables::CoverageRun<Cost> const& run_;
  CellReasons<Cost> reasons_;
  ReasonSummary by_reason_;
  std::vector<AccountSummary<Cost>> accounts_;
};

}  // namespace gapmap::tools
