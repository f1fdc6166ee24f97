#pragma once
// Turns loose lines into a network. Which lines meet is decided here and nowhere else.

#include <cstdint>
#include <utility>
#include <vector>

#include "gapmap/geometry/ruler.h"
#include "gapmap/network/road_names.h"
#include "gapmap/network/road_network.h"
#include "gapmap/network/signs.h"
#include "gapmap/network/turn_rules.h"
#include "gapmap/network/vertex_lines.h"

namespace gapmap::network {

/// A gate at a point of a line, which lets only some modes pass: a bollard, a locked gate.
struct Gate {
  std::size_t point;  ///< point of RoadLines::lines
  ModeSet permitted;
  Entry entry = Entry::Anywhere;  ///< WithKey if it opens to people who live behind it
};

/// Lines as read. `attributes[i]` belongs to `lines[i]`, with directions as digitised. Where the
/// source names its vertices, vertices with equal keys are one, and no others. Elsewhere vertices
/// are told apart by position, and by height where all heights at a position are known: a
/// difference of more than 3 m is a bridge.
struct RoadLines {
  VertexLines lines;
  std::vector<RoadAttributes> attributes;
  std::vector<Gate> gates = {};      ///< by point, ascending
  std::vector<LineSign> signs = {};  ///< by point, ascending
  /// `names[i]` belongs to `lines[i]`; empty if nobody asks for names.
  std::vector<NameId> names = {};
  NamePool name_pool = {};
  /// Empty unless the source names its vertices.
  std::vector<TurnRule> turns = {};
};

/// Why a turn rule binds nobody.
enum class UnusedTurn : std::uint8_t {
  NoWay,      ///< its ways do not meet, or none of the modes it binds may travel them
  Ambiguous,  ///< a way passes through the vertex, so that two turns may be meant
};

struct AssembleOptions {
  /// Ends of lines that miss each other by less than this become one junction. Only used where
  /// vertices are told apart by position.
  Meters join_ends_within = Meters{0.1};
};

struct Assembly {
  RoadNetwork network;
  std::size_t joined_ends = 0;      ///< number of joins of line ends across a small miss
  std::size_t repeated_points = 0;  ///< points left out as they equal the point before
  std::vector<std::uint32_t>
      lines_without_length;  ///< lines that are a single point; they are not in the network
  std::vector<std::pair<std::uint32_t, UnusedTurn>>
      unused_turns;  ///< by index in RoadLines::turns, ascending
};

/// Cuts lines where they meet and joins them into segments.
///
/// Lines meet where they share a vertex (by key, or to the millimetre), at an end or in the middle
/// of either, and where a line meets itself. Lines that merely cross do not meet: a bridge looks
/// like that. Ends closer than `join_ends_within` are joined as well; their shapes stay as they
/// were drawn and the miss has no length. Links in a row (nothing else meets there, and attributes
/// are equal when walked in one direction) become one segment that keeps its shape; across a miss
/// the second link begins where the first ends. A ring without any junction becomes a loop.
///
/// A gate becomes a segment without length that only the modes it permits may pass. Where more than
/// two stretches meet, a gate counts only if exactly two of the stretches it would stop end there
/// and none passes through: a gate tagged where a side path meets a street that goes on is about
/// the mouth of the path. On a ferry it never counts: it stands on the quay. Traffic lights and
/// signs cut nothing; place_signs() says what they change in segments.
///
/// Turn rules split junctions, see RoadNetwork; a chain of links ends where a rule applies.
///
/// Ferries end at quays, where a segment without length leads aboard (RoadNetwork::is_boarding). A
/// quay is where a ferry meets a road, or where a ferry ends alone or with one other. Where a ferry
/// only passes by, or more than two meet and there is no road, is open water. A line that passes
/// through a quay is one ship, and so are two lines that end there if no third does. No chain leads
/// past a quay.
///
/// Names decide nothing: a segment has the name, or none, of the greatest share of its length in
/// the plane; of equal shares the first along the segment.
///
/// Ties: the first line of the source decides direction and order; the first vertex gives a
/// junction its position.
/// Cost: O(n log n) in the number of vertices; O(n) with keys. Columns of lines that are moved in
/// are freed half-way, to save memory.
[[nodiscard]] Assembly assemble(RoadLines roads, Ruler const& ruler,
                                AssembleOptions const& options = {});

}  // namespace gapmap::network
