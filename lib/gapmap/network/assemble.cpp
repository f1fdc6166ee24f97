#include "gapmap/network/assemble.h"

#include <tbb/enumerable_thread_specific.h>

#include <cstdint>
#include <limits>
#include <utility>

#include "gapmap/network/chains.h"
#include "gapmap/network/clean.h"
#include "gapmap/network/links.h"
#include "gapmap/network/split_junctions.h"
#include "gapmap/network/spots.h"
#include "gapmap/network/turns.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/error.h"
#include "gapmap/units/large_vector.h"

namespace gapmap::network {
namespace {

constexpr std::size_t kSegmentsAtOnce = 16384;
/// Fewer are measured sooner than another thread has its ruler: PROJ takes milliseconds to begin.
constexpr std::size_t kFewSegments = 4 * kSegmentsAtOnce;

/// What becomes of clean lines, but for its lengths. Lets each column go when it has served.
RoadNetwork cut_and_join(RoadLines roads, AssembleOptions const& options, Assembly& assembly,
                         std::vector<BoundTurn>& bound) {
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
  auto network = join(std::move(links), std::move(roads.lines), turns, bound);
  network.name_pool = std::move(roads.name_pool);
  return network;
}

void measure(RoadNetwork& network, Ruler const& ruler) {
  network.along = large_vector<double>(network.shapes.points().size());
  auto const segments = network.segments.size();
  Blocks const blocks{segments, segments < kFewSegments ? kFewSegments : kSegmentsAtOnce};
  // One a thread: they remember the grid.
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
  std::vector<BoundTurn> bound;
  assembly.network = cut_and_join(std::move(cleaned), options, assembly, bound);
  measure(assembly.network, ruler);
  split_junctions(assembly.network, bound);
  return assembly;
}

}  // namespace gapmap::network
