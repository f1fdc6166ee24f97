#pragma once
// The best plan of a location model whose sites can serve only so much.

#include <optional>
#include <vector>

#include "gapmap/siting/effort.h"
#include "gapmap/siting/detail/assignment.h"
#include "gapmap/siting/detail/set_rules.h"

namespace gapmap::siting {

/// Opening costs nothing, and demands need one site each.
struct CapacitatedModel {
  LocationModel location;
  Capacities capacities;
  std::vector<SetRule> rules;              ///< of the other sites
  std::vector<std::uint32_t> always_open;  ///< a part of `location.most`
  /// An allowed set to begin with, as the best without capacities; empty: none is known.
  std::vector<std::uint32_t> likely = {};
  std::int64_t bound = 0;  ///< no plan costs less
};

struct CapacitatedPlan {
  std::vector<std::uint32_t> open;  ///< ascending
  std::vector<Share> shares;        ///< by demand
  std::int64_t cost = 0;
  std::int64_t bound = 0;
};

struct CapacitatedAnswer {
  std::optional<CapacitatedPlan> plan = {};  ///< nothing: no allowed set was found
  bool is_impossible = false;                ///< there is none
};

/// Begins with the likely set, which is all that is needed where capacities hardly bind. Then looks
/// for multipliers of demands, at which each site is worth what it serves best; makes plans
/// of the sites opened on the way, and moves sites within what they serve; what is still undecided
/// is a mixed integer program:
///
///     minimise sum of cost × x + sum of unserved × z,  sum over sites of x + z = 1,
///     x <= y,  sum over demands of load × x <= capacity × y,  x whole unless demands are split.
///
/// Source: Ceselli & Righini 2005, Networks 45:125–142; Lagrangian bound as in Lorena & Senne 2004,
///         Computers & Operations Research 31:863–876.
[[nodiscard]] CapacitatedAnswer search(CapacitatedModel const& model, Effort& effort);

}  // namespace gapmap::siting
