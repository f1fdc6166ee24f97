#pragma once
// Remedies that fit together. Those of single gaps may bring the same residents twice; a set of
// places is worth only whom its places bring together.

#include <optional>
#include <span>
#include <vector>

#include "gapmap/coverage/remedies.h"

namespace gapmap {

/// One place of a set that is chosen to fit together: its figures are of those whom it would bring
/// within the limit and no place chosen before it does.
template <CostType Cost>
struct JointRemedy {
  PlaceId candidate;
  std::vector<CellId> cells = {};  ///< ascending
  People in_gaps{0};               ///< residents of the gaps in question
  People elsewhere{0};             ///< all others
  /// Position of the gap that most of `in_gaps` live in; nothing if they are none.
  std::optional<std::size_t> gap;
  Natural<Cost> cost_mean;  ///< mean cost to the candidate, over these residents
  People together{0};       ///< residents whom this place and those before it bring
  double weight = 0;        ///< what these count (RemedyOptions::weights), by which it was chosen
  /// The weight that no set of as many candidates exceeds, however it is chosen.
  double weight_at_most = 0;
};

namespace coverage {

/// Chooses places that fit together: each brings most residents within the limit whom those before
/// it leave outside, wherever they live, counted by their weights if there are any. Only candidates
/// that bring somebody of the gaps who counts are chosen among; the choice ends early when nobody
/// is left who counts and whom one of them would bring.
///
/// The weight within reach of at least one place is submodular in the set of places, so for every
/// set S and every set T of j places f(T) ≤ f(S) + the j greatest gains of single places beyond S.
/// `weight_at_most` is the least of these bounds over all S on the way, and no more than all
/// candidates bring together. The set itself brings at least 1 - 1/e of the most possible.
/// Requires: what find_remedies() requires.
/// Ties:     more weight in the gaps, then the lower PlaceId.
/// Cost:     O(places × (pairs + candidates × log)).
/// Source:   Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294; the bound from
///           any set: Minoux 1978, Optimization Techniques, 234–243.
template <CostType Cost>
[[nodiscard]] std::vector<JointRemedy<Cost>> choose_together(Population const& population,
                                                             Coverage<Cost> const& coverage,
                                                             std::span<Gap<Cost> const> gaps,
                                                             ReachTable<Cost> const& candidates,
                                                             RemedyOptions const& options = {});

}  // namespace coverage
}  // namespace gapmap
