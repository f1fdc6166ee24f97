#pragma once
// The options about somebody else's costs, which need no map.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/io/read_costs.h"
#include "gapmap/job/place_options.h"
#include "gapmap/units/quantity.h"

namespace gapmap::job {

/// The options as text.
struct CostTableWords {
  std::string costs, costs_from, costs_to, costs_column;
  std::string demand, demand_id, demand_weight;
};

/// Somebody else's costs.
struct CostTables {
  io::CostInput costs;
  std::optional<io::DemandInput> demand;    ///< nothing: whoever has a cost, with weight 1 each
  std::optional<io::SiteInput> places;      ///< those that exist; nothing: none do
  std::optional<io::SiteInput> candidates;  ///< nothing: whatever else has a cost
  /// In the unit of the costs where it is a bare number; nothing: there is none.
  std::variant<std::monostate, double, Meters, Seconds> limit;
};

/// Adds the options under a heading of their own.
void declare_cost_tables(Options& options, CostTableWords& words);

/// What other options say of the tables.
struct BesideCosts {
  PlaceWords const& places;
  PlaceWords const& candidates;
  std::string const& candidate_cost;
  std::vector<std::string> const& limits;
  std::string const& header_rows;
};

/// Reads the options; everything that is wrong goes to `problems`.
[[nodiscard]] CostTables understand_cost_tables(CostTableWords const& words,
                                                BesideCosts const& beside, Problems& problems);

/// Throws UsageError if there is more than one limit.
void refuse_further_limits(std::size_t limits);

}  // namespace gapmap::job
