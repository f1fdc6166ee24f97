#pragma once
// Covering models without sites and demands that do not matter.

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/location_model.h"

namespace gapmap::siting {

/// Leaves out sites whose demands another site serves as well that is no dearer to open; of equals
/// the first stays. If everybody must be served, as in set covering, also demands that are served
/// whenever another one is. Sites that alone serve such a demand stay open. Repeated until nothing
/// more can be left out. Where demands need several sites, none stands for another: then only what
/// decide() does is done. If effort runs out, what was not looked at is left in.
/// Requires: a covering model; with `must_serve` every demand has a site, and costs of opening all
///           sites are less than that of leaving out any demand.
/// Cost:     O(pairs × length of rows) at most, in practice about the pairs a few times.
/// Source:   Toregas & ReVelle 1972, Papers of the Regional Science Association 28:133–144.
[[nodiscard]] Remainder without_dominated(LocationModel const& model, Effort const& effort,
                                          bool must_serve);

}  // namespace gapmap::siting
