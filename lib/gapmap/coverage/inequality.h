#pragma once
// How unequally travel is distributed among residents. Everybody who has a way counts once;
// residents without one are in none of these figures and must be reported beside them.

#include <optional>

#include "gapmap/coverage/cost_distribution.h"

namespace gapmap::coverage {

/// Returns the Gini coefficient of residents' costs: ΣᵢΣⱼ wᵢwⱼ|xᵢ − xⱼ| / (2 W² μ), with W all
/// residents and μ their mean cost. 0: all costs are equal (also if all are 0); near 1: a few
/// residents bear nearly all of the cost. Nothing if there are no residents.
/// Cost:   O(n).
/// Source: Gini (1912), Variabilità e mutabilità.
template <CostType Cost>
[[nodiscard]] std::optional<double> gini(CostDistribution<Cost> const& costs);

/// Returns the Palma ratio: the total cost of the 10 % of residents with the longest ways, divided
/// by that of the 40 % with the shortest. It is 1/4 if all costs are equal. Residents at a boundary
/// are divided between both sides of it. Nothing if there are no residents, or if the 40 % have no
/// cost.
/// Cost:   O(n).
/// Source: Palma (2011), Development and Change 42:87–153, there for incomes.
template <CostType Cost>
[[nodiscard]] std::optional<double> palma_ratio(CostDistribution<Cost> const& costs);

/// Returns the Foster–Greer–Thorbecke index of the cost beyond the limit: Σ wᵢ ((xᵢ − z)/z)^α / W
/// over all xᵢ > z, with z the limit (inclusive: a cost of exactly z is not beyond it). The limit
/// stands for the poverty line and the overrun for the poverty gap; unlike a poverty gap an overrun
/// may exceed 1. α = 0: share of residents beyond the limit; α = 1: mean overrun of all residents,
/// in limits; α = 2: the mean squared overrun, in which long overruns weigh more. Nothing if there
/// are no residents, or if the limit is 0 and α is not.
/// Requires: α is 0, 1 or 2.
/// Cost:     O(n).
/// Source:   Foster, Greer & Thorbecke (1984), Econometrica 52:761–766.
template <CostType Cost>
[[nodiscard]] std::optional<double> foster_greer_thorbecke(CostDistribution<Cost> const& costs,
                                                           Cost limit, unsigned alpha);

}  // namespace gapmap::coverage
