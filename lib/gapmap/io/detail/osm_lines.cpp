#include "gapmap/io/detail/osm_lines.h"

#include <fmt/format.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "gapmap/geometry/dense_projection.h"
#include "gapmap/geometry/ruler.h"
#include "gapmap/units/blocks.h"
#include "gapmap/units/large_vector.h"
#include "gapmap/units/ranked_bits.h"

namespace gapmap::io {
namespace {

constexpr std::size_t kNodesAtOnce = 8192;
constexpr std::size_t kWaysAtOnce = 4096;

/// Returns the positions in the working CRS; those of missing nodes are undefined.
std::vector<Point> project(std::vector<OsmPosition> const& positions, WorkingFrame const& frame) {
  constexpr double kUnitsPerDegree = 1e7;
  auto points = large_vector<Point>(positions.size());
  // One per thread, as they keep a cache.
  tbb::enumerable_thread_specific<DenseProjection> projections{
      [&] { return DenseProjection{frame}; }};
  Blocks{points.size(), kNodesAtOnce}.each([&](Block const& block) {
    std::array<RawPoint, kNodesAtOnce> raw{};
    for (auto i = block.first; i < block.end; ++i) {
      if (!positions[i].is_missing())
        raw[i - block.first] = {positions[i].lon / kUnitsPerDegree,
                                positions[i].lat / kUnitsPerDegree};
    }
    projections.local().forward(std::span{raw}.first(block.end - block.first));
    for (auto i = block.first; i < block.end; ++i)
      points[i] = {raw[i - block.first].x, raw[i - block.first].y};
  });
  return points;
}

/// Nodes by key. Only few nodes are missing, or have a barrier or a sign, so small sets suffice.
struct Nodes {
  explicit Nodes(OsmNodes nodes, WorkingFrame const& frame)
      : positions{project(nodes.positions, frame)},
        missing{nodes.positions.size()},
        is_barrier{nodes.positions.size()},
        is_sign{nodes.positions.size()},
        facts{std::move(nodes.facts)} {
    Blocks{nodes.positions.size(), kNodesAtOnce}.each([&](Block const& block) {
      for (auto i = block.first; i < block.end; ++i) {
        // Nodes that cannot be projected count as missing too.
        if (nodes.positions[i].is_missing() || !std::isfinite(positions[i].x)) missing.insert(i);
      }
    });
    for (auto const& barrier : facts.barriers) is_barrier.insert(barrier.first);
    for (auto const& sign : facts.signs) is_sign.insert(sign.first);
  }

  /// Returns who may pass; of a node given twice the later entry counts.
  [[nodiscard]] network::OsmPassage passage(std::uint32_t key) const {
    return std::ranges::upper_bound(facts.barriers, key, {}, &OsmBarrier::first)[-1].second;
  }
  [[nodiscard]] network::RoadSign sign(std::uint32_t key) const {
    return std::ranges::upper_bound(facts.signs, key, {}, &OsmSign::first)[-1].second;
  }

  std::vector<Point> positions;
  RankedBits missing;
  RankedBits is_barrier;
  RankedBits is_sign;
  OsmNodeFacts facts;
};

/// Position of the next line and of its points in the columns.
struct Places {
  std::size_t line = 0;
  std::size_t point = 0;
};

/// The columns of RoadLines while threads fill them.
struct Columns {
  std::vector<std::size_t> first_points;
  std::vector<RoadAttributes> attributes;
  std::vector<NameId> names;  ///< empty if the ways have no names
  std::vector<std::uint32_t> keys;
  std::vector<std::int64_t> row_of_line;
};

/// A crossing time of a whole way, which may be cut; as a speed it holds for every part.
struct Crossing {
  std::size_t line;
  std::uint32_t seconds;
  std::vector<Point> whole;  ///< the way, straight across nodes that the extract lacks
};

/// Further results for some ways, in their order.
struct Remarks {
  enum class What : bool { TooShort, Cut };
  std::vector<std::pair<OsmId, What>> ways;
  std::vector<network::Gate> gates;
  std::vector<network::LineSign> signs;
  std::vector<Crossing> ferries;
  std::vector<std::pair<std::size_t, std::size_t>> all_ferries;  ///< line, and index of its way
  std::vector<std::size_t> clipped;                              ///< indices of incomplete ways
  std::vector<std::size_t> part_of_year;                         ///< lines
};

/// Walks along some ways, first to count the results and then to write them.
class LineMaker {
 public:
  LineMaker(OsmExtract const& extract, Nodes const& nodes, Places places)
      : extract_{extract}, nodes_{nodes}, places_{places} {}

  Places count(Block const& ways) {
    for_parts(ways, [&](std::size_t, std::span<std::uint32_t const> keys) {
      ++places_.line;
      places_.point += keys.size();
    });
    return places_;
  }

  void write(Block const& ways, Columns& to, Remarks& remarks) {
    for_parts(
        ways, [&](std::size_t way, auto keys) { write_line(way, keys, to, remarks); }, &remarks);
  }

 private:
  /// Calls `visit(way, keys)` for every run of nodes that exist.
  template <class Visit>
  void for_parts(Block const& ways, Visit const& visit, Remarks* remarks = nullptr) const {
    auto const& ends = extract_.ways.ends;
    for (auto way = ways.first; way < ways.end; ++way) {
      auto const first = way == 0 ? 0 : ends[way - 1];
      auto const keys = std::span{extract_.keys}.subspan(first, ends[way] - first);
      bool is_cut = false;
      bool has_line = false;
      for (auto at = keys.begin(); at != keys.end();) {
        auto const end =
            std::find_if(at, keys.end(), [&](auto key) { return nodes_.missing.contains(key); });
        if (end - at > 1) {
          visit(way, std::span{at, end});
          has_line = true;
        }
        if (end == keys.end()) break;
        is_cut = true;
        at = end + 1;
      }
      if (remarks == nullptr || (has_line && !is_cut)) continue;
      remarks->clipped.push_back(way);
      remarks->ways.emplace_back(extract_.ways.ids[way],
                                 has_line ? Remarks::What::Cut : Remarks::What::TooShort);
    }
  }

  void write_line(std::size_t way, std::span<std::uint32_t const> keys, Columns& to,
                  Remarks& remarks) {
    auto const& road = extract_.ways.roads[way];
    auto const line = places_.line++;
    to.first_points[line] = places_.point;
    to.attributes[line] = road.attributes;
    if (!to.names.empty()) to.names[line] = extract_.ways.names[way];
    to.row_of_line[line] = extract_.ways.ids[way];
    if (road.ferry_duration_s > 0) add_crossing(way, line, remarks);
    if (road.attributes.is_ferry()) remarks.all_ferries.emplace_back(line, way);
    if (road.season == network::Season::PartOfYear) remarks.part_of_year.push_back(line);
    for (auto const key : keys) {
      auto const point = places_.point++;
      to.keys[point] = key;
      if (nodes_.is_sign.contains(key)) remarks.signs.push_back({point, nodes_.sign(key)});
      if (!nodes_.is_barrier.contains(key)) continue;
      auto const [permitted, entry] = nodes_.passage(key);
      remarks.gates.push_back({point, permitted, entry});
    }
  }

  /// Adds a crossing time. A way whose end is missing has an unknown length, so its time is
  /// useless.
  void add_crossing(std::size_t way, std::size_t line, Remarks& remarks) const {
    auto const& ends = extract_.ways.ends;
    auto const first = way == 0 ? 0 : ends[way - 1];
    auto const keys = std::span{extract_.keys}.subspan(first, ends[way] - first);
    if (nodes_.missing.contains(keys.front()) || nodes_.missing.contains(keys.back())) return;
    Crossing crossing{line, extract_.ways.roads[way].ferry_duration_s, {}};
    for (auto const key : keys) {
      if (!nodes_.missing.contains(key)) crossing.whole.push_back(nodes_.positions[key]);
    }
    remarks.ferries.push_back(std::move(crossing));
  }

  OsmExtract const& extract_;
  Nodes const& nodes_;
  Places places_;
};

void take(Remarks const& remarks, Ruler const& ruler, RoadsRead& read) {
  auto& roads = read.roads;
  roads.gates.insert(roads.gates.end(), remarks.gates.begin(), remarks.gates.end());
  roads.signs.insert(roads.signs.end(), remarks.signs.begin(), remarks.signs.end());
  for (auto const& [line, duration_s, whole] : remarks.ferries) {
    roads.attributes[line].ferry_speed_mps =
        static_cast<float>(ruler.along(whole).back() / duration_s);
  }
  for (auto const& [way, what] : remarks.ways) {
    if (what == Remarks::What::TooShort) {
      read.report.count("way with fewer than two nodes in a row in the extract",
                        std::to_string(way));
      --read.report.rows_used;
    } else {
      read.report.count(kCutWay, std::to_string(way), Consequence::Used);
    }
  }
}

/// Counts roads that are open only part of the year, with their length. They are used all year,
/// which readers of the result should know.
void tell_part_of_year(std::vector<Remarks> const& remarks, Ruler const& ruler, RoadsRead& read) {
  double length_m = 0;
  std::vector<std::size_t> lines;
  for (auto const& of_block : remarks)
    lines.insert(lines.end(), of_block.part_of_year.begin(), of_block.part_of_year.end());
  for (auto const line : lines) length_m += ruler.along(read.roads.lines[line]).back();
  FilledRemark const remark{"road or ferry that is not open all year, {} in all",
                            fmt::format("{:.1f} km", length_m / 1000)};
  for (auto const line : lines)
    read.report.count(remark, std::to_string(read.row_of_line[line]), Consequence::Used);
}

/// Gives ferries without a crossing time of their own the speed of the first complete line that has
/// a time. For a line that the extract cuts, the time of the remaining part is unknown.
void share_durations(OsmWays const& ways, std::vector<OsmLender> const& lenders,
                     std::vector<Remarks> const& remarks, Ruler const& ruler,
                     network::RoadLines& roads) {
  struct Line {
    double length_m = 0;
    std::uint32_t ways = 0;
    bool is_clipped = false;
  };
  auto const& parts = ways.parts_of_lines;
  if (parts.empty()) return;
  std::vector<Line> lines(lenders.size());
  std::unordered_map<std::size_t, std::vector<std::uint32_t>> lines_of_way;
  for (auto const& [way, line] : parts) {
    ++lines[line].ways;
    if (way != OsmWays::PartOfLine::kNoFerry) lines_of_way[way].push_back(line);
  }
  auto const for_lines_of = [&](std::size_t way, auto const& visit) {
    if (auto const found = lines_of_way.find(way); found != lines_of_way.end()) {
      for (auto const line : found->second) visit(line);
    }
  };
  for (auto const& of : remarks) {
    for (auto const& [road, way] : of.all_ferries) {
      if (!lines_of_way.contains(way)) continue;
      auto const length = ruler.along(roads.lines[road]).back();
      for_lines_of(way, [&](std::uint32_t line) { lines[line].length_m += length; });
    }
    for (auto const way : of.clipped)
      for_lines_of(way, [&](std::uint32_t line) { lines[line].is_clipped = true; });
  }
  for (auto const& of : remarks) {
    for (auto const& [road, way] : of.all_ferries) {
      auto& speed_mps = roads.attributes[road].ferry_speed_mps;
      for_lines_of(way, [&](std::uint32_t line) {
        bool const is_whole = !lines[line].is_clipped && lines[line].ways == lenders[line].ways;
        if (is_whole && speed_mps == 0)
          speed_mps = static_cast<float>(lines[line].length_m / lenders[line].duration_s);
      });
    }
  }
}

}  // namespace

void make_lines(OsmExtract extract, OsmRelations const& relations, WorkingFrame const& frame,
                RoadsRead& read) {
  extract.nodes.ids = std::vector<OsmId>{};  // "= {}" would keep the memory
  Nodes nodes{std::exchange(extract.nodes, {}), frame};
  Blocks const blocks{extract.ways.ids.size(), kWaysAtOnce};
  std::vector<Places> places(blocks.count() + 1);
  blocks.each([&](Block const& block) {
    places[block.number + 1] = LineMaker{extract, nodes, {}}.count(block);
  });
  for (std::size_t b = 1; b < places.size(); ++b) {
    places[b].line += places[b - 1].line;
    places[b].point += places[b - 1].point;
  }
  auto const [lines, points] = places.back();
  Columns to{.first_points = std::vector<std::size_t>(lines + 1, points),
             .attributes = large_vector<RoadAttributes>(lines),
             .names = large_vector<NameId>(extract.ways.names.empty() ? 0 : lines),
             .keys = large_vector<std::uint32_t>(points),
             .row_of_line = large_vector<std::int64_t>(lines)};
  std::vector<Remarks> remarks(blocks.count());
  blocks.each([&](Block const& block) {
    LineMaker{extract, nodes, places[block.number]}.write(block, to, remarks[block.number]);
  });
  auto& roads = read.roads;
  roads.lines = network::VertexLines{{.first_points = std::move(to.first_points),
                                      .positions = std::move(nodes.positions),
                                      .keys = std::move(to.keys),
                                      .is_named = true}};
  roads.attributes = std::move(to.attributes);
  roads.names = std::move(to.names);
  roads.name_pool = std::move(extract.ways.name_texts).take();
  read.row_of_line = std::move(to.row_of_line);
  read.report.rows_used += extract.ways.ids.size();
  Ruler const ruler{frame};
  for (auto const& of_block : remarks) take(of_block, ruler, read);
  tell_part_of_year(remarks, ruler, read);
  share_durations(extract.ways, relations.lenders(), remarks, ruler, read.roads);
}

}  // namespace gapmap::io
