#include "gapmap/tables/account_table.h"

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {

template <CostType Cost>
OutputTable cell_accounts(std::span<Account<Cost> const> accounts) {
  OutputTable table{"cells", {}, {}, {}};
  auto const columns = columns_of<Cost>("cells");
  if (!accounts.empty()) table.rows.resize(accounts.front().coverage.cells.size());
  for (auto const& account : accounts) {
    std::string const rule{name_of(account.rule)};
    table.columns.push_back(columns("{account}_status", rule));
    table.columns.push_back(columns("{account}_cost", rule));
    for (auto const cell : account.coverage.cells.ids()) {
      auto const& covered = account.coverage.cells[cell];
      auto& row = table.rows[cell.value()];
      row.push_back(std::string{name_of(covered.status)});
      row.push_back(covered.cost ? value_of(*covered.cost) : Value{});
    }
  }
  return table;
}

template <CostType Cost>
OutputTable account_table(Population const& population, Municipalities const& municipalities,
                          std::vector<AccountSummary<Cost>> const& summaries) {
  PeopleValues const people{population};
  OutputTable table{"accounts",
                    columns_of<Cost>("accounts", people)(
                        {"account", "municipality_code", "municipality_name", "residents",
                         "covered", "outside", "unreachable", "off_network", "share", "cost_mean",
                         "cost_median", "covered_only_by_other_counties", "covered_only_by_ferry"}),
                    {},
                    {}};
  for (auto const& summary : summaries) {
    auto const add = [&](AccountFigures<Cost> const& told, Value code, Value name) {
      auto const& figures = told.figures;
      auto const share = figures.share();
      table.rows.push_back(
          {std::string{name_of(summary.rule)}, std::move(code), std::move(name),
           people(figures.residents), people(figures.with(Status::Covered)),
           people(figures.with(Status::TooFar)), people(figures.with(Status::Unreachable)),
           people(figures.with(Status::OffNetwork)), share ? Value{*share} : Value{},
           value_of(figures.cost_mean), value_of(figures.cost_median), people(told.only_by_others),
           people(told.only_by_ferry)});
    };
    for (auto const& told : summary.municipalities) {
      auto const m = told.figures.municipality;
      add(told, code_of(municipalities, m), name_of(municipalities, m));
    }
    if (summary.outside) add(*summary.outside, {}, "Outside all areas");
    add(summary.total, {}, "Total");
  }
  return table;
}

template OutputTable cell_accounts(std::span<Account<Millimeters> const>);
template OutputTable cell_accounts(std::span<Account<Milliseconds> const>);
template OutputTable account_table(Population const&, Municipalities const&,
                                   std::vector<AccountSummary<Millimeters>> const&);
template OutputTable account_table(Population const&, Municipalities const&,
                                   std::vector<AccountSummary<Milliseconds>> const&);

}  // namespace gapmap::tables
