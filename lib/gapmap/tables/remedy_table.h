#pragma once
// Remedies of gaps as tables: columns behind those of the gaps, and a table of the best candidates.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/coverage/remedies.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// What the candidates are.
enum class RemedyKind : std::uint8_t {
  Candidate,  ///< points of the user
  Cell,       ///< centres of the gap's own cells, for want of others
};

/// References: the caller keeps them alive.
template <CostType Cost>
struct RemedyRun {
  Population const& population;
  Places const& candidates;
  RemedyKind kind;
  std::vector<GapRemedies<Cost>> const& remedies;  ///< of the first gaps
};

/// Further columns of the table of all `gaps`: the best candidate and the increase of the limit,
/// rounded up to whole metres or seconds; nothing in the rows of gaps that were not looked at.
template <CostType Cost>
[[nodiscard]] OutputTable gap_remedy_columns(RemedyRun<Cost> const& run,
                                             std::span<Gap<Cost> const> gaps);

/// One row a gap and candidate, the best of the largest gap first; a point each.
template <CostType Cost>
[[nodiscard]] OutputTable remedy_table(RemedyRun<Cost> const& run);

}  // namespace gapmap::tables
