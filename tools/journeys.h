#pragma once
// Everybody's way to the nearest places: places and roads read, as many as it takes, and searched.

#include "gapmap/tables/sensitivity_table.h"
#include "gapmap/reach/flows.h"
#include "tools/coverage/accounts.h"
#include "tools/attached_scene.h"
#include "tools/coverage/candidates.h"
#include "tools/coverage/coverage_options.h"
#include "tools/people.h"

namespace gapmap::tools {

template <CostType Cost>
struct Journeys : AttachedScene<Cost> {
  ReachTable<Cost> reach;  ///< the two nearest places of every cell, or as many as the job wants
  IdVector<FacilityId, MunicipalityId> located;    ///< where the places are
  Evidence<Cost> evidence;                         ///< why the others are not covered
  std::vector<tables::AssumedResult> sensitivity;  ///< what hangs on the access legs
  std::vector<Account<Cost>> accounts;             ///< if the job wants them
  std::optional<Candidates> candidates;            ///< if the job has any
  IdVector<SegmentId, reach::Flow> flows;          ///< who takes which road, if the job wants it
};

/// Which places count for whom is as the job says; and how it would be under other rules is found
/// on the way. Road layers are read around the cells; if then a result might depend on roads or
/// places farther off, all are read: any of the nearest places, reasons, accounts, what hangs on
/// the access legs, and all pairs that accessibility and cures take. With --margin they are read
/// that much farther than the limit and no more, and `reading` says up to where results are exact.
/// OpenStreetMap extracts, network files and cached networks are whole in any case, and all is read
/// if the job has requirements or wants to know who takes which road: a road may be one piece far
/// beyond the last home on it.
/// Throws InputError if an input cannot be used.
template <CostType Cost>
[[nodiscard]] Journeys<Cost> find_journeys(CoverageJob const& job, Studied const& studied,
                                           WorkingFrame const& frame, Console& console);

}  // namespace gapmap::tools
