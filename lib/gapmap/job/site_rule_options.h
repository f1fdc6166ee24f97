#pragma once
// The options about which sets of places are allowed: which stay, open or stay closed, what they
// may cost together, and how many may come where.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gapmap/job/options.h"
#include "gapmap/job/problems.h"
#include "gapmap/units/quantity.h"

namespace gapmap::job {

/// The options as text.
struct SiteRuleWords {
  std::string candidate_cost, budget, apart, may_close;
  std::vector<std::string> excluded, required, most_per, least_per;
};

/// How many places may open in each area of a level.
struct AreaQuota {
  std::string level;  ///< "municipality", or a level of the area key
  std::uint32_t least = 0;
  std::uint32_t most = 0xffffffff;
};

/// The options as values.
struct SiteRuleChoice {
  bool may_close = false;             ///< places that exist may close, and as many more may open
  std::vector<std::string> excluded;  ///< ids or names of sites that stay closed
  std::vector<std::string> required;  ///< ids or names of sites that are open in any case
  bool has_prices = false;            ///< candidates say what they cost
  std::optional<double> budget;       ///< for the prices of those that open
  std::optional<Meters> apart;        ///< least distance between a place that opens and another
  std::vector<AreaQuota> quotas;

  /// Whether sets of sites have to keep more rules than their number.
  [[nodiscard]] bool has_set_rules() const noexcept { return budget || apart || !quotas.empty(); }
  /// The first option that says so.
  [[nodiscard]] std::string set_rule() const;
};

/// Adds the options under the current heading.
void declare_site_rules(Options& options, SiteRuleWords& words);

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] SiteRuleChoice understand_site_rules(SiteRuleWords const& words, Problems& problems);

/// Returns a whole number of places. Throws UsageError if the word is none of at least `least`.
[[nodiscard]] std::uint32_t places_in(std::string const& option, std::string const& word,
                                      std::uint32_t least);

}  // namespace gapmap::job
