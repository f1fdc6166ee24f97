#pragma once
// What people's ways cost, everybody counted once: the statistics that every figure about costs is
// made from.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gapmap/units/quantity.h"

namespace gapmap {

/// `parts` out of `of`: a share that is exact in whole people.
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
  /// Parts may come in any order; those of nobody change nothing. Cost: O(n log n).
  explicit CostDistribution(std::vector<Part> parts);

  /// By cost.
  [[nodiscard]] std::span<Part const> ascending() const noexcept { return parts_; }
  [[nodiscard]] People residents() const noexcept { return residents_; }
  /// Residents × cost in metres or seconds: what all their ways together cost.
  [[nodiscard]] double sum() const noexcept { return sum_; }

  /// Population-weighted mean, Σ wᵢxᵢ / Σ wᵢ; nothing of nobody.
  [[nodiscard]] std::optional<Natural<Cost>> mean() const;
  /// The least cost that at least this portion of the residents do not exceed; nothing of nobody.
  /// {1, 2} is the weighted median, the lesser one if two would do. Source: the inverse of the
  /// empirical distribution function, type 1 of Hyndman & Fan (1996), The American Statistician
  /// 50:361–365.
  [[nodiscard]] std::optional<Cost> quantile(Portion portion) const;

 private:
  std::vector<Part> parts_;
  People residents_{0};
  double sum_ = 0;
};

}  // namespace gapmap
