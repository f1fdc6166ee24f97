#pragma once
// The classical problems of siting on costs: p-median, maximal covering, set covering, p-center.
// Each returns a plan with a bound that no other plan exceeds, and ends with the best plan so far
// when its effort runs out. Kept sites are open and cost nothing; required ones are opened in any
// case, and are a part of `most` and of every price.
//
// All hold to the rules for sets: budget, sites apart, quotas. Without such rules bounds are exact;
// with them a bound in floating point is held a ten-millionth of the value lower than it is, so
// that the last digits of large values may not be proven. Errors: InputError if no set of sites
// keeps the rules, or none was found before the effort ended.

#include <optional>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/plan.h"

namespace gapmap::siting {

/// Returns the demands that fewer than `at_least` sites serve which may be open, neither excluded
/// nor too near one that is open in any case: none of the problems can help them, and all leave
/// them out.
[[nodiscard]] std::vector<DemandId> unservable(SiteCosts const& costs, SiteRules const& rules,
                                               std::uint32_t at_least = 1);

/// The p-median problem: opens at most `rules.most` sites so that demands travel least:
///
///     minimise sum of weight × cost to the cheapest open site.
///
/// A demand that reaches none of the open sites counts with `cost_unserved`, at least the largest
/// cost of the table; without it with twice that.
/// Ties:   see search() of the location model: the plan found first.
/// Cost:   O(rounds × pairs near the open sites); the problem is NP-hard, so nothing bounds the
///         rounds but the effort.
/// Source: Hakimi 1964, Operations Research 12:450–459; ReVelle & Swain 1970, Geographical Analysis
///         2:30–42.
/// Errors: BrokenPromise if costs or weights are so large that sums do not fit 60 bits.
[[nodiscard]] SitePlan p_median(SiteCosts const& costs, SiteRules const& rules, Effort& effort,
                                std::optional<std::int64_t> cost_unserved = {});

/// Maximal covering: opens at most `rules.most` sites so that most weight is served:
///
///     maximise sum of weights of demands with `at_least` open sites in their row.
///
/// Pairs beyond the limit have to be left out of the table before. With two, each open site is the
/// backup of another.
/// Requires: `at_least` is not zero.
/// Source: Church & ReVelle 1974, Papers of the Regional Science Association 32:101–118; with backup
///         Hogan & ReVelle 1986, Management Science 32:1434–1444.
[[nodiscard]] SitePlan maximal_covering(SiteCosts const& costs, SiteRules const& rules,
                                        Effort& effort, std::uint32_t at_least = 1);

/// Closing with least harm: closes `closing` of the candidates, which are all open now, so that
/// most weight stays served; kept and required sites stay. The plan has those that stay open, but
/// kept ones; rules for sets are of these.
/// Errors: InputError if there are not so many candidates.
[[nodiscard]] SitePlan least_harm(SiteCosts const& costs, SiteRules const& rules,
                                  std::uint32_t closing, Effort& effort);

/// The same for travel: closes `closing` of the candidates so that the sum of weight × cost to the
/// cheapest open site grows least. The value is what it grows by; who reaches none of the sites
/// left counts as in p_median(). Errors: InputError if there are not so many candidates.
[[nodiscard]] SitePlan least_added_travel(SiteCosts const& costs, SiteRules const& rules,
                                          std::uint32_t closing, Effort& effort,
                                          std::optional<std::int64_t> cost_unserved = {});

/// Set covering (LSCP): the cheapest candidates with which every demand that can be served has
/// `at_least` open sites, also those without weight; without prices the fewest.
///
///     minimise sum of prices of sites opened.
///
/// `rules.most` does not matter.
/// Errors: InputError if no set that keeps the other rules serves all those, or none was found
///         before the effort ended.
/// Requires: `at_least` is not zero.
/// Source: Toregas, Swain, ReVelle & Bergman 1971, Operations Research 19:1363–1373; Caprara,
///         Fischetti & Toth 2000, Annals of Operations Research 98:353–371.
[[nodiscard]] SitePlan set_covering(SiteCosts const& costs, SiteRules const& rules, Effort& effort,
                                    std::uint32_t at_least = 1);

/// The p-center problem: opens at most `rules.most` sites so that the greatest cost of any
/// demand to its cheapest open site is least. Weights do not matter.
///
/// The least cost within which so many sites serve everybody is found by halving the costs of the
/// table; each step is set covering. Nothing if no allowed set serves every servable demand.
/// Source: Minieka 1970, SIAM Review 12:138–139; Elloumi, Labbé & Pochet 2004, INFORMS Journal on
///         Computing 16:84–94.
[[nodiscard]] std::optional<SitePlan> p_center(SiteCosts const& costs, SiteRules const& rules,
                                               Effort& effort);

}  // namespace gapmap::siting
