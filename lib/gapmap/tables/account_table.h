#pragma once
// Accounts side by side: as columns of the cells and as a table of their own.

#include "gapmap/coverage/accounts.h"
#include "gapmap/tables/gap_map.h"

namespace gapmap::tables {

/// For the columns of cell_table(): status and cost by each account.
template <CostType Cost>
[[nodiscard]] OutputTable cell_accounts(std::span<Account<Cost> const> accounts);

/// One row an account and municipality, "Outside all areas" if anybody lives there, "Total".
template <CostType Cost>
[[nodiscard]] OutputTable account_table(Population const& population,
                                        Municipalities const& municipalities,
                                        std::vector<AccountSummary<Cost>> const& summaries);

}  // namespace gapmap::tables
