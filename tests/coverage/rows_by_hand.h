#pragma once
// People and what they reach, written down: a region without roads.

#include "gapmap/reach/reach_table.h"

namespace gapmap {

[[nodiscard]] inline Reach<Millimeters> to(std::size_t place, std::uint32_t millimetres) {
  return {PlaceId{place}, Millimeters{millimetres}};
}

class RowsByHand {
 public:
  RowsByHand& add(std::optional<People> residents, std::vector<Reach<Millimeters>> const& row,
                  Connection connection = Connection::Reached) {
    population.push_back({.id = std::to_string(population.size()),
                          .center = {},
                          .outline = {},
                          .residents = residents});
    reach.connections.push_back(connection);
    reach.reaches.insert(reach.reaches.end(), row.begin(), row.end());
    reach.first_reach.push_back(static_cast<std::uint32_t>(reach.reaches.size()));
    return *this;
  }
  /// As many of them are attached.
  RowsByHand& places(std::size_t count) {
    reach.place_is_attached = IdVector<PlaceId, bool>(count, true);
    return *this;
  }

  Population population;
  ReachTable<Millimeters> reach;
};

}  // namespace gapmap
