#pragma once
// In which order the sites of a plan are best opened, and how much every further site is worth.

#include <cstdint>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/plan.h"

namespace gapmap {

/// A step of an order of opening.
struct OpeningStep {
  SiteId site;
  std::int64_t adds = 0;      ///< weight served by it and by none before it, nor by a kept site
  std::int64_t together = 0;  ///< weight served by it, those before it and kept sites
};

/// The plan of so many sites at most.
struct CurvePlan : SitePlan {
  std::uint32_t most = 0;
};

namespace siting {

/// Returns the sites of a plan in the order of opening: each time the one that adds most weight.
/// What the first n of them serve is, among the sites of the plan, at least 1 - 1/e of the most
/// that n of them could add.
/// Ties:   the lower SiteId.
/// Cost:   O(sites of the plan × pairs).
/// Source: Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294.
[[nodiscard]] std::vector<OpeningStep> opening_order(SiteCosts const& costs, SiteRules const& rules,
                                                     std::vector<SiteId> const& opened);

/// Returns the plans of maximal covering with 0, 1, 2 … sites, at most `rules.most` and as many as
/// a budget pays for, until everybody is served whom enough allowed sites serve. The first has the
/// required sites only, or as few as quotas allow. Each has the whole of `limits` for itself, and
/// serves no less than the one before it; without rules for sets no less than that and the site
/// that adds most to it. Once `limits.finish` is asked for, the plan that is looked for is the
/// last one. The difference between the plan of n sites and the first n of an order is what the
/// order costs.
/// Errors: as maximal_covering().
[[nodiscard]] std::vector<CurvePlan> covering_curve(SiteCosts const& costs, SiteRules const& rules,
                                                    EffortLimits const& limits = {},
                                                    std::uint32_t at_least = 1);

}  // namespace siting
}  // namespace gapmap
