#pragma once
// A problem of siting as its caller asks it, put as a location model.

#include <cstdint>
#include <functional>
#include <vector>

#include "gapmap/siting/plan.h"
#include "gapmap/siting/detail/location_model.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

[[nodiscard]] SiteStatus status_of(SiteRules const& rules, SiteId site);
/// Whether a site is open whatever the plan.
[[nodiscard]] bool is_always_open(SiteRules const& rules, SiteId site);
/// What opening a site costs: its price, or one.
[[nodiscard]] std::int64_t price_of(SiteRules const& rules, SiteId site);
/// Whether a demand has `at_least` sites in its row that may be open.
[[nodiscard]] bool is_servable(SiteCosts const& costs, SiteRules const& rules, DemandId demand,
                               std::uint32_t at_least = 1);
/// Returns what all demands together weigh.
[[nodiscard]] double weight_of_all(SiteCosts const& costs);

/// What counts in a problem, in whole units.
struct Worths {
  std::function<std::int64_t(SiteId)> opening;
  std::function<std::int64_t(DemandId, std::int64_t)> serving;  ///< of a demand and a pair's cost
  std::function<std::int64_t(DemandId)> unserved;
  double total = 0;        ///< all demands together cost no more than that
  std::uint32_t need = 1;  ///< sites that a demand needs
};

/// A problem as a location model of what is left to decide.
struct Question {
  LocationModel model;
  std::vector<std::uint32_t> sites;  ///< what its sites are called in the table
  std::vector<SiteId> required;      ///< opened in any case
  std::vector<SetRule> rules;        ///< besides how many may be opened; of its own sites

  /// Returns the sites of a plan by their names in the table, with those required, ascending.
  [[nodiscard]] std::vector<SiteId> named(std::vector<std::uint32_t> const& open) const;
};

/// Whether sets of sites are held to more than their number.
[[nodiscard]] bool has_set_rules(SiteRules const& rules);
/// Returns the sites that are required, ascending.
[[nodiscard]] std::vector<SiteId> required_of(SiteCosts const& costs, SiteRules const& rules);

/// Returns rules in which candidates too near a kept or a required site are excluded.
/// Errors: BrokenPromise if statuses or prices are not of all sites, or rules of unknown ones;
///         InputError if required sites break the rules.
[[nodiscard]] SiteRules settled(SiteCosts const& costs, SiteRules rules);

/// Throws InputError: no set of sites keeps the rules, or none was found in time.
[[noreturn]] void throw_not_found(bool is_impossible, bool must_serve);

/// Returns the largest power of two by which sums of `total` may be multiplied.
/// Errors: BrokenPromise if there is none.
[[nodiscard]] std::int64_t unit_for(double total);

/// Puts rules for sets as rules of those of the question's sites that are not always open, and
/// lowers `most` to the number of them that a budget pays for.
void add_rules(SiteRules const& rules, Question& asked);

/// Demands without enough allowed sites are left out. Kept sites cost nothing and are no part of
/// `rules.most`; required ones are paid for and are a part of it. With rules for sets all free
/// sites are sites of the model.
/// Requires: settled rules.
[[nodiscard]] Question question(SiteCosts const& costs, SiteRules const& rules,
                                Worths const& worths);

}  // namespace gapmap::siting
