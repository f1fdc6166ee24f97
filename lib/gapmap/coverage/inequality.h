#pragma once
// How unequally people's ways are divided. Everybody who has a way counts once; who has none is
// nobody's figure here and must be told beside them.

#include <optional>

#include "gapmap/coverage/cost_distribution.h"

namespace gapmap::coverage {

/// Gini coefficient of the cost of people's ways: ΣᵢΣⱼ wᵢwⱼ|xᵢ − xⱼ| / (2 W² μ), W all residents, μ
/// their mean. 0: everybody's way costs the same (also if it costs nothing); near 1: a few have
/// all the way. Nothing of nobody. Source: Gini (1912), Variabilità e mutabilità. Cost: O(n).
template <CostType Cost>
[[nodiscard]] std::optional<double> gini(CostDistribution<Cost> const& costs);

/// Palma ratio: what the tenth of the residents with the longest ways travel together, by what the
/// four tenths with the shortest do. A quarter if all ways are equal. Residents at a boundary are
/// divided between both sides of it. Nothing of nobody, or if the four tenths travel nothing.
/// Source: Palma (2011), Development and Change 42:87–153, there of incomes. Cost: O(n).
template <CostType Cost>
[[nodiscard]] std::optional<double> palma_ratio(CostDistribution<Cost> const& costs);

/// Foster–Greer–Thorbecke index of the cost beyond the limit: Σ wᵢ ((xᵢ − z)/z)^α / W over those
/// with xᵢ > z, z the limit (inclusive: who is exactly there is not beyond). The limit stands for
/// the poverty line, and the overrun for the poverty gap; unlike that it may be more than 1.
/// α = 0: the share of those beyond the limit; 1: by how many limits all residents overrun it on
/// average; 2: the same, long overruns weighing more. Nothing of nobody, or of a limit of 0 unless
/// α = 0. Requires: α is 0, 1 or 2. Source: Foster, Greer & Thorbecke (1984), Econometrica
/// 52:761–766. Cost: O(n).
template <CostType Cost>
[[nodiscard]] std::optional<double> foster_greer_thorbecke(CostDistribution<Cost> const& costs,
                                                           Cost limit, unsigned alpha);

}  // namespace gapmap::coverage
