#pragma once
// Finds who waits at a junction, and how long, by the classes of the roads that meet.

#include <cstdint>

#include "gapmap/network/road_network.h"
#include "gapmap/travel/profile.h"

namespace gapmap::travel {

/// The junctions of a network for one kind of traveller. A junction is where three or more roads
/// meet; ferries, and roads that the traveller may not use, do not count.
class Junctions {
 public:
  Junctions(RoadNetwork const& network, Profile const& profile);

  /// Returns the mean wait at the end of a segment where no traffic lights regulate.
  ///
  /// On a lesser road one waits for the traffic of the most important road that passes: as long as
  /// the profile says for its class, or half as long if traffic comes from one side only (a one-way
  /// road; one of two carriageways, which are crossed one after the other; or the mere end of a
  /// road). Where equal roads meet, someone waits: half as long. Nobody waits on the most important
  /// road, where equal traffic only comes from ahead, or where equal one-way roads merge. A sign to
  /// give way makes its road the lesser one and frees its equals.
  [[nodiscard]] Seconds wait(Segment const& segment, Direction direction) const;

  /// Whether three or more ways, including those of walkers, meet at the end of a segment, so that
  /// one looks out there.
  [[nodiscard]] bool is_at_end(Segment const& segment, Direction direction) const;

 private:
  struct Meeting {
    std::uint16_t ways = 0;   ///< ends of segments that anybody may use
    std::uint16_t roads = 0;  ///< ends that the traveller may use
    std::uint16_t in = 0;     ///< ends by which traffic arrives
    // Counts for the most important class: all ends, ends by which traffic arrives, ends by which
    // it leaves.
    std::uint16_t first_roads = 0;
    std::uint16_t first_in = 0;
    std::uint16_t first_out = 0;
    RoadClass first = RoadClass::Unknown;   ///< the most important class
    RoadClass second = RoadClass::Unknown;  ///< most important other class by which traffic
                                            ///< arrives; `first` if none
    bool has_second = false;
    bool has_sign = false;
  };
  void add(Segment const& segment, Direction end);

  Profile const& profile_;
  IdVector<JunctionId, Meeting> meetings_;
};

}  // namespace gapmap::travel
