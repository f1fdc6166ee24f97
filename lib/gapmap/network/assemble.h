#pragma once
// Loose lines become a network. Which lines meet is decided here and nowhere else.

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

/// A point of a line that lets only some pass: a bollard, a locked gate.
struct Gate {
  std::size_t point;  ///< of RoadLines::lines
  ModeSet permitted;
  Entry entry = Entry::Anywhere;  ///< WithKey if it opens to those who live behind
};

/// Lines as read: `attributes[i]` belongs to `lines[i]`, direction as digitised. Where the source
/// names its vertices, those with equal keys are one, and no others; else vertices are told apart
/// by position, and by height where all heights there are known: more than 2 m between two is a
/// bridge.
struct RoadLines {
  VertexLines lines;
  std::vector<RoadAttributes> attributes;
  std::vector<Gate> gates = {};      ///< by point, ascending
  std::vector<LineSign> signs = {};  ///< likewise
  /// `names[i]` belongs to `lines[i]`; none at all if nobody asks for names.
  std::vector<NameId> names = {};
  NamePool name_pool = {};
  /// None unless the source names its vertices.
  std::vector<TurnRule> turns = {};
};

/// Why a rule about a turn binds nobody.
enum class UnusedTurn : std::uint8_t {
  NoWay,      ///< its ways do not meet, or nobody of those it binds may travel them
  Ambiguous,  ///< a way passes through, so that two turns may be meant
};

struct AssembleOptions {
  /// Ends of lines that miss each other by less than this are one junction; only where vertices are
  /// told apart by position.
  Meters join_ends_within = Meters{0.1};
};

struct Assembly {
  RoadNetwork network;
  std::size_t joined_ends = 0;      ///< ends of lines that were joined across a small miss
  std::size_t repeated_points = 0;  ///< points equal to the one before them, left out
  std::vector<std::uint32_t>
      lines_without_length;  ///< lines that are a single point; not in the network
  std::vector<std::pair<std::uint32_t, UnusedTurn>>
      unused_turns;  ///< by place in RoadLines::turns, ascending
};

/// Cuts lines where they meet and joins what belongs together.
///
/// Lines meet where they share a vertex (by key, or to the millimetre), be it an end or in the
/// middle of either, and where a line meets itself. A mere crossing is no meeting: that is how a
/// bridge looks. Ends closer than `join_ends_within` are joined as well; their shapes stay as they
/// were drawn and the miss has no length. Then links in a row (nothing else meets there, the same
/// attributes when walked in one direction) become one segment that keeps its shape (across a miss
/// the second link begins where the first ends); a ring without any junction becomes a loop. A gate
/// is a segment without length that only those it permits may pass. Where more than two stretches
/// meet it counts only if exactly two of those that it would stop end there, and none passes
/// through: tagged where a side path meets a street that goes on, it is about the path's mouth. On
/// a ferry it never counts: it stands on the quay.
/// Traffic lights and signs cut nothing; what they make of segments says place_signs().
///
/// Rules about turns split junctions, see RoadNetwork; a chain ends where one applies.
///
/// Ferries end at quays, where a segment without length leads aboard (RoadNetwork::is_boarding). A
/// quay is where a ferry meets a road, or ends alone or with one other; where one only passes by,
/// or more than two meet and there is no road, is open water. A line that passes through a quay is
/// one ship, and so are two that end there if no third does. No chain leads past a quay.
///
/// Names decide nothing: a segment is called what most of its length (in the plane) is called, also
/// if that is no name; of equal lengths what comes first along it.
///
/// Ties:   the first line of the source decides direction and order, the first vertex gives a junction its position.
/// Cost:   O(n log n) in the number of vertices; O(n) with keys. Lines that are moved in are let go half-way, for memory.
[[nodiscard]] Assembly assemble(RoadLines roads, Ruler const& ruler,
                                AssembleOptions const& options = {});

}  // namespace gapmap::network
