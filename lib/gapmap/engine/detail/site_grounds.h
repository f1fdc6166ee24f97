#pragma once
// The two grounds that a plan may stand on, a map or somebody else's costs, and what they share.

#include <optional>
#include <string>
#include <vector>

#include "gapmap/engine/site.h"

namespace gapmap::engine {

/// As open(), of a job with tables of costs.
[[nodiscard]] SiteScene open_tables(job::SiteJob const& job, Listener& listener);

/// As open(), of a job on a map.
[[nodiscard]] SiteScene open_map(job::SiteJob const& job, Listener& listener);

/// Returns the fewest parts of one in which all weights are whole: 1, 2, 10, 100, at most 1 000.
[[nodiscard]] std::int64_t unit_of_weights(std::vector<double> const& weights);

/// Returns weights in whole units, rounded to the nearest.
[[nodiscard]] std::vector<std::int64_t> in_units(std::vector<double> const& weights,
                                                 std::int64_t unit);

/// Returns the area of a level in which every municipality lies: its number among municipalities or
/// among the zones of the level. Throws UsageError about the option if there is no such level.
[[nodiscard]] std::vector<std::optional<std::size_t>> areas_of(SiteMap const& map,
                                                               std::string const& option,
                                                               std::string const& level);

/// Fills the rules: who may open, stays, is required or excluded, and what sets of sites have to
/// keep. Throws UsageError if a site or a level that the job names is none.
void set_rules(SiteScene& scene, Listener& listener);

}  // namespace gapmap::engine
