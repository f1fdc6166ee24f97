#pragma once
// Over which range hidden figures stay possible for readers who solve all sums.

#include <span>
#include <vector>

#include "gapmap/disclosure/hide.h"

namespace gapmap::disclosure {

/// Returns the hidden figures of which no values `threshold` - 1 apart were found, nobody being
/// counted less often than Figure::least. What is found is shown by tables that agree with every
/// shown figure and every sum; of those returned more may be possible than was found.
/// Cost: a small linear program or two for each hidden figure.
[[nodiscard]] std::vector<FigureId> narrow_figures(Figures const& figures,
                                                   std::span<Sum const> sums, double threshold,
                                                   IdVector<FigureId, Telling> const& telling);

}  // namespace gapmap::disclosure
