#pragma once
// Which vertices of loose lines are the same place, and at which of them lines meet. Private to
// network/assemble.

#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/geometry/shapes.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/ranked_bits.h"

namespace gapmap::network {

/// A vertex where lines meet: an end of a line, or a vertex used twice.
using SpotId = Id<struct SpotTag>;

/// Most vertices are mere bends; only spots are numbered, in the order of their vertices.
class Spots {
 public:
  /// Vertices are the same if they have the same position to the millimetre. Points in `also` are
  /// spots in any case.
  [[nodiscard]] static Spots by_position(Lines const& lines, std::vector<std::size_t> const& also);

  /// Vertices are the same if the source says so: one key a point, as OpenStreetMap has node ids.
  /// Refers to `keys`.
  [[nodiscard]] static Spots by_key(Lines const& lines, std::vector<std::uint32_t> const& keys,
                                    std::vector<std::size_t> const& also);

  /// None: `point` is a bend.
  [[nodiscard]] SpotId at(std::size_t point) const noexcept {
    auto const vertex = vertices()[point];
    return is_spot_.contains(vertex) ? SpotId{is_spot_.rank(vertex)} : SpotId::none();
  }
  [[nodiscard]] bool is_spot(std::size_t point) const noexcept {
    return is_spot_.contains(vertices()[point]);
  }
  /// The first point of the source that lies at each spot.
  [[nodiscard]] IdVector<SpotId, std::uint32_t> const& first_points() const noexcept {
    return first_points_;
  }

 private:
  [[nodiscard]] std::span<std::uint32_t const> vertices() const noexcept {
    return keys_ != nullptr ? std::span{*keys_} : std::span{first_at_};
  }
  void number(Lines const& lines, std::size_t vertices, std::vector<std::size_t> const& also);

  std::vector<std::uint32_t> const* keys_ = nullptr;
  std::vector<std::uint32_t> first_at_;  ///< without keys: of each point, the first one there
  RankedBits is_spot_;                   ///< by vertex
  IdVector<SpotId, std::uint32_t> first_points_;
};

/// True if a source would call the two positions one vertex.
[[nodiscard]] bool is_same_vertex(Point a, Point b) noexcept;

/// Spots that count as one (union-find); the lowest represents its group. Without a size every spot
/// is by itself.
class SpotGroups {
 public:
  SpotGroups() = default;
  explicit SpotGroups(std::size_t size);
  [[nodiscard]] SpotId find(SpotId spot) const noexcept;
  /// False if they were one group already.
  bool join(SpotId a, SpotId b);

 private:
  std::vector<std::uint32_t> parent_;
};

/// Joins ends of lines that miss each other by less than `within`; returns how many joins that
/// were.
std::size_t join_ends(Lines const& lines, Spots const& spots, Meters within, SpotGroups& groups);

}  // namespace gapmap::network
