#pragma once
// How much each cell has within its reach, not only the nearest: what takes all pairs.

#include "gapmap/places/population.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// Of one cell; zeros where no place is within reach.
struct Accessibility {
  double opportunities = 0;        ///< places within the limit
  double gravity_exponential = 0;  ///< places, each by its decay
  double gravity_logistic = 0;
  double e2sfca = 0;  ///< capacity a resident
};

template <CostType Cost>
struct AccessibilityOptions {
  Cost limit;  ///< inclusive; the catchment of E2SFCA
  Cost half;   ///< what a place costs that counts half in gravity accessibility; more than 0
};

namespace coverage {

/// Weights below this are 0: beyond it a place is not looked for.
inline constexpr double kLeastWeight = 1e-4;

/// 2^(−c/half) = e^(−βc) with β = ln 2 / half; 1 at no cost, 1/2 at `half`, 0 from where that is
/// less than kLeastWeight (13.3 × half).
template <CostType Cost>
[[nodiscard]] double exponential_decay(Cost cost, Cost half);

/// 1 / (1 + e^(5 (c − half)/half)): a slope around `half` instead of a steep beginning; 0.993 at no
/// cost, 1/2 at `half`, 0.007 at twice that, 0 from where that is less than kLeastWeight (2.8 ×
/// half).
template <CostType Cost>
[[nodiscard]] double logistic_decay(Cost cost, Cost half);

/// Weights of the zones of E2SFCA, thirds of the catchment with their outer borders: 1, 0.68, 0.22,
/// and 0 beyond.
template <CostType Cost>
[[nodiscard]] double catchment_weight(Cost cost, Cost limit);

/// How far all pairs must be known for access_each().
template <CostType Cost>
[[nodiscard]] Cost cutoff_of(AccessibilityOptions<Cost> const& options);

/// For every cell:
/// * cumulative opportunities, Aᵢ = |{j : cᵢⱼ ≤ limit}|;
/// * gravity accessibility, Aᵢ = Σⱼ f(cᵢⱼ), for both decays f;
/// * enhanced two-step floating catchment area: Rⱼ = Sⱼ / Σₖ Pₖ W(cₖⱼ), then Aᵢ = Σⱼ Rⱼ W(cᵢⱼ),
/// with the
///   capacity Sⱼ (1 where it is unknown), residents Pₖ (those that are known, of cells in
///   `population`; nobody else is taken to come) and catchment_weight() W. A place nobody is
///   near gives nothing. The capacity of all others is what all residents have: Σᵢ Pᵢ Aᵢ = Σⱼ Sⱼ.
/// Requires: `reach` holds all pairs up to cutoff_of(options) for this `population` and these
/// `places`.
/// Cost:     O(pairs).
/// Source:   Wachs & Kumagai (1973), Socio-Economic Planning Sciences 7:437–456; Hansen (1959), J. American Institute of
///           Planners 25:73–76; Luo & Qi (2009), Health & Place 15:1100–1107, with its slow step
///           decay.
template <CostType Cost>
[[nodiscard]] IdVector<CellId, Accessibility> access_each(
    Population const& population, Places const& places, ReachTable<Cost> const& reach,
    AccessibilityOptions<Cost> const& options);

}  // namespace coverage
}  // namespace gapmap
