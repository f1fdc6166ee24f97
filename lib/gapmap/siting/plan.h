#pragma once
// What siting returns: a set of sites, and how good it is proven to be.

#include <cstdint>
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

/// Which sets of sites are allowed.
struct SiteRules {
  IdVector<SiteId, SiteStatus> statuses = {};  ///< empty: all are candidates
  std::uint32_t most = 0xffffffff;             ///< so many sites may be opened
  IdVector<SiteId, std::int64_t> prices = {};  ///< of opening each, not negative; empty: one each
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
