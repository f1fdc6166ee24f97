#include "gapmap/network/assemble.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gapmap/network/detail/chains.h"
#include "gapmap/network/detail/clean.h"
#include "gapmap/network/detail/links.h"
#include "gapmap/network/detail/long_segments.h"
#include "gapmap/network/detail/quays.h"
#include "gapmap/network/detail/split_junctions.h"
#include "gapmap/network/detail/spots.h"
#include "gapmap/network/detail/turns.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/large_vector.h"

namespace gapmap::network {
namespace {

constexpr std::size_t kSegmentsAtOnce = 16384;
/// Fewer segments than this are measured before another thread has its ruler: PROJ takes
/// milliseconds to begin.
constexpr std::size_t kFewSegments = 4 * kSegmentsAtOnce;

/// The stretches that meet at a gate's vertex, and which of them the gate would stop.
struct Meeting {
  std::size_t stretches = 0;     ///< stretches that end there; two for a line that passes through
  std::size_t stopped_ends = 0;  ///< ends of lines that the gate would stop
  bool stops_passing = false;    ///< whether the gate would stop a line that passes through
};

/// Returns the gates that count. Every line that meets a gate's vertex has a gate there, so the
/// gates alone tell what meets.
std::vector<Gate> gates_that_count(RoadLines const& roads) {
  auto const& lines = roads.lines;
  auto const vertex = [&](Gate const& gate) {
    return lines.is_named() ? std::size_t{lines.keys()[gate.point]} : gate.point;
  };
  auto const line_of = [&](Gate const& gate) {
    auto const firsts = lines.first_points();
    return static_cast<std::size_t>(std::ranges::upper_bound(firsts, gate.point) - firsts.begin() -
                                    1);
  };
  std::unordered_map<std::size_t, Meeting> meetings;
  for (auto const& gate : roads.gates) {
    auto const line = line_of(gate);
    bool const is_end =
        gate.point == lines.first_point(line) || gate.point + 1 == lines.first_point(line + 1);
    auto const& road = roads.attributes[line];
    auto const travellers = road.permitted[0] | road.permitted[1];
    bool const is_stopped = !((travellers & gate.permitted) == travellers);
    auto& meeting = meetings[vertex(gate)];
    meeting.stretches += is_end ? 1 : 2;
    if (is_stopped && is_end) ++meeting.stopped_ends;
    if (is_stopped && !is_end) meeting.stops_passing = true;
  }
  std::vector<Gate> gates;
  for (auto const& gate : roads.gates) {
    auto const& meeting = meetings[vertex(gate)];
    bool const is_junction = meeting.stretches > 2;
    bool const parts_a_street = meeting.stopped_ends == 2 && !meeting.stops_passing;
    if ((is_junction && !parts_a_street) || roads.attributes[line_of(gate)].is_ferry()) continue;
    gates.push_back(gate);
  }
  return gates;
}

/// Makes the network of clean lines, without lengths. Frees each column once it is used.
Joined cut_and_join(RoadLines roads, AssembleOptions const& options, Assembly& assembly) {
  roads.gates = gates_that_count(roads);
  std::vector<std::size_t> gates;
  for (auto const& gate : roads.gates) gates.push_back(gate.point);
  Links links;
  Turns turns;
  {
    Spots const spots{roads.lines, gates};
    SpotGroups groups;
    if (!roads.lines.is_named()) {
      groups = SpotGroups{spots.first_points().size()};
      assembly.joined_ends = join_ends(roads.lines, spots, options.join_ends_within, groups);
    }
    links = cut(roads, spots, groups);
    turns = find_turns(roads, spots, links);
  }
  assembly.unused_turns = std::move(turns.unused);
  auto joined = join(std::move(links), std::move(roads.lines), roads.signs, turns);
  add_boardings(joined.network, joined.sailings);
  joined.network.name_pool = std::move(roads.name_pool);
  return joined;
}

void measure(RoadNetwork& network, Ruler const& ruler) {
  network.along = large_vector<double>(network.shapes.points().size());
  auto const segments = network.segments.size();
  Blocks const blocks{segments, segments < kFewSegments ? kFewSegments : kSegmentsAtOnce};
  // One ruler per thread, as rulers remember the grid.
  tbb::enumerable_thread_specific<Ruler> rulers{[&] { return ruler.for_another_thread(); }};
  blocks.each([&](Block const& block) {
    auto const& own = blocks.count() == 1 ? ruler : rulers.local();
    for (auto s = block.first; s < block.end; ++s) {
      auto const line = network.shapes[s];
      own.along(line, std::span{network.along}.subspan(network.shapes.first_point(s), line.size()));
    }
  });
}

}  // namespace

Assembly assemble(RoadLines roads, Ruler const& ruler, AssembleOptions const& options) {
  expects(roads.attributes.size() == roads.lines.size(), "every road line has its attributes");
  expects(roads.lines.keys().size() == (roads.lines.is_named() ? roads.lines.points() : 0),
          "every road point of named vertices has its key");
  expects(roads.names.empty() || roads.names.size() == roads.lines.size(),
          "every road line has its name, or none has");
  expects(roads.turns.empty() || roads.lines.is_named(), "turns are between named vertices");
  expects(roads.lines.points() < std::numeric_limits<std::uint32_t>::max(),
          "roads have fewer than 2^32 points");
  Assembly assembly;
  auto cleaned = clean(std::move(roads), assembly);
  auto joined = cut_and_join(std::move(cleaned), options, assembly);
  assembly.network = std::move(joined.network);
  measure(assembly.network, ruler);
  cut_long_segments(assembly.network, joined.signs, joined.turns);
  place_signs(assembly.network, joined.signs);
  split_junctions(assembly.network, joined.turns);
  return assembly;
}

}  // namespace gapmap::network
