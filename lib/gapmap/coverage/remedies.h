#pragma once
// Remedies: what would close a gap, either a new place or a longer limit.

#include <optional>
#include <span>
#include <vector>

#include "gapmap/coverage/gaps.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// The effect on one gap of a new place at a candidate point. `covers` and `remains` add up to the
/// known residents of the gap.
template <CostType Cost>
struct Remedy {
  PlaceId candidate;
  /// All cells that are not covered now but would be by the candidate, of the gap and elsewhere;
  /// ascending.
  std::vector<CellId> cells = {};
  People covers{0};
  People remains{0};
  /// Residents outside the gap who are not covered now (TooFar, Unreachable or OffNetwork) but
  /// would be by the candidate.
  People also_covers{0};
  Natural<Cost> cost_mean;  ///< mean cost to the candidate, over residents it covers in the gap
};

template <CostType Cost>
struct GapRemedies {
  std::vector<Remedy<Cost>> best;  ///< best first; candidates that cover nobody are left out
  /// Increase of the limit that would bring at least half of the gap's residents within it: their
  /// median cost minus the limit. Nothing if no number of residents is known.
  std::optional<Cost> limit_increase;
};

struct RemedyOptions {
  std::size_t most = 3;       ///< number of candidates reported for each gap
  std::size_t together = 10;  ///< greatest number of places that are chosen to fit together
  /// What each cell counts when places are chosen, as the residents of a group that it has; not
  /// negative, and zero where nobody is known to live. Empty: its residents.
  IdVector<CellId, double> weights = {};
  /// The one gap (by its position among the gaps) that each candidate may serve; empty: every
  /// candidate may serve every gap.
  IdVector<PlaceId, std::uint32_t> gap_of = {};
};

namespace coverage {

/// Finds the best candidates for each of `gaps`: first by residents covered in the gap, then by
/// residents newly covered elsewhere, both by their weights if there are any and then by residents.
/// Residents whose number is unknown do not count.
/// Requires: `coverage` was assessed for this `population`, and `gaps` are some of its gaps;
///           `candidates` has the candidates as its places and holds all their pairs with uncovered
///           cells at least up to the limit (covered cells may be left out).
/// Ties:     the candidate with the lower PlaceId is better.
/// Cost:     O(pairs + pairs of the gaps' cells × log).
template <CostType Cost>
[[nodiscard]] std::vector<GapRemedies<Cost>> find_remedies(Population const& population,
                                                           Coverage<Cost> const& coverage,
                                                           std::span<Gap<Cost> const> gaps,
                                                           ReachTable<Cost> const& candidates,
                                                           RemedyOptions const& options = {});

}  // namespace coverage
}  // namespace gapmap
