#pragma once
// How much of a way leads off the roads of the data: the access legs at its two ends.

#include "gapmap/reach/nearest.h"
#include "gapmap/reach/reach_table.h"

namespace gapmap {

/// A part of a way, or a whole one.
template <CostType Cost>
struct WayPart {
  Meters length{0};  ///< on the ground, in a straight line
  Cost cost{0};      ///< of it in the whole way's cost
};

namespace reach {

/// Tells the access part of ways that a search found: both legs, or all of it where the way leads
/// straight. Keeps a reference to `reach`.
template <CostType Cost>
class AccessLegs {
 public:
  /// `profile`, `trip` and the straight ways are those that `reach` was searched by.
  AccessLegs(ReachTable<Cost> const& reach, Profile const& profile, Trip trip,
             DirectWays direct = {})
      : reach_{reach}, profile_{profile}, trip_{trip}, direct_{std::move(direct)} {}

  /// Of the way between a cell and a place that it reaches: both legs, of a round trip twice.
  /// Their costs are rounded leg by leg, as the search does, so that never more than the whole way
  /// comes out.
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
