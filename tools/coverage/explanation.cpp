#include "tools/coverage/explanation.h"

#include <concepts>

namespace gapmap::tools {
namespace {

/// Columns follow from what was asked.
template <CostType Cost>
tables::ReasonColumns columns_of(CoverageJob const& job) {
  bool const avoids = job.travel.profile.ferries == Ferries::Avoid;
  return {.has_other_counties = job.accounts.whose == Whose::OwnCounty,
          .ferries = avoids                             ? "with_ferries"
                     : std::same_as<Cost, Milliseconds> ? "no_wait"
                                                        : ""};
}

}  // namespace

template <CostType Cost>
Explanation<Cost>::Explanation(CoverageJob const& job, Journeys<Cost> const& journeys,
                               tables::CoverageRun<Cost> const& run)
    : job_{job},
      journeys_{journeys},
      run_{run},
      reasons_{coverage::explain(run.coverage, journeys.evidence, job.detour_from)},
      by_reason_{coverage::summarise(reasons_, run.population, run.municipalities)} {
  if (journeys.accounts.empty()) return;
  accounts_ = coverage::summarise(std::span<Account<Cost> const>{journeys.accounts}, run.population,
                                  run.municipalities);
}

template <CostType Cost>
void Explanation<Cost>::add_to_cells(tables::OutputTable& cells) const {
  tables::append_columns(cells, tables::cell_reasons(run_, reasons_, columns_of<Cost>(job_)));
  if (accounts_.empty()) return;
  tables::append_columns(cells, tables::cell_accounts(std::span{journeys_.accounts}));
}

template <CostType Cost>
void Explanation<Cost>::add_to_gaps(tables::OutputTable& gaps,
                                    std::vector<Gap<Cost>> const& of) const {
  tables::append_columns(gaps, tables::gap_reasons(run_, of, reasons_));
}

template <CostType Cost>
std::vector<tables::OutputTable> Explanation<Cost>::tables() const {
  std::vector tables{
      tables::reason_table(run_.population, run_.municipalities, by_reason_),
      tables::sensitivity_table(run_.population, run_.coverage, run_.legs, journeys_.sensitivity)};
  if (!accounts_.empty())
    tables.push_back(tables::account_table(run_.population, run_.municipalities, accounts_));
  return tables;
}

template <CostType Cost>
void Explanation<Cost>::record(io::Manifest& manifest) const {
  for (std::size_t r = 0; r < kReasons; ++r) {
    manifest.reasons.emplace_back(name_of(static_cast<Reason>(r)),
                                  by_reason_.total.counts[r].residents.value());
  }
  if constexpr (std::same_as<Cost, Milliseconds>) {
    manifest.straight_speed = journeys_.evidence.straight_speed;
    manifest.access_speed = run_.legs.profile().off_road_speed;
  }
  for (auto const& account : accounts_) {
    auto& totals = manifest.accounts.emplace_back(name_of(account.rule),
                                                  tables::totals(account.total.figures));
    totals.second.emplace_back("covered_only_by_other_counties",
                               account.total.only_by_others.value());
    totals.second.emplace_back("covered_only_by_ferry", account.total.only_by_ferry.value());
  }
}

template class Explanation<Millimeters>;
template class Explanation<Milliseconds>;

}  // namespace gapmap::tools
