#pragma once
// The assembled road network: junctions, and segments between them. Facts in columns; nothing here
// travels.

#include <span>
#include <string_view>

#include "gapmap/geometry/shapes.h"
#include "gapmap/network/road.h"
#include "gapmap/network/road_names.h"
#include "gapmap/units/column.h"
#include "gapmap/units/id.h"
#include "gapmap/units/id_range.h"
#include "gapmap/units/id_vector.h"

namespace gapmap {

using JunctionId = Id<struct JunctionTag>;
using SegmentId = Id<struct SegmentTag>;

/// What tells those who arrive at a junction who goes first.
enum class Control : std::uint8_t { None, GivesWay, Signals };

/// A stretch of road between two junctions with no junction in between. Both ends may be the same
/// junction (a loop), and two segments may join the same junctions.
struct Segment {
  JunctionId from;
  JunctionId to;
  RoadAttributes attributes;
  /// How often traffic lights may stop a car on the way, by Direction: each installation once, that
  /// at the end included, that of the start not.
  std::array<std::uint8_t, 2> signals{0, 0};
  std::array<Control, 2> control{Control::None, Control::None};  ///< by Direction: of its end
};

/// Made by network::assemble, or a view of a network file; immutable from then on. Segments stand
/// in the order of the source, behind them the boardings of ferries, copies behind all others.
///
/// A boarding is the way from a quay aboard a ship: a segment of the ferry's class without length,
/// from the shore to a junction aboard, from which the ship's crossings go on. Who stays aboard at
/// a landing does not pass it.
///
/// Where a turn is forbidden, its junction is split: the way one arrives by ends at a junction of
/// its own, which is left by copies of those segments that may follow. A copy has the length and
/// shape of its original and is open in one direction, to those whom the rule binds. The original
/// stays as it is; a copy that leaves an original junction takes its place, in that direction and
/// for those modes (travel/weigh). So a road is an original and its copies: people are attached to
/// originals, lengths and maps are made of originals, and whoever is on a road may set out along,
/// and arrive by, any of them (reach).
struct RoadNetwork {
  IdColumn<JunctionId, Point> junctions;
  IdColumn<SegmentId, Segment> segments;
  /// One line a segment, from `from` to `to`, at least two points.
  Lines shapes;
  /// For every point of `shapes`: geodesic length from the start of its segment, in metres.
  Column<double> along;
  /// What each segment is called, or nothing at all if names were not read.
  IdColumn<SegmentId, NameId> names = {};
  NamePool name_pool = {};
  /// Of each copy, the last segments, ascending; and of each split junction, the last ones.
  Column<SegmentId> originals_of_copies = {};
  Column<JunctionId> originals_of_split_junctions = {};

  /// All segments that are no copies.
  [[nodiscard]] IdRange<SegmentId> originals() const noexcept {
    return {0, segments.size() - originals_of_copies.size()};
  }
  [[nodiscard]] IdRange<SegmentId> copies() const noexcept {
    return {originals().size(), segments.size()};
  }
  /// Junctions as they are on the ground.
  [[nodiscard]] std::size_t original_junctions() const noexcept {
    return junctions.size() - originals_of_split_junctions.size();
  }
  [[nodiscard]] SegmentId original_of(SegmentId segment) const noexcept {
    auto const first = originals().size();
    return segment.value() < first ? segment : originals_of_copies[segment.value() - first];
  }
  [[nodiscard]] JunctionId original_of(JunctionId junction) const noexcept {
    auto const first = original_junctions();
    return junction.value() < first ? junction
                                    : originals_of_split_junctions[junction.value() - first];
  }
  [[nodiscard]] std::span<Point const> shape(SegmentId segment) const noexcept {
    return shapes[segment.value()];
  }
  [[nodiscard]] std::span<double const> along_shape(SegmentId segment) const noexcept {
    auto const first = shapes.first_point(segment.value());
    return std::span<double const>{along}.subspan(first,
                                                  shapes.first_point(segment.value() + 1) - first);
  }
  [[nodiscard]] Meters length(SegmentId segment) const noexcept {
    return Meters{along_shape(segment).back()};
  }
  /// A gate: a segment without length on a road.
  [[nodiscard]] bool is_gate(SegmentId segment) const noexcept {
    return !segments[segment].attributes.is_ferry() && length(segment) == Meters{0};
  }
  /// The way from the quay, where the segment begins, aboard a ship.
  [[nodiscard]] bool is_boarding(SegmentId segment) const noexcept {
    return segments[segment].attributes.is_ferry() && length(segment) == Meters{0};
  }
  /// Empty if it has none, or names were not read.
  [[nodiscard]] std::string_view name(SegmentId segment) const {
    return names.empty() ? std::string_view{} : name_pool[names[segment]];
  }
};

}  // namespace gapmap
