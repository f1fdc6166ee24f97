#pragma once
// What borders cost: a plan for several areas together beside what each of them would do alone.
//
// Alone, an area opens none but its own candidates, and counts none but its own demands. Kept sites
// serve whoever reaches them, across borders too, so that nothing but the new ones makes the
// difference.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/plan.h"

namespace gapmap {

/// An area that might plan alone, such as a county.
using SiteAreaId = Id<struct SiteAreaTag>;

/// In which area everything lies.
struct SiteAreas {
  std::size_t count = 0;
  IdVector<DemandId, SiteAreaId> of_demands;
  IdVector<SiteId, SiteAreaId> of_sites;  ///< of kept ones it does not matter
};

/// A number of sites that is proven, or known to lie between two.
struct SitesNeeded {
  std::uint32_t at_least = 0;  ///< fewer do not suffice
  std::uint32_t at_most = 0;   ///< so many are known to suffice
  friend bool operator==(SitesNeeded const&, SitesNeeded const&) = default;
};

/// Plans of areas that act alone.
struct PlansAlone {
  IdVector<SiteAreaId, SitePlan> plans;  ///< each of the area's own demands
  std::int64_t value = 0;                ///< of all of them together
  std::int64_t bound = 0;                ///< no plans of areas alone are better together
  /// Of covering, the sites that areas need alone to serve as much as was asked; nothing: however
  /// many, they cannot.
  std::optional<SitesNeeded> needed;
};

namespace siting {

/// Maximal covering by areas that act alone: shares out at most `rules.most` sites among them so
/// that most weight is served,
///
///     maximise sum over areas of the most that n(area) sites serve there, sum of n(area) <= most.
///
/// What one more site adds in an area may be more than what the one before it added, so that sites
/// are shared out by a dynamic programme. An area's next number of sites is searched only when a
/// sharing could need it: where a demand needs one site, n sites add at most n / m of what m add,
/// for m <= n.
/// Requires: no rules for sets; an area of every demand and site; `at_least` is not zero.
/// `limits`: of all searches together.
/// Ties:     the fewer sites to the last area, then to the one before it.
/// Cost:     a search of maximal_covering() for each site shared out and a few for each area; areas
///           × sites × the sites of an area for each of these.
/// Source:   the bound: Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14:265–294;
///           sharing out: Bellman 1957, Dynamic Programming, chapter I.
/// Errors:   InputError if more sites are required than may be opened; Stopped between searches.
[[nodiscard]] PlansAlone covering_alone(SiteCosts const& costs, SiteRules const& rules,
                                        SiteAreas const& areas, std::int64_t as_much,
                                        EffortLimits const& limits = {},
                                        std::uint32_t at_least = 1);

/// Set covering by areas that act alone: for each the cheapest of its candidates with which every
/// demand in it is served that those can serve. Value and bound are the sums of theirs.
/// Requires: as covering_alone().
/// Errors:   InputError as set_covering(); Stopped between searches.
[[nodiscard]] PlansAlone set_covering_alone(SiteCosts const& costs, SiteRules const& rules,
                                            SiteAreas const& areas, EffortLimits const& limits = {},
                                            std::uint32_t at_least = 1);

/// Returns the demands that kept sites and those of `opened` in their own area serve.
[[nodiscard]] std::vector<DemandId> served_within(SiteCosts const& costs, SiteRules const& rules,
                                                  SiteAreas const& areas,
                                                  std::vector<SiteId> const& opened,
                                                  std::uint32_t at_least = 1);

}  // namespace siting
}  // namespace gapmap
