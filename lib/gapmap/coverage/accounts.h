#pragma once
// The same people counted under several rules side by side: whose places count, and whether
// ferries are roads.

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "gapmap/coverage/summary.h"
#include "gapmap/travel/profile.h"

namespace gapmap {

enum class Whose : std::uint8_t {
  Anybody,    ///< every place counts for everybody
  OwnCounty,  ///< those of a resident's own county
};

struct AccountRule {
  Whose whose = Whose::Anybody;
  Ferries ferries = Ferries::Use;
  friend bool operator==(AccountRule const&, AccountRule const&) = default;
};

/// All of them, in the order they are told of.
inline constexpr std::array<AccountRule, 4> kAccountRules{{{Whose::Anybody, Ferries::Use},
                                                           {Whose::Anybody, Ferries::Avoid},
                                                           {Whose::OwnCounty, Ferries::Use},
                                                           {Whose::OwnCounty, Ferries::Avoid}}};

/// As written in outputs.
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

/// What an account says of a municipality, of the cells of none, or of all.
template <CostType Cost>
struct AccountFigures {
  CoverageFigures<Cost> figures;
  /// Of those covered: not if only places of the own county counted, ferries as here.
  People only_by_others{0};
  /// Of those covered: not if ferries were avoided, whose places count as here.
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

/// One summary an account, in their order.
/// Requires: `accounts` are one for each of kAccountRules, in that order, of this `population`.
template <CostType Cost>
[[nodiscard]] std::vector<AccountSummary<Cost>> summarise(std::span<Account<Cost> const> accounts,
                                                          Population const& population,
                                                          Municipalities const& municipalities);

}  // namespace coverage
}  // namespace gapmap
