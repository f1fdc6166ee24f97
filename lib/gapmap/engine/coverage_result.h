#pragma once
// Everything that a coverage job found, as one value.

#include <variant>
#include <vector>

#include "gapmap/coverage/accessibility.h"
#include "gapmap/coverage/accounts.h"
#include "gapmap/coverage/bands.h"
#include "gapmap/coverage/closures.h"
#include "gapmap/coverage/gap_names.h"
#include "gapmap/coverage/gaps.h"
#include "gapmap/coverage/joint_remedies.h"
#include "gapmap/coverage/reasons.h"
#include "gapmap/coverage/remedies.h"
#include "gapmap/coverage/requirements.h"
#include "gapmap/coverage/summary.h"
#include "gapmap/engine/scene.h"
#include "gapmap/reach/access_legs.h"
#include "gapmap/reach/flows.h"
#include "gapmap/tables/remedy_table.h"
#include "gapmap/tables/sensitivity_table.h"

namespace gapmap::engine {

/// Who has each of several things, and who has them together; empty if the run asks for none.
struct RequirementResults {
  std::vector<Fulfilment> fulfilments;                  ///< one each
  std::vector<Coverage<Millimeters>> states;            ///< one each, then one for all together
  std::vector<CoverageSummary<Millimeters>> summaries;  ///< one per state
};

/// What would close the largest gaps; empty if the job wants none.
template <CostType Cost>
struct Remedies {
  Places candidates;
  tables::RemedyKind kind = tables::RemedyKind::Candidate;
  std::vector<GapRemedies<Cost>> of_gaps;  ///< of the first gaps, as many as the job wants
  std::vector<JointRemedy<Cost>> joint;    ///< as many places at most
};

/// What of the results hangs on roads and places that were not read. Nothing does unless the job
/// has a margin.
template <CostType Cost>
struct Exactness {
  bool is_exact = true;
  /// With a margin: costs up to this are exact whatever was not read.
  std::optional<Cost> exact_up_to;
  Doubts<Cost> doubts;      ///< about who is covered
  Doubts<Cost> further;     ///< about reasons, accounts and the sensitivity
  bool knows_pairs = true;  ///< that accessibility and remedies take
};

/// Where in their cells people may be, and what hangs on it; empty if the job does not ask.
struct SpreadResult {
  SpreadShares shares;             ///< by the first limit
  std::vector<Bands> limit_bands;  ///< of a job with several limits: one for each of their names
  std::vector<CellId> kept;        ///< cells whose people stay in the middle
  std::optional<io::ImportReport> buildings;
};

template <CostType Cost>
struct CoverageResult {
  job::CoverageJob job;
  Scene<Cost> scene;
  ReachTable<Cost> reach;  ///< the two nearest places of every cell, or as many as the job wants
  IdVector<PlaceId, MunicipalityId> located;  ///< where the places are
  Exactness<Cost> exactness;
  Coverage<Cost> coverage;
  CoverageSummary<Cost> summary;
  std::vector<Gap<Cost>> gaps;
  std::vector<GapName> gap_names;
  IdVector<PlaceId, Closure<Cost>> closures;
  Evidence<Cost> evidence;  ///< what ways the others would have under other rules
  CellReasons<Cost> reasons;
  ReasonSummary by_reason;
  std::vector<tables::AssumedResult> sensitivity;  ///< what hangs on the access legs
  std::vector<Account<Cost>> accounts;             ///< if the job wants them
  std::vector<AccountSummary<Cost>> account_summaries;
  RequirementResults requirements;
  /// All limits of a job that has several; after all together comes any of them.
  RequirementResults limits;
  IdVector<CellId, Accessibility> accessibility;  ///< if the job wants it
  Remedies<Cost> remedies;
  SpreadResult spread;
  IdVector<SegmentId, reach::Flow> flows;  ///< who takes which road, if the job wants it

  /// What of the ways leads off the roads. Keeps a reference to `reach`.
  [[nodiscard]] reach::AccessLegs<Cost> legs() const {
    return {reach, job.travel.profile, job.travel.trip, scene.ends.direct};
  }
};

using AnyCoverageResult = std::variant<CoverageResult<Millimeters>, CoverageResult<Milliseconds>>;

}  // namespace gapmap::engine
