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

/// The traffic control at the end of a segment, which tells who goes first at the junction.
enum class Control : std::uint8_t { None, GivesWay, Signals };

/// A stretch of road between two junctions with no junction in between. Both ends may be the same
/// junction (a loop), and two segments may join the same junctions.
struct Segment {
  JunctionId from;
  JunctionId to;
  RoadAttributes attributes;
  /// How often traffic lights may stop a car on the segment, by Direction. Each installation counts
  /// once; an installation at the end of the segment counts, one at its start does not.
  std::array<std::uint8_t, 2> signals{0, 0};
  std::array<Control, 2> control{Control::None, Control::None};  ///< by Direction: at the end
};

/// A road network. It is made by network::assemble, or is a view of a network file, and does not
/// change from then on. Segments stand in the order of the source; after them come the boardings of
/// ferries, and after these the copies.
///
/// A boarding is the way from a quay aboard a ship: a segment of the ferry's class without length,
/// from the shore to a junction aboard, from which the ship's crossings go on. Travellers who stay
/// aboard at a landing do not pass it.
///
/// Where a turn is forbidden, its junction is split: a copy of the segment by which one arrives
/// ends at a junction of its own, from which copies of the permitted segments lead on. A copy has
/// the length and shape of its original and is open in one direction, to the modes that the rule
/// binds. Originals stay as they are, but a copy that leaves an original junction replaces its
/// original in that direction and for those modes (travel/weigh). So a road is an original and its
/// copies: people are attached to originals, lengths and maps are made of originals, and travellers
/// on a road may set out along, and arrive by, any of them (reach).
struct RoadNetwork {
  IdColumn<JunctionId, Point> junctions;
  IdColumn<SegmentId, Segment> segments;
  /// One line per segment, from `from` to `to`, with at least two points.
  Lines shapes;
  /// For every point of `shapes`, the geodesic length from the start of its segment, in metres.
  Column<double> along;
  /// The name of each segment; empty if names were not read.
  IdColumn<SegmentId, NameId> names = {};
  NamePool name_pool = {};
  /// The original of each copy, ascending; the copies are the last segments.
  Column<SegmentId> originals_of_copies = {};
  /// The original of each junction that splitting added; they are the last junctions.
  Column<JunctionId> originals_of_split_junctions = {};

  /// Returns all segments that are not copies.
  [[nodiscard]] IdRange<SegmentId> originals() const noexcept {
    return {0, segments.size() - originals_of_copies.size()};
  }
  [[nodiscard]] IdRange<SegmentId> copies() const noexcept {
    return {originals().size(), segments.size()};
  }
  /// Returns the number of junctions as they are on the ground.
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
  /// Whether a segment is a gate: a segment without length on a road.
  [[nodiscard]] bool is_gate(SegmentId segment) const noexcept {
    return !segments[segment].attributes.is_ferry() && length(segment) == Meters{0};
  }
  /// Whether a segment is a boarding: the way from the quay, where it begins, aboard a ship.
  [[nodiscard]] bool is_boarding(SegmentId segment) const noexcept {
    return segments[segment].attributes.is_ferry() && length(segment) == Meters{0};
  }
  /// Returns the name of a segment; empty if it has none or names were not read.
  [[nodiscard]] std::string_view name(SegmentId segment) const {
    return names.empty() ? std::string_view{} : name_pool[names[segment]];
  }
};

}  // namespace gapmap
