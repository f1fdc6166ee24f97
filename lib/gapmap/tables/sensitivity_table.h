#pragma once
// How much of the result hangs on the access legs, as a table.

#include <string_view>
#include <vector>

#include "gapmap/coverage/sensitivity.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/travel/variants.h"

namespace gapmap::tables {

/// Under one assumption about the access legs.
struct AssumedResult {
  travel::AccessAssumption assumption;
  Sensitivity sensitivity;
};

/// First the run itself, `as_counted`, with what of the ways its access legs are; then a row an
/// assumption: who would be covered, and whose verdict would change. The speed of the legs is a
/// column where times count.
template <CostType Cost>
[[nodiscard]] OutputTable sensitivity_table(Population const& population,
                                            Coverage<Cost> const& coverage,
                                            reach::AccessLegs<Cost> const& legs,
                                            std::vector<AssumedResult> const& results);

}  // namespace gapmap::tables
