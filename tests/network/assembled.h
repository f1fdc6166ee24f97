#pragma once
// Roads as the tests of assembling write them, and what came out in a line of text.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "gapmap/network/assemble.h"
#include "tests/support/random_network.h"

namespace gapmap::network {

using Line = std::vector<Point>;

struct Drawn {
  Line line;
  RoadClass road_class = RoadClass::Local;
};

inline RoadLines lines_of(std::vector<Drawn> const& drawn) {
  RoadLines roads;
  for (auto const& d : drawn) {
    roads.lines.push_back(d.line);
    roads.attributes.push_back({d.road_class});
  }
  return roads;
}

inline Assembly assembled(std::vector<Drawn> const& drawn, AssembleOptions const& options = {}) {
  return assemble(lines_of(drawn), Ruler{test_frame()}, options);
}

/// "2 junctions: 0-1 (3 points) 1-0 (2 points, ferry)": what came out, in one line.
inline std::string text_of(RoadNetwork const& network) {
  auto text = fmt::format("{} junctions:", network.junctions.size());
  for (auto const s : network.segments.ids()) {
    auto const& segment = network.segments[s];
    text += fmt::format(" {}-{} ({} points{})", segment.from.value(), segment.to.value(),
                        network.shape(s).size(), segment.attributes.is_ferry() ? ", ferry" : "");
  }
  return text;
}

inline std::string text_of(RoadLines const& roads) {
  return text_of(assemble(roads, Ruler{test_frame()}).network);
}

/// Positions near the middle of Finland, in metres from there.
constexpr Point at(double x, double y) { return {500'000 + x, 6'900'000 + y}; }

}  // namespace gapmap::network
