#pragma once
// Distribution of travel costs over residents, each counted once. All statistics about costs are
// computed from it.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/units/quantity.h"

namespace gapmap {

/// The share `parts` / `of`, kept as a fraction so that it is exact in whole people.
struct Portion {
  std::uint32_t parts;
  std::uint32_t of;
};

/// Costs weighted by residents, never by cells.
template <CostType Cost>
class CostDistribution {
 public:
  struct Part {
    Cost cost;
    People residents;
    friend auto operator<=>(Part const&, Part const&) = default;
  };

  CostDistribution() = default;
  /// Takes parts in any order; parts without residents have no effect.
  /// Cost: O(n log n).
  explicit CostDistribution(std::vector<Part> parts);

  /// Parts in ascending order of cost.
  [[nodiscard]] std::span<Part const> ascending() const noexcept { return parts_; }
  [[nodiscard]] People residents() const noexcept { return residents_; }
  /// Returns the total cost in resident metres or resident seconds: Σ residents × cost.
  [[nodiscard]] double sum() const noexcept { return sum_; }

  /// Returns the population-weighted mean, Σ wᵢxᵢ / Σ wᵢ; nothing if there are no residents.
  [[nodiscard]] std::optional<Natural<Cost>> mean() const;
  /// Returns the least cost that at least this portion of the residents do not exceed; nothing if
  /// there are no residents. {1, 2} gives the weighted median.
  /// Ties:   the lesser of two possible values.
  /// Source: the inverse of the empirical distribution function, type 1 of Hyndman & Fan (1996),
  ///         The American Statistician 50:361–365.
  [[nodiscard]] std::optional<Cost> quantile(Portion portion) const;

 private:
  std::vector<Part> parts_;
  People residents_{0};
  double sum_ = 0;
};

}  // namespace gapmap
