#pragma once
// In which order sites open or close where ways are to be short, and what each does to the ways.

#include <cstdint>
#include <optional>
#include <vector>

#include "gapmap/siting/plan.h"

namespace gapmap {

/// A site that opens or closes.
struct WayStep {
  SiteId site;
  std::int64_t travel = 0;              ///< sum of weight × cost then; see siting::p_median()
  std::optional<std::int64_t> longest;  ///< cost then; nothing if somebody reaches no open site
};

/// What an order makes short first.
enum class WaysBy : std::uint8_t {
  Travel,   ///< the sum of weight × cost
  Longest,  ///< the greatest cost; of equals, the sum
};

/// What a plan does one after the other.
struct WayChanges {
  std::vector<SiteId> open;     ///< now
  std::vector<SiteId> opening;  ///< none of those
  std::vector<SiteId> closing;  ///< of those
};

namespace siting {

/// Returns what opens, then what closes, in the order of opening and closing: each time the site
/// after which ways are shortest. Demands that no allowed site serves are left out; who reaches
/// none of the open ones counts with `cost_unserved`, by default twice the largest cost, and is
/// beyond every longest way.
/// Ties:   the lower SiteId.
/// Cost:   O(sites that change squared × pairs with them and with those open).
/// Source: for travel, Cornuéjols, Fisher & Nemhauser 1977, Management Science 23:789–810: the
///         first n save at least 1 - 1/e of what any n of the plan do.
[[nodiscard]] std::vector<WayStep> way_order(SiteCosts const& costs, SiteRules const& rules,
                                             WayChanges const& changes, WaysBy by,
                                             std::optional<std::int64_t> cost_unserved = {});

}  // namespace siting
}  // namespace gapmap
