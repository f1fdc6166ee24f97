#pragma once
// Accounts as tables: columns of the table of cells, and a table of their own.

#include "gapmap/coverage/accounts.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::tables {

/// Returns columns for cell_table(): status and cost by each account.
template <CostType Cost>
[[nodiscard]] OutputTable cell_accounts(std::span<Account<Cost> const> accounts);

/// Returns one row per account and municipality, then "Outside all areas" if anybody lives there,
/// then "Total".
template <CostType Cost>
[[nodiscard]] OutputTable account_table(Population const& population,
                                        Municipalities const& municipalities,
                                        std::vector<AccountSummary<Cost>> const& summaries);

}  // namespace gapmap::tables
