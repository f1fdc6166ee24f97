#pragma once
// Searches under other rules than those of the run: what they find is why somebody is not covered.

#include <vector>

#include "gapmap/coverage/reasons.h"
#include "tools/coverage/account_options.h"
#include "tools/attached_scene.h"

namespace gapmap::tools {

/// What a run found under its own rules.
template <CostType Cost>
struct Found {
  std::optional<ReadingBox> const& box;  ///< that roads were read within
  AttachedScene<Cost> const& scene;
  std::vector<Clientele> const& clienteles;  ///< whose places count for whom
  /// How many count for each cell, those outside the box too.
  IdVector<CellId, std::size_t> const& places_there_are;
  Coverage<Cost> const& coverage;
  Population const& population;
  Travel const& travel;
};

/// The same journeys, from and to the same attachments, under other rules: places of every county
/// if `whose` says that they do not count, all roads both ways if one is one-way, without waiting
/// for ferries or with ferries if there is one. Each is searched from the places as far as the
/// limit, and without end only if somebody is unreachable. A rule that makes no difference to
/// anybody is not searched. Access legs of length 0 are left to search_by_assumptions(). What roads
/// and places outside the box might change is added to `doubts`.
template <CostType Cost>
[[nodiscard]] Evidence<Cost> find_evidence(Found<Cost> const& found, Whose whose,
                                           MetersPerSecond straight_speed,
                                           WorkingFrame const& frame, Doubts<Cost>& doubts,
                                           Console& console);

}  // namespace gapmap::tools
