#pragma once
// Over which range hidden figures stay possible for readers who solve all sums.

#include <span>
#include <vector>

#include "gapmap/disclosure/hide.h"

namespace gapmap::disclosure {

/// What was found of hidden figures; false for all others.
struct FoundRanges {
  /// Values `threshold` - 1 apart are possible.
  IdVector<FigureId, char> is_wide;
  /// Another whole number is possible, all others being whole as well. False in doubt.
  IdVector<FigureId, char> has_witness;
};

/// Finds how far apart the possible values of hidden figures are, nobody being counted less often
/// than Figure::least. What is found is shown by tables that agree with every shown figure and
/// every sum; more may be possible than is found, for a figure is looked at together with the
/// others of its municipality and of a few that have a sum in common with it, while all others keep
/// their true value.
/// Cost: a linear program of some hundred numbers for a municipality, and about one solution of it
/// for each hidden figure.
[[nodiscard]] FoundRanges find_ranges(Figures const& figures, std::span<Sum const> sums,
                                      double threshold, IdVector<FigureId, Telling> const& telling);

}  // namespace gapmap::disclosure
