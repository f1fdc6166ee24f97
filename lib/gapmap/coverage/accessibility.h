#pragma once
// How much each cell has within its reach, rather than what its nearest place costs: indicators
// that need all pairs of cells and places.

#include "gapmap/places/population.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// Accessibility of one cell; zeros where no place is within reach.
struct Accessibility {
  double opportunities = 0;        ///< places within the limit
  double gravity_exponential = 0;  ///< places, each weighted by its decay
  double gravity_logistic = 0;
  double e2sfca = 0;  ///< capacity per resident
};

template <CostType Cost>
struct AccessibilityOptions {
  Cost limit;  ///< inclusive; the catchment of E2SFCA
  Cost half;   ///< cost at which a place counts half in gravity accessibility; more than 0
};

namespace coverage {

/// Weights below this count as 0, which bounds how far places are looked for.
inline constexpr double kLeastWeight = 1e-4;

/// Returns 2^(−c/half) = e^(−βc) with β = ln 2 / half: 1 at no cost, 1/2 at `half`, and 0 once the
/// value is below kLeastWeight (from 13.3 × half).
template <CostType Cost>
[[nodiscard]] double exponential_decay(Cost cost, Cost half);

/// Returns 1 / (1 + e^(5 (c − half)/half)), which stays high near 0 and falls around `half`: 0.993
/// at no cost, 1/2 at `half`, 0.007 at twice `half`, and 0 once the value is below kLeastWeight
/// (from 2.8 × half).
template <CostType Cost>
[[nodiscard]] double logistic_decay(Cost cost, Cost half);

/// Returns the weight of a cost in E2SFCA, whose zones are thirds of the catchment, outer borders
/// included: 1, 0.68, 0.22, and 0 beyond `limit`.
template <CostType Cost>
[[nodiscard]] double catchment_weight(Cost cost, Cost limit);

/// Returns the cutoff up to which access_each() needs all pairs.
template <CostType Cost>
[[nodiscard]] Cost cutoff_of(AccessibilityOptions<Cost> const& options);

/// Computes the accessibility of every cell:
/// * cumulative opportunities, Aᵢ = |{j : cᵢⱼ ≤ limit}|;
/// * gravity accessibility, Aᵢ = Σⱼ f(cᵢⱼ), for both decays f;
/// * enhanced two-step floating catchment area (E2SFCA): Rⱼ = Sⱼ / Σₖ Pₖ W(cₖⱼ), then
///   Aᵢ = Σⱼ Rⱼ W(cᵢⱼ), with capacity Sⱼ (1 where unknown), residents Pₖ (known ones of cells in
///   `population`; nobody else is assumed to come) and W = catchment_weight(). A place that nobody
///   is near contributes nothing. The capacity of all other places is shared out among residents:
///   Σᵢ Pᵢ Aᵢ = Σⱼ Sⱼ.
/// Requires: `reach` holds all pairs up to cutoff_of(options) for this `population` and these
///           `places`.
/// Cost:     O(pairs).
/// Source:   Wachs & Kumagai (1973), Socio-Economic Planning Sciences 7:437–456; Hansen (1959), J.
///           American Institute of Planners 25:73–76; Luo & Qi (2009), Health & Place 15:1100–1107,
///           with its slow step decay.
template <CostType Cost>
[[nodiscard]] IdVector<CellId, Accessibility> access_each(
    Population const& population, Places const& places, ReachTable<Cost> const& reach,
    AccessibilityOptions<Cost> const& options);

}  // namespace coverage
}  // namespace gapmap
