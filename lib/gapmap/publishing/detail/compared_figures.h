#pragma once
// Which fields of the tables of a comparison count residents: those of its two runs side by side,
// and who crossed the limit between them.

#include <vector>

#include "gapmap/publishing/detail/crossed_figures.h"
#include "gapmap/publishing/published.h"

namespace gapmap::publishing {

// Divisions of the pairs of cells of a comparison.
enum PairDivision : std::size_t {
  kCrossedLimit,  ///< as tables::kCrossed
  kChangedArea,   ///< 0: in none; else its row, from 1
};

[[nodiscard]] std::vector<disclosure::Division> divisions_of(ComparisonToPublish const& comparison);

/// One of the two runs: its tables, and the figures that they have among those of everybody.
struct FiguresOfRun {
  std::span<tables::OutputTable const> tables;
  CrossedFigures& figures;
};

/// Adds what the tables of a comparison count to the figures of everybody. `further`: where
/// divisions_of() stand. A change is known if both numbers are; where a run lacks a row there is
/// nobody to hide.
[[nodiscard]] std::vector<CountedField> fields_of(ComparisonToPublish const& comparison,
                                                  FiguresOfRun before, FiguresOfRun after,
                                                  std::vector<std::size_t> const& further);

}  // namespace gapmap::publishing
