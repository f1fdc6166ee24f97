#pragma once
// Accounts: the same people counted under several rules side by side, which differ in whose places
// count and in whether ferries may be used.

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "gapmap/coverage/summary.h"
#include "gapmap/travel/profile.h"

namespace gapmap {

enum class Whose : std::uint8_t {
  Anybody,    ///< every place counts for everybody
  OwnCounty,  ///< only places of a resident's own county count
};

struct AccountRule {
  Whose whose = Whose::Anybody;
  Ferries ferries = Ferries::Use;
  friend bool operator==(AccountRule const&, AccountRule const&) = default;
};

/// All rules, in the order in which outputs list them.
inline constexpr std::array<AccountRule, 4> kAccountRules{{{Whose::Anybody, Ferries::Use},
                                                           {Whose::Anybody, Ferries::Avoid},
                                                           {Whose::OwnCounty, Ferries::Use},
                                                           {Whose::OwnCounty, Ferries::Avoid}}};

/// Returns the name of the rule in outputs.
[[nodiscard]] constexpr std::string_view name_of(AccountRule rule) noexcept {
  if (rule.whose == Whose::Anybody)
    return rule.ferries == Ferries::Use ? "anybody_ferries" : "anybody_no_ferries";
  return rule.ferries == Ferries::Use ? "own_county_ferries" : "own_county_no_ferries";
}

template <CostType Cost>
struct Account {
  AccountRule rule;
  Coverage<Cost> coverage;
};

/// Figures of one account for a municipality, for cells outside all municipalities, or for the
/// total.
template <CostType Cost>
struct AccountFigures {
  CoverageFigures<Cost> figures;
  /// Covered residents who would not be covered if only places of their own county counted (and
  /// ferries were treated as in this account).
  People only_by_others{0};
  /// Covered residents who would not be covered without ferries (with the same places counting as
  /// in this account).
  People only_by_ferry{0};
};

template <CostType Cost>
struct AccountSummary {
  AccountRule rule;
  std::vector<AccountFigures<Cost>> municipalities;  ///< studied ones, in their order
  std::optional<AccountFigures<Cost>> outside;       ///< cells of no municipality
  AccountFigures<Cost> total;
};

namespace coverage {

/// Returns one summary for each account, in their order.
/// Requires: `accounts` holds one account of this `population` for each of kAccountRules, in that
///           order.
template <CostType Cost>
[[nodiscard]] std::vector<AccountSummary<Cost>> summarise(std::span<Account<Cost> const> accounts,
                                                          Population const& population,
                                                          Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
