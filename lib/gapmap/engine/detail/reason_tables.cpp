#include "gapmap/engine/detail/reason_tables.h"

#include <concepts>

#include "gapmap/engine/detail/groups.h"
#include "gapmap/tables/account_table.h"
#include "gapmap/tables/group_table.h"
#include "gapmap/tables/reason_table.h"

namespace gapmap::engine {
namespace {

/// Which columns about reasons the tables have; this follows from the job.
template <CostType Cost>
tables::ReasonColumns columns_of(job::CoverageJob const& job) {
  bool const avoids = job.travel.profile.ferries == Ferries::Avoid;
  return {.has_other_counties = job.accounts.whose == Whose::OwnCounty,
          .ferries = avoids                             ? "with_ferries"
                     : std::same_as<Cost, Milliseconds> ? "no_wait"
                                                        : ""};
}

}  // namespace

template <CostType Cost>
void add_reasons(CoverageResult<Cost> const& result, tables::CoverageView<Cost> const& view,
                 tables::OutputTable& cells, tables::OutputTable& gaps) {
  tables::append_columns(cells,
                         tables::cell_reasons(view, result.reasons, columns_of<Cost>(result.job)));
  if (!result.account_summaries.empty())
    tables::append_columns(cells, tables::cell_accounts(std::span{result.accounts}));
  tables::append_columns(gaps, tables::gap_reasons(view, result.gaps, result.reasons));
}

template <CostType Cost>
std::vector<tables::OutputTable> reason_tables(CoverageResult<Cost> const& result,
                                               tables::CoverageView<Cost> const& view) {
  auto const& ranges = result.scene.counted->ranges;
  auto reasons = tables::reason_table(view.population, view.municipalities, result.by_reason);
  tables::append_columns(
      reasons, tables::group_columns(
                   tables::GroupColumns::Reasons,
                   tables::cells_of_reasons(view.population, result.reasons, result.by_reason),
                   view.population, ranges, groups_of_source(ranges)));
  std::vector tables{std::move(reasons), tables::sensitivity_table(view.population, view.coverage,
                                                                   view.legs, result.sensitivity)};
  if (!result.account_summaries.empty()) {
    tables.push_back(
        tables::account_table(view.population, view.municipalities, result.account_summaries));
  }
  return tables;
}

template <CostType Cost>
void record_reasons(CoverageResult<Cost> const& result, io::Manifest& manifest) {
  for (std::size_t r = 0; r < kReasons; ++r) {
    manifest.reasons.emplace_back(name_of(static_cast<Reason>(r)),
                                  result.by_reason.total.counts[r].residents.value());
  }
  if constexpr (std::same_as<Cost, Milliseconds>) {
    manifest.straight_speed = result.evidence.straight_speed;
    manifest.access_speed = result.job.travel.profile.off_road_speed;
  }
  for (auto const& account : result.account_summaries) {
    auto& totals = manifest.accounts.emplace_back(name_of(account.rule),
                                                  tables::totals(account.total.figures));
    totals.second.emplace_back("covered_only_by_other_counties",
                               account.total.only_by_others.value());
    totals.second.emplace_back("covered_only_by_ferry", account.total.only_by_ferry.value());
  }
}

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): no function instantiates others.
#define GAPMAP_OF(Cost)                                                                       \
  template void add_reasons(CoverageResult<Cost> const&, tables::CoverageView<Cost> const&,   \
                            tables::OutputTable&, tables::OutputTable&);                      \
  template std::vector<tables::OutputTable> reason_tables(CoverageResult<Cost> const&,        \
                                                          tables::CoverageView<Cost> const&); \
  template void record_reasons(CoverageResult<Cost> const&, io::Manifest&);
GAPMAP_OF(Millimeters)
GAPMAP_OF(Milliseconds)
#undef GAPMAP_OF

}  // namespace gapmap::engine
