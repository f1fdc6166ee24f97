#pragma once
// Remedies of gaps as tables: columns of the table of gaps, a table of the best candidates of each,
// and one of the places that would close gaps together.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/coverage/joint_remedies.h"
#include "gapmap/places/resident_ranges.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// Where the candidates come from.
enum class RemedyKind : std::uint8_t {
  Candidate,  ///< points of the user
  Cell,       ///< centres of the gap's own cells, if there are no points of the user
};

/// Remedies of a run. Members are references, so the caller keeps them alive.
template <CostType Cost>
struct RemedyRun {
  Population const& population;
  Places const& candidates;
  RemedyKind kind;
  std::vector<GapRemedies<Cost>> const& remedies;  ///< one entry per gap, for the first gaps only
  std::vector<JointRemedy<Cost>> const& joint;
  ResidentRanges const& ranges;  ///< of the same population
  /// The group by whose number the places were chosen.
  GroupId chosen_by = ResidentRanges::everybody();
};

/// Returns columns for the table of all `gaps`: the best candidate and the increase of the limit,
/// rounded up to whole metres or seconds; empty for gaps that were not examined.
template <CostType Cost>
[[nodiscard]] OutputTable gap_remedy_columns(RemedyRun<Cost> const& run,
                                             std::span<Gap<Cost> const> gaps);

/// Returns the table "remedies": one row per gap and candidate, each a point, beginning with the
/// best candidate of the largest gap. Besides known residents it has the least and the most that
/// may come within the limit where numbers are suppressed. `gap_name` is empty, as gap_table() has
/// it.
template <CostType Cost>
[[nodiscard]] OutputTable remedy_table(RemedyRun<Cost> const& run);

/// Returns the table "joint_remedies": one row per place of the set, each a point, in the order of
/// choice. What no other set exceeds is told of those by whom it was chosen: everybody, or a group
/// (GROUP_together and GROUP_together_at_most).
template <CostType Cost>
[[nodiscard]] OutputTable joint_remedy_table(RemedyRun<Cost> const& run);

}  // namespace gapmap::tables
