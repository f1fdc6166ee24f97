#include "gapmap/tables/account_table.h"

#include "gapmap/tables/output_columns.h"

namespace gapmap::tables {

template <CostType Cost>
OutputTable cell_accounts(std::span<Account<Cost> const> accounts) {
  OutputTable table{"cells", {}, {}, {}};
  if (!accounts.empty()) table.rows.resize(accounts.front().coverage.cells.size());
  for (auto const& account : accounts) {
    std::string const rule{name_of(account.rule)};
    table.columns.push_back(text(rule + "_status"));
    table.columns.push_back(cost_column<Cost>());
    table.columns.back().name = rule + "_" + table.columns.back().name;
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
  PeopleColumns const people{population};
  OutputTable table{"accounts",
                    {text("account"), text("municipality_code"), text("municipality_name"),
                     people.column("residents"), people.column("covered"), people.column("outside"),
                     people.column("unreachable"), people.column("off_network"),
                     Column{"share", ColumnType::Real, 6}, cost_column<Cost>("_mean"),
                     cost_column<Cost>("_median"), people.column("covered_only_by_other_counties"),
                     people.column("covered_only_by_ferry")},
                    {},
                    {}};
  for (auto const& summary : summaries) {
    auto const add = [&](AccountFigures<Cost> const& told, Value code, Value name) {
      auto const& figures = told.figures;
      auto const share = figures.share();
      table.rows.push_back(
          {std::string{name_of(summary.rule)}, std::move(code), std::move(name),
           people.value(figures.residents), people.value(figures.with(Status::Covered)),
           people.value(figures.with(Status::TooFar)),
           people.value(figures.with(Status::Unreachable)),
           people.value(figures.with(Status::OffNetwork)), share ? Value{*share} : Value{},
           value_of(figures.cost_mean), value_of(figures.cost_median),
           people.value(told.only_by_others), people.value(told.only_by_ferry)});
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
