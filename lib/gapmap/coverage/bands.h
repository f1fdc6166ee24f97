#pragma once
// How much the share of residents within a limit hangs on where in their cells they live.

#include <optional>
#include <vector>

#include "gapmap/coverage/summary.h"
#include "gapmap/reach/spread.h"

namespace gapmap {

/// How many residents are within a limit: what to expect, and between which numbers the truth lies.
struct Band {
  People low{0};
  People expected{0};
  People high{0};
};

/// Bands in the order of CoverageSummary.
struct Bands {
  std::vector<Band> municipalities;
  std::optional<Band> outside;
  Band total;
};

/// What a run found about where people may be in their cells, by one of its limits.
struct SpreadShares {
  /// Of the weight of each cell's positions, the part that has a place within the limit.
  IdVector<CellId, double> within;
  Bands bands;
};

namespace coverage {

/// What the rule of the bands is made of. Both numbers are measured on 250 m squares of Espoo
/// summed to 1 km (benchmarks/README.md): elsewhere they are an assumption.
///
/// A cell of n residents of whom the part p is expected within the limit is not n residents who
/// chose their homes independently: they live in a few clusters, each of which is wholly within
/// it or not. It counts as max(1, sqrt(n) / 7) clusters, so its variance is n² p (1 − p) /
/// clusters. In Espoo 18 residents lived in 0.9 clusters, 190 in 2.1, 600 in 3.3, 1 500 in 7.7,
/// 2 700 in 11 and 5 300 in 13: the square root, as towns are both denser and more evenly filled.
///
/// Cells are independent, so variances add up, and 1.96 standard deviations hold the truth in 95
/// of 100 cases. Not independent is the rule by which people are spread: if homes lean towards
/// places more than roads or buildings do, they do so in every cell. Such a lean of the odds,
/// p / (1 − p), by a tenth moves each cell by n p (1 − p) / 10, and these are added to both sides
/// without a root: the more cells an area has, the more of the band it is.
///
/// Nobody is promised or denied more than all positions of a cell agree on: the band neither ends
/// below the residents of cells that are wholly within the limit nor above those of all cells that
/// have a position within it.
struct BandRule {
  double root_per_cluster = 7;  ///< clusters are the root of the residents by this
  double deviations = 1.96;
  double lean = 0.1;
};

/// Returns which positions have a place within `limit` (inclusive).
/// Requires: `reach` is about positions, searched at least as far as `limit`.
template <CostType Cost>
[[nodiscard]] std::vector<char> positions_within(ReachTable<Cost> const& reach, Cost limit);

/// Returns the part of each cell's positions, by weight, that are marked.
/// Requires: a mark for each position of `spread`.
[[nodiscard]] IdVector<CellId, double> shares_of_cells(std::vector<char> const& marks,
                                                       reach::Spread const& spread);

/// Returns the band of every studied municipality and of all. Cells whose residents are suppressed
/// are in no figure.
[[nodiscard]] Bands bands_of(IdVector<CellId, double> const& within, Population const& population,
                             Municipalities const& municipalities, BandRule const& rule = {});

}  // namespace coverage
}  // namespace gapmap
