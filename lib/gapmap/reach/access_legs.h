#pragma once
// Measures how much of a way leads off the roads of the data: the access legs at its two ends.

#include "gapmap/reach/nearest.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// A part of a way, or a whole one.
template <CostType Cost>
struct WayPart {
  Meters length{0};  ///< on the ground, in straight lines
  Cost cost{0};      ///< its share of the whole way's cost
};

namespace reach {

/// Computes the access part of ways that a search found: both legs, or all of the way where it
/// leads straight. Keeps a reference to `reach`.
template <CostType Cost>
class AccessLegs {
 public:
  /// `profile`, `trip` and the straight ways must be those that `reach` was searched by.
  AccessLegs(ReachTable<Cost> const& reach, Profile const& profile, Trip trip,
             DirectWays direct = {})
      : reach_{reach}, profile_{profile}, trip_{trip}, direct_{std::move(direct)} {}

  /// Returns the access part of the way between a cell and a place that it reaches: both legs,
  /// twice for a round trip. Costs are rounded leg by leg, as in the search, so that the sum never
  /// exceeds the whole way.
  [[nodiscard]] WayPart<Cost> of(CellId cell, PlaceId place) const;

  [[nodiscard]] Profile const& profile() const noexcept { return profile_; }

 private:
  ReachTable<Cost> const& reach_;
  Profile profile_;
  Trip trip_;
  DirectWays direct_;
};

}  // namespace reach
}  // namespace gapmap
