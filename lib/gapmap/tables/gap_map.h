#pragma once
// The results of a coverage run as tables: gaps, cells, municipalities, places. Column names are
// the documented interface.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/coverage.h"
#include "gapmap/coverage/gap_names.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/places/place.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/population.h"
#include "gapmap/reach/access_legs.h"

namespace gapmap::tables {

/// Results of a finished coverage run. Members are references, so the caller keeps them alive.
///
/// Cost columns are named after what was minimised: distance_m, limit_m …, or time_s, limit_s …
template <CostType Cost>
struct CoverageView {
  Population const& population;
  Municipalities const& municipalities;
  Places const& places;
  ReachTable<Cost> const& reach;
  Coverage<Cost> const& coverage;
  reach::AccessLegs<Cost> legs;
};

/// Returns one row per gap, largest first; gap_id counts from 1. `gap_name` is empty until somebody
/// says in words what a gap is called, from the columns near_name, near_m and near_direction.
/// Requires: one name per gap.
template <CostType Cost>
[[nodiscard]] OutputTable gap_table(CoverageView<Cost> const& run,
                                    std::vector<Gap<Cost>> const& gaps,
                                    std::vector<GapName> const& names);

/// Returns the values of the columns near_name, near_m and near_direction.
[[nodiscard]] std::vector<Value> values_of(GapName const& name);

/// Returns one row per cell, in the order of the population. access_m is the part of the way to the
/// nearest place that leads off the roads; for times, access_s is its duration. The second to the
/// `places`-th nearest place have columns of their own, empty where there is no such place.
/// Requires: the run looked for that many places.
template <CostType Cost>
[[nodiscard]] OutputTable cell_table(CoverageView<Cost> const& run, std::size_t places = 1);

/// Returns one row per studied municipality by code, then "Outside all areas" if anybody lives
/// there, then "Total". Only municipalities have an area.
template <CostType Cost>
[[nodiscard]] OutputTable municipality_table(CoverageView<Cost> const& run,
                                             CoverageSummary<Cost> const& summary);

/// Returns one row per place, in the order of the places, each a point: whose nearest place it is,
/// and what happens to these residents if it closes.
template <CostType Cost>
[[nodiscard]] OutputTable place_table(CoverageView<Cost> const& run,
                                      IdVector<PlaceId, Closure<Cost>> const& closures,
                                      IdVector<PlaceId, MunicipalityId> const& located);

/// Returns the figures of all studied cells by name, for the record of the run: cells, residents,
/// one per status, share, mean, median.
template <CostType Cost>
[[nodiscard]] std::vector<std::pair<std::string, std::optional<double>>> totals(
    CoverageFigures<Cost> const& figures);

}  // namespace gapmap::tables
