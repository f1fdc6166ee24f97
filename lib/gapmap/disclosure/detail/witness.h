#pragma once
// Shows by example that hidden figures may have other values than they have.

#include <span>
#include <vector>

#include "gapmap/disclosure/hide.h"
#include "gapmap/disclosure/detail/span.h"

namespace gapmap::disclosure {

/// Returns the `secrets` without a witness, but for those that are known to have one
/// (`has_witness`). A witness is a second set of figures, whole numbers of
/// at least 1 where figures are not zero now, that agrees with everything `known` and in which the
/// secret has another value. Witnesses are sought by changing one or two unknowns that `known` is
/// not solved for, and everything that follows from them, by as little as possible. Fractional
/// counts need no witness.
/// Cost: the number of figures that a change alters, for each of the unknowns that secrets depend
/// on.
[[nodiscard]] std::vector<FigureId> without_witness(Figures const& figures, Span& known,
                                                    std::span<FigureId const> secrets,
                                                    IdVector<FigureId, char> const& has_witness);

}  // namespace gapmap::disclosure
