#pragma once
// Finds which vertices of loose lines are the same place, and at which of them lines meet.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "gapmap/network/vertex_lines.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_vector.h"
#include "gapmap/units/ranked_bits.h"

namespace gapmap::network {

/// How many lines of roads a thread takes at once.
inline constexpr std::size_t kLinesAtOnce = 4096;

/// A vertex where lines meet: an end of a line, or a vertex used twice.
using SpotId = Id<struct SpotTag>;

/// The spots of lines. Most vertices are mere bends; only spots are numbered, in the order of their
/// vertices.
class Spots {
 public:
  /// Vertices are the same if the source gives them the same key, or, if it names none, if they
  /// have the same position to the millimetre and heights, where known, that show no bridge. Points
  /// in `also` are spots in any case. Keeps a reference to `lines`.
  Spots(VertexLines const& lines, std::vector<std::size_t> const& also);

  /// Returns the spot at `point`; none() if the point is a bend.
  [[nodiscard]] SpotId at(std::size_t point) const noexcept { return of_vertex(vertices_[point]); }
  /// Returns the spot at a key of the source, or at a point if the source names none; none() if no
  /// lines meet there.
  [[nodiscard]] SpotId of_vertex(std::uint32_t vertex) const noexcept {
    return is_spot_.contains(vertex) ? SpotId{is_spot_.rank(vertex)} : SpotId::none();
  }
  [[nodiscard]] bool is_spot(std::size_t point) const noexcept {
    return is_spot_.contains(vertices_[point]);
  }
  /// Returns the first point of the source at each spot.
  [[nodiscard]] IdVector<SpotId, std::uint32_t> const& first_points() const noexcept {
    return first_points_;
  }

 private:
  void number(VertexLines const& lines, std::vector<std::size_t> const& also);

  std::vector<std::uint32_t> first_at_;      ///< without keys: first point at the place of each
  std::span<std::uint32_t const> vertices_;  ///< vertex of each point
  RankedBits is_spot_;                       ///< by vertex
  IdVector<SpotId, std::uint32_t> first_points_;
};

/// Whether a source would call the two positions one vertex.
[[nodiscard]] bool is_same_vertex(Point a, Point b) noexcept;

/// Groups of spots that count as one (union-find); the lowest spot represents its group. With size
/// 0 every spot is by itself.
class SpotGroups {
 public:
  SpotGroups() = default;
  explicit SpotGroups(std::size_t size);
  [[nodiscard]] SpotId find(SpotId spot) const noexcept;
  /// Joins two groups; returns false if they were one already.
  bool join(SpotId a, SpotId b);

 private:
  std::vector<std::uint32_t> parent_;
};

/// Joins ends of lines that miss each other by less than `within` and are on one level as far as is
/// known. Returns the number of joins.
std::size_t join_ends(VertexLines const& lines, Spots const& spots, Meters within,
                      SpotGroups& groups);

}  // namespace gapmap::network
