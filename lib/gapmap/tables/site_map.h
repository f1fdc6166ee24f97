#pragma once
// A plan of siting on the map: what it changes in every cell and municipality, all places, and the
// gaps that remain.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/coverage/gap_names.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/places/municipality.h"
#include "gapmap/places/place.h"
#include "gapmap/places/population.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// What a plan does with a cell.
struct PlannedCell {
  bool is_covered_before = false;  ///< all of it is served
  bool is_covered_after = false;
  std::optional<std::size_t> rank = {};  ///< of the step of the plan that changes it last
  PlaceId place = PlaceId::none();       ///< nearest place within the limit that is open then and
                                         ///< has room for some of them
  std::optional<double> cost = {};       ///< to it, in metres or seconds
  double weight = 0;                     ///< residents, or those of a group, as the plan counts
  double served_before = 0;              ///< of this weight: where places may be full, a part
  double served_after = 0;
};

/// All of them, and what they refer to, to which the view keeps references.
struct PlannedCells {
  Population const& population;
  Municipalities const& municipalities;
  Places const& places;
  IdVector<CellId, PlannedCell> const& cells;
  bool is_time = false;  ///< costs are seconds
};

/// Returns the table "plan_cells": a row per inhabited cell, with its outline.
[[nodiscard]] OutputTable plan_cell_table(PlannedCells const& planned);

/// Returns the table "plan_municipalities": whom the plan counts in each municipality, how many of
/// them are within the limit now and then. Rows without an area are of cells in none, where there
/// are such, then of the total.
[[nodiscard]] OutputTable plan_municipality_table(PlannedCells const& planned);

/// A place beside the plan.
struct PlannedPlace {
  PlaceId place;
  MunicipalityId municipality = MunicipalityId::none();
  std::string_view change;  ///< "kept", "gone" or "new"
};

/// Returns the table "plan_places": a row per place that exists or opens, each a point.
[[nodiscard]] OutputTable plan_place_table(PlannedCells const& planned,
                                           std::vector<PlannedPlace> const& places);

/// Returns the table "plan_gaps": where those live whom the plan leaves outside, largest first.
/// `servable`: cells that some place or candidate may serve. `gap_name` is empty, as in
/// gap_table().
/// Requires: a name per gap.
[[nodiscard]] OutputTable plan_gap_table(PlannedCells const& planned,
                                         std::vector<GapPatch> const& gaps,
                                         std::vector<GapName> const& names,
                                         IdVector<CellId, char> const& servable);

/// Returns the layer "places" that gapmap coverage reads as its places: each a point, with its id,
/// name and service.
[[nodiscard]] OutputTable place_layer(Places const& places);

}  // namespace gapmap::tables
