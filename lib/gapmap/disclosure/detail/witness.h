#pragma once
// Whether hidden figures might be others than they are, shown by example.

#include <span>
#include <vector>

#include "gapmap/disclosure/hide.h"
#include "gapmap/disclosure/detail/span.h"

namespace gapmap::disclosure {

/// Those of `secrets` for which no witness was found: figures, whole numbers of at least 1 where
/// they are not zero now, that agree with all that is `known` and in which the secret is another.
/// Witnesses are looked for by changing one unknown, or two, that `known` is not solved for, and
/// what follows from them, by as little as possible. None is needed where counts are fractions.
/// Cost: what a change changes, for each of the unknowns that secrets depend on.
[[nodiscard]] std::vector<FigureId> without_witness(Figures const& figures, Span& known,
                                                    std::span<FigureId const> secrets);

}  // namespace gapmap::disclosure
