#pragma once
// The results of a coverage run as tables: gaps, cells, municipalities, places. Column names are
// the documented interface.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/place.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/access_legs.h"

namespace gapmap::tables {

/// What a coverage run knows at its end. References: the caller keeps them alive.
///
/// Columns that hold a cost are called after what was minimised: distance_m, limit_m …, or time_s,
/// limit_s …
template <CostType Cost>
struct CoverageView {
  Population const& population;
  Municipalities const& municipalities;
  Places const& places;
  ReachTable<Cost> const& reach;
  Coverage<Cost> const& coverage;
  reach::AccessLegs<Cost> legs;
};

/// One row a gap, the largest first; gap_id counts from 1.
template <CostType Cost>
[[nodiscard]] OutputTable gap_table(CoverageView<Cost> const& run,
                                    std::vector<Gap<Cost>> const& gaps);

/// One row a cell, in the order of the population. access_m is what of the way to the nearest place
/// leads off the roads, and of a time access_s what that takes. The second to the `places`-th
/// nearest place have columns of their own, with nothing in them where there is no further place.
/// Requires: the run looked for that many.
template <CostType Cost>
[[nodiscard]] OutputTable cell_table(CoverageView<Cost> const& run, std::size_t places = 1);

/// One row a studied municipality by code, then "Outside all areas" if anybody lives there, then
/// "Total". Only municipalities have an area.
template <CostType Cost>
[[nodiscard]] OutputTable municipality_table(CoverageView<Cost> const& run,
                                             CoverageSummary<Cost> const& summary);

/// One row a place, in the order of the places, a point each: for whom it is the nearest, and what
/// becomes of them if it closes.
template <CostType Cost>
[[nodiscard]] OutputTable place_table(CoverageView<Cost> const& run,
                                      IdVector<PlaceId, Closure<Cost>> const& closures,
                                      IdVector<PlaceId, MunicipalityId> const& located);

/// The figures of all studied cells by name, for the record of the run: cells, residents, one per
/// status, share, mean, median.
template <CostType Cost>
[[nodiscard]] std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Cost> const& figures);

}  // namespace gapmap::tables
