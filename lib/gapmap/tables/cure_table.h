#pragma once
// Cures of gaps as tables: columns behind those of the gaps, and a table of the best candidates.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/coverage/cures.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// What the candidates are.
enum class CureKind : std::uint8_t {
  Candidate,  ///< points of the user
  Cell,       ///< centres of the gap's own cells, for want of others
};

/// References: the caller keeps them alive.
template <CostType Cost>
struct CureRun {
  Population const& population;
  Facilities const& candidates;
  CureKind kind;
  std::vector<GapCures<Cost>> const& cures;  ///< of the first gaps
};

/// Further columns of the table of all `gaps`: the best candidate and the increase of the limit,
/// rounded up to whole metres or seconds; nothing in the rows of gaps that were not looked at.
template <CostType Cost>
[[nodiscard]] OutputTable gap_cure_columns(CureRun<Cost> const& run,
                                           std::span<Gap<Cost> const> gaps);

/// One row a gap and candidate, the best of the largest gap first; a point each.
template <CostType Cost>
[[nodiscard]] OutputTable cure_table(CureRun<Cost> const& run);

}  // namespace gapmap::tables
