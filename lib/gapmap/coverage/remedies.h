#pragma once
// What would close a gap: a further place, or a longer limit.

#include <optional>
#include <span>
#include <vector>

#include "gapmap/coverage/gaps.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// A place at a candidate point, as it would change one gap. covers + remains are the residents
/// of the gap that are known.
template <CostType Cost>
struct Remedy {
  PlaceId candidate;
  People covers{0};
  People remains{0};
  /// Residents beyond the gap whom nobody covers now (TooFar, Unreachable or OffNetwork before) and
  /// the candidate would.
  People also_covers{0};
  Natural<Cost> cost_mean;  ///< to the candidate, over those it covers in the gap
};

template <CostType Cost>
struct GapRemedies {
  std::vector<Remedy<Cost>> best;  ///< best first; none that covers nobody
  /// What the limit must be longer so that at least half of the gap's residents are within it:
  /// their median cost less the limit. Nothing if no number of residents is known.
  std::optional<Cost> limit_increase;
};

struct RemedyOptions {
  std::size_t most = 3;  ///< candidates told of each gap
  /// The only gap, by its position among the gaps, that each candidate is one for; empty: all are
  /// for every gap.
  IdVector<PlaceId, std::uint32_t> gap_of = {};
};

namespace coverage {

/// For each of `gaps` the best candidates. Better is who covers more of the gap, then who
/// newly covers more anywhere else, then the lower PlaceId. Residents whose number is unknown
/// count for none.
/// Requires: `coverage` was assessed for this `population`, `gaps` are some of it; the places of
/// `candidates` are the candidates, and it holds all their pairs with uncovered cells up to the
/// limit at least (covered cells may be left out).
/// Cost:     O(pairs + pairs of the gaps' cells × log).
template <CostType Cost>
[[nodiscard]] std::vector<GapRemedies<Cost>> find_remedies(Population const& population,
                                                        Coverage<Cost> const& coverage,
                                                        std::span<Gap<Cost> const> gaps,
                                                        ReachTable<Cost> const& candidates,
                                                        RemedyOptions const& options = {});

}  // namespace coverage
}  // namespace gapmap
