#pragma once
// How much a result depends on the access legs, as a table.

#include <string_view>
#include <vector>

#include "gapmap/coverage/sensitivity.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/travel/variants.h"

namespace gapmap::tables {

/// The result under one assumption about the access legs.
struct AssumedResult {
  travel::AccessAssumption assumption;
  Sensitivity sensitivity;
};

/// Returns the run itself, `as_counted`, with the share of its access legs, then one row per
/// assumption: who would be covered, and whose status would change. For times there is a column
/// with the speed of the access legs.
template <CostType Cost>
[[nodiscard]] OutputTable sensitivity_table(Population const& population,
                                            Coverage<Cost> const& coverage,
                                            reach::AccessLegs<Cost> const& legs,
                                            std::vector<AssumedResult> const& results);

}  // namespace gapmap::tables
