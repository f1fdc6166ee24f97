#pragma once
// The best plan of a location model among sets of sites that keep rules.

#include <optional>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/location_search.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

struct RuledPlan {
  std::optional<LocationPlan> plan = {};  ///< nothing: no allowed set was found
  bool is_impossible = false;             ///< there is none
};

/// Looks for multipliers of demands and rules, makes plans of the sites opened on the way and
/// betters them by changes of one site; what cannot be decided so is left to a mixed integer
/// program, whose bound is held a ten-millionth lower than it is, for rounding: of values above ten
/// million grains the last digits may not be proven.
/// Requires: no idle sites of the model were left out.
[[nodiscard]] RuledPlan search(LocationModel const& model, std::vector<SetRule> const& rules,
                               Effort& effort, SearchGoal const& goal = {});

}  // namespace gapmap::siting
