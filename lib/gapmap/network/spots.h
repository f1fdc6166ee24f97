#pragma once
// Which vertices of loose lines are the same place, and at which of them lines meet. Private to
// network/assemble.

#include <cstdint>
#include <numeric>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"

namespace gapmap::network {

/// A vertex where lines meet: an end of a line, or a vertex used twice.
using SpotId = Id<struct SpotTag>;

/// Most vertices are mere bends; only spots are numbered, by the first vertex there.
struct Spots {
  std::vector<std::uint32_t> const* keys;  ///< one a point; null: `of` has one entry a point
  std::vector<SpotId> of;                  ///< by key, or by point; none: a bend
  IdVector<SpotId, Point> positions;       ///< of the first vertex there

  [[nodiscard]] SpotId at(std::size_t point) const {
    return of[keys == nullptr ? point : (*keys)[point]];
  }
};

/// Vertices are the same if they have the same position to the millimetre. Points in `also` are
/// spots in any case.
[[nodiscard]] Spots spots_by_position(Lines const& lines, std::vector<std::size_t> const& also);

/// Vertices are the same if the source says so: one key a point, as OpenStreetMap has node ids.
/// Refers to `keys`.
[[nodiscard]] Spots spots_by_key(Lines const& lines, std::vector<std::uint32_t> const& keys,
                                 std::vector<std::size_t> const& also);

/// True if a source would call the two positions one vertex.
[[nodiscard]] bool is_same_vertex(Point a, Point b) noexcept;

/// Union-find over spots; the lowest spot represents its group.
class SpotGroups {
 public:
  explicit SpotGroups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
  }
  [[nodiscard]] SpotId find(SpotId spot);
  /// False if they were one group already.
  bool join(SpotId a, SpotId b);

 private:
  std::vector<std::uint32_t> parent_;
};

/// Joins ends of lines that miss each other by less than `within`; returns how many joins that
/// were.
std::size_t join_ends(Lines const& lines, Spots const& spots, Meters within, SpotGroups& groups);

}  // namespace gapmap::network
