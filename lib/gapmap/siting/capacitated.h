#pragma once
// Problems of siting in which a site can serve only so much.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/plan.h"

namespace gapmap {

/// Whether a demand has one site, or parts of it may have several.
enum class Sourcing : std::uint8_t { Single, Split };

/// How much sites can serve.
struct SiteCapacities {
  IdVector<SiteId, std::int64_t> of_sites;  ///< not negative; also of kept sites
  /// What each demand takes of a capacity, not negative; empty: its weight. Split demands take
  /// their weight.
  IdVector<DemandId, std::int64_t> loads = {};
  Sourcing sourcing = Sourcing::Single;
};

/// What of a demand a site serves.
struct Assignment {
  DemandId demand;
  SiteId site;
  std::int64_t load;  ///< all of the demand's, or a part of it
  friend bool operator==(Assignment const&, Assignment const&) = default;
};

/// A plan that says who is served where. Its value is added up anew from the assignments, which fit
/// all capacities.
struct AssignedPlan : SitePlan {
  std::vector<Assignment> assignments;  ///< by demand, then by site
};

namespace siting {

/// The capacitated p-median problem: opens at most `rules.most` sites and assigns demands to open
/// ones so that they travel least:
///
///     minimise sum of weight × cost to the site that serves it,
///     sum of loads that a site serves <= its capacity.
///
/// A demand that is not served, as a whole or in part, counts with `cost_unserved`, at least the
/// largest cost of the table; without it with twice that. Demands go where all travel least
/// together, not each to its nearest.
/// Cost:   see capacitated_search.h; with split demands, much less than with whole ones.
/// Source: Mulvey & Beck 1984, European Journal of Operational Research 18:339–348; Ceselli &
///         Righini 2005, Networks 45:125–142.
/// Errors: InputError if no set of sites keeps the rules; BrokenPromise if sums do not fit 60 bits.
[[nodiscard]] AssignedPlan capacitated_p_median(SiteCosts const& costs, SiteRules const& rules,
                                                SiteCapacities const& capacities, Effort& effort,
                                                std::optional<std::int64_t> cost_unserved = {});

/// Capacitated maximal covering: opens at most `rules.most` sites and assigns demands to open ones
/// in their rows so that most weight is served:
///
///     maximise sum of weights served,  sum of loads that a site serves <= its capacity.
///
/// Pairs beyond the limit have to be left out of the table before.
/// Source: Current & Storbeck 1988, Environment and Planning B 15:153–164; Pirkul & Schilling 1991,
///         Management Science 37:233–248.
/// Errors: as capacitated_p_median().
[[nodiscard]] AssignedPlan capacitated_covering(SiteCosts const& costs, SiteRules const& rules,
                                                SiteCapacities const& capacities, Effort& effort);

}  // namespace siting
}  // namespace gapmap
