#include "gapmap/io/osm_pbf.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <optional>
#include <utility>

#include "gapmap/io/file_stamp.h"
#include "gapmap/io/detail/osm_blocks.h"
#include "gapmap/io/osm_file.h"
#include "gapmap/io/detail/osm_lines.h"
#include "gapmap/io/detail/osm_numbering.h"
#include "gapmap/io/detail/osm_one_by_one.h"
#include "gapmap/io/detail/osm_turns.h"
#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"
#include "gapmap/units/threads.h"

namespace gapmap::io {
namespace {

OsmExtract number(OsmRelations relations, OsmWays ways) {
  OsmExtract extract{.relations = std::move(relations), .ways = std::move(ways)};
  extract.nodes = number_nodes(std::exchange(extract.ways.refs, {}), extract.keys);
  extract.relations.number_via_nodes(extract.nodes.ids);
  return extract;
}

/// Reads an extract that is sorted as usual and has no history; nothing for others.
std::optional<OsmExtract> read_usual_pbf(std::string const& path, OsmWish const& wish,
                                         Progress const& progress) {
  OsmBlocks blocks{path, wish, progress};
  if (blocks.has_history()) return std::nullopt;
  while (true) {
    auto relations = blocks.read_relations();
    if (!relations) return std::nullopt;
    auto ways = blocks.read_ways(*relations);
    if (!ways) return std::nullopt;
    auto extract = number(*std::move(relations), *std::move(ways));
    switch (blocks.read_nodes(extract.nodes)) {
      case OsmBlocks::Nodes::Read:
        return extract;
      case OsmBlocks::Nodes::Unusual:
        return std::nullopt;
      case OsmBlocks::Nodes::SomeWereMissed:
        break;
    }
  }
}

OsmExtract read_one_by_one(OsmFile const& file, OsmWish wish, PositionsInWays& positions) {
  auto relations = read_relations_one_by_one(file);
  wish.relations = &relations;
  auto ways = read_ways_one_by_one(file, wish, positions);
  auto extract = number(std::move(relations), std::move(ways));
  read_nodes_one_by_one(file, extract.nodes);
  return extract;
}

OsmExtract read_extract(OsmFile const& file, OsmWish const& wish, Progress const& progress,
                        PositionsInWays& positions) {
  try {
    std::optional<OsmExtract> extract;
    if (file.format == OsmFormat::Pbf) extract = read_usual_pbf(file.path, wish, progress);
    if (!extract) extract = read_one_by_one(file, wish, positions);
    extract->nodes.facts.sort();
    return *std::move(extract);
  } catch (BrokenPromise const&) {
    throw;
  } catch (Stopped const&) {
    throw;
  } catch (std::exception const& error) {
    if (is_shortage(error)) throw;
    throw InputError{{file.path},
                     std::string{"cannot be read as OpenStreetMap data: "} + error.what(),
                     "check that the file is whole"};
  }
}

RemarkText text_of(network::OsmClosed why) {
  using enum network::OsmClosed;
  switch (why) {
    case OutOfUse:
      return "way that is planned, under construction or impassable";
    case OnIce:
      return "road on ice or for winter only (`ice-roads`)";
    case NoRoad:
      return "highway that is no road to travel on";
    case ToAll:
      break;
  }
  return "way that its tags close to everybody";
}

/// Throws InputError if most ways lack their nodes. An extract cut at any border has most of its
/// ways at least in part; if it has not, nodes were not asked for, and the remains would pass for
/// complete. Coordinates in ways do not help, because barriers and crossings are nodes.
void require_nodes(ImportReport const& report, std::size_t roads, PositionsInWays positions) {
  bool const is_cut = std::ranges::any_of(
      report.remarks, [](Remark const& remark) { return remark.what == kCutWay.text(); });
  bool const is_asked_for_geometry =
      positions == PositionsInWays::Yes && (is_cut || report.rows_used < roads);
  if (!is_asked_for_geometry && report.rows_used * 2 >= roads) return;
  throw InputError{{report.source.path},
                   fmt::format("lacks the positions of nodes: {} of its {} roads have no line{}",
                               roads - report.rows_used, roads,
                               is_asked_for_geometry
                                   ? "; its ways carry coordinates (Overpass \"out geom\"), but "
                                     "what stands at nodes, such as barriers, is not there"
                                   : ""),
                   kAskForNodes};
}

}  // namespace

RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame,
                         Progress const& progress) {
  check_source(input.source);
  auto const file = require_osm(input.source);
  auto const& path = file.path;
  RoadsRead read;
  read.report.input = "roads";
  read.report.source = input.source;
  read.report.recognised = "OpenStreetMap";
  read.report.kind = DataKind::OpenStreetMap;
  read.report.crs = "EPSG:4326";
  WatchedFiles watched{path};
  auto fingerprinted = std::async(std::launch::async, [&] { return watched.fingerprints({path}); });
  auto positions = PositionsInWays::No;
  auto extract =
      read_extract(file, {.choices = {input.ice_roads, input.rough_tracks}, .names = input.names},
                   progress, positions);
  read.report.files = fingerprinted.get();
  watched.refuse_changes();
  if (extract.ways.ids.empty()) {
    throw InputError{{path},
                     "has no way that anybody may travel",
                     "check that the extract holds ways with highway tags"};
  }
  read.report.rows = extract.ways.ids.size() + extract.ways.closed.size();
  for (auto const& [way, why] : extract.ways.closed)
    read.report.count(text_of(why), std::to_string(way));
  auto const roads = extract.ways.ids.size();
  auto const relations = std::exchange(extract.relations, {});
  make_lines(std::move(extract), relations, frame, read);
  require_nodes(read.report, roads, positions);
  add_turns(relations, read);
  return read;
}

}  // namespace gapmap::io
