#pragma once
// What siting returns: a set of sites, and how good it is proven to be.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/site_costs.h"

namespace gapmap {

/// What may be done with a site.
enum class SiteStatus : std::uint8_t {
  Candidate,  ///< may be opened
  Kept,       ///< open in any case, as a place that exists, and not counted among those opened
  Excluded,   ///< stays closed
  Required,   ///< opened in any case, and counted among those opened
};

/// Two sites of which at most one may be open, as places too near each other. Kept ones may both
/// be.
struct SitesApart {
  SiteId one;
  SiteId other;
};

/// How many sites of a group may be opened, such as those of a county. Kept ones do not count.
struct SiteQuota {
  std::vector<SiteId> sites;
  std::uint32_t least = 0;
  std::uint32_t most = 0xffffffff;
};

/// Which sets of sites are allowed.
struct SiteRules {
  IdVector<SiteId, SiteStatus> statuses = {};  ///< empty: all are candidates
  std::uint32_t most = 0xffffffff;             ///< so many sites may be opened
  IdVector<SiteId, std::int64_t> prices = {};  ///< of opening each, not negative; empty: one each
  std::optional<std::int64_t> budget = {};     ///< for the prices of those opened together
  std::vector<SitesApart> apart = {};
  std::vector<SiteQuota> quotas = {};
};

/// A set of sites, with a bound. Its value is added up anew from the set itself.
struct SitePlan {
  std::vector<SiteId> opened;  ///< all that are open but kept ones, ascending
  std::int64_t value = 0;      ///< what the problem minimises or maximises
  std::int64_t bound = 0;      ///< no allowed set is better than that
  [[nodiscard]] bool is_proven() const noexcept { return value == bound; }
  /// Returns by what part of the value it might be better at most; 0 where it is proven.
  [[nodiscard]] double gap() const noexcept;
};

}  // namespace gapmap
