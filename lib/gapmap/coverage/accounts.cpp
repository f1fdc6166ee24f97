#include "gapmap/coverage/accounts.h"

#include <algorithm>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::coverage {
namespace {

/// Residents covered by one account but not by another, by municipality and outside all
/// municipalities.
struct Difference {
  IdVector<MunicipalityId, People> municipalities;
  People outside{0};
  People total{0};
};

template <CostType Cost>
Difference covered_only_by(Account<Cost> const& one, Account<Cost> const& other,
                           Population const& population, Municipalities const& municipalities) {
  Difference only{.municipalities = IdVector<MunicipalityId, People>(municipalities.size())};
  for (auto const cell : population.ids()) {
    stop_if_asked();
    if (one.coverage.cells[cell].status != Status::Covered) continue;
    if (other.coverage.cells[cell].status == Status::Covered) continue;
    auto const residents = population[cell].residents.value_or(People{0});
    auto const m = population[cell].municipality;
    only.total += residents;
    (m.is_none() ? only.outside : only.municipalities[m]) += residents;
  }
  return only;
}

template <CostType Cost>
Account<Cost> const& with(AccountRule rule, std::span<Account<Cost> const> accounts) {
  return *std::ranges::find(accounts, rule, &Account<Cost>::rule);
}

}  // namespace

template <CostType Cost>
std::vector<AccountSummary<Cost>> summarise(std::span<Account<Cost> const> accounts,
                                            Population const& population,
                                            Municipalities const& municipalities) {
  expects(std::ranges::equal(accounts, kAccountRules, {}, &Account<Cost>::rule),
          "there is one account for each rule");
  std::vector<AccountSummary<Cost>> summaries;
  for (auto const& account : accounts) {
    auto const only_than = [&](AccountRule rule) {
      return covered_only_by(account, with(rule, accounts), population, municipalities);
    };
    auto const others = only_than({Whose::OwnCounty, account.rule.ferries});
    auto const ferry = only_than({account.rule.whose, Ferries::Avoid});
    auto const summary = summarise(account.coverage, population, municipalities);
    AccountSummary<Cost> told{.rule = account.rule,
                              .municipalities = {},
                              .outside = {},
                              .total = {summary.total, others.total, ferry.total}};
    for (auto const& figures : summary.municipalities) {
      told.municipalities.push_back({figures, others.municipalities[figures.municipality],
                                     ferry.municipalities[figures.municipality]});
    }
    if (summary.outside)
      told.outside = AccountFigures<Cost>{*summary.outside, others.outside, ferry.outside};
    summaries.push_back(std::move(told));
  }
  return summaries;
}

template std::vector<AccountSummary<Millimeters>> summarise(std::span<Account<Millimeters> const>,
                                                            Population const&,
                                                            Municipalities const&);
template std::vector<AccountSummary<Milliseconds>> summarise(std::span<Account<Milliseconds> const>,
                                                             Population const&,
                                                             Municipalities const&);

}  // namespace gapmap::coverage
