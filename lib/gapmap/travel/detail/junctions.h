#pragma once
// Who waits at a junction, and how long, by the classes of the roads that meet.

#include <cstdint>

#include "gapmap/network/road_network.h"
#include "gapmap/travel/profile.h"

namespace gapmap::travel {

/// The roads of a network as they meet for one kind of traveller. A junction is where three of them
/// or more do; ferries are none, nor is what the traveller may not use.
class Junctions {
 public:
  Junctions(RoadNetwork const& network, Profile const& profile);

  /// Mean wait of those who come to the end of a segment where no lights say who goes.
  ///
  /// On a lesser road one waits for the traffic of the most important road that passes: as long as
  /// the profile says of its class, half as long if it comes from one side only: a one-way road,
  /// one of two carriageways, which are crossed one after the other, or the mere end of a road.
  /// Among equals somebody waits: half as long. On the most important road nobody waits, nor where
  /// no equal comes but from ahead, nor where equal one-way roads become one. A sign to give way
  /// makes its road the lesser and its equals free.
  [[nodiscard]] Seconds wait(Segment const& segment, Direction direction) const;

  /// Whether ways meet at the end of a segment, three or more, those of walkers among them: there
  /// one looks out.
  [[nodiscard]] bool is_at_end(Segment const& segment, Direction direction) const;

 private:
  struct Meeting {
    std::uint16_t ways = 0;   ///< ends of segments, whoever may use them
    std::uint16_t roads = 0;  ///< those that the traveller may use
    std::uint16_t in = 0;     ///< by which somebody comes
    // Of the most important class: ends, by which somebody comes, by which somebody leaves.
    std::uint16_t first_roads = 0;
    std::uint16_t first_in = 0;
    std::uint16_t first_out = 0;
    RoadClass first = RoadClass::Unknown;   ///< the most important class
    RoadClass second = RoadClass::Unknown;  ///< of others by which somebody comes; `first` if none
    bool has_second = false;
    bool has_sign = false;
  };
  void add(Segment const& segment, Direction end);

  Profile const& profile_;
  IdVector<JunctionId, Meeting> meetings_;
};

}  // namespace gapmap::travel
