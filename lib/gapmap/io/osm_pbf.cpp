#include "gapmap/io/osm_pbf.h"

#include <algorithm>
#include <future>
#include <utility>

#include "gapmap/io/osm_blocks.h"
#include "gapmap/io/osm_lines.h"
#include "gapmap/io/osm_numbering.h"
#include "gapmap/io/osm_turns.h"
#include "gapmap/io/osm_xml.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

OsmExtract number(OsmRelations relations, OsmWays ways) {
  OsmExtract extract{.relations = std::move(relations), .ways = std::move(ways)};
  extract.nodes = number_nodes(std::exchange(extract.ways.refs, {}), extract.keys);
  extract.relations.number_via_nodes(extract.nodes.ids);
  return extract;
}

OsmExtract read_pbf(std::string const& path, OsmWish const& wish, Progress const& progress) {
  OsmBlocks blocks{path, wish, progress};
  for (;;) {
    auto relations = blocks.read_relations();
    auto ways = blocks.read_ways(relations);
    auto extract = number(std::move(relations), std::move(ways));
    if (blocks.read_nodes(extract.nodes)) return extract;
  }
}

OsmExtract read_xml(std::string const& path, OsmWish wish) {
  auto relations = read_xml_relations(path);
  wish.relations = &relations;
  auto ways = read_xml_ways(path, wish);
  auto extract = number(std::move(relations), std::move(ways));
  read_xml_nodes(path, extract.nodes);
  return extract;
}

OsmExtract read_extract(std::string const& path, OsmWish const& wish, Progress const& progress) {
  try {
    auto extract = path.ends_with(".pbf") ? read_pbf(path, wish, progress) : read_xml(path, wish);
    std::ranges::stable_sort(extract.nodes.barriers, {}, &OsmBarrier::first);
    return extract;
  } catch (BrokenPromise const&) {
    throw;
  } catch (std::exception const& error) {
    throw InputError{{path},
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
      return "road on ice or for winter only (--ice-roads)";
    case NoRoad:
      return "highway that is no road to travel on";
    case ToAll:
      break;
  }
  return "way that its tags close to everybody";
}

}  // namespace

bool is_osm_file(std::string const& path) {
  for (auto const* ending : {".pbf", ".osm", ".osm.gz", ".osm.bz2"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame,
                         Progress const& progress) {
  check_source(input.source);
  auto const& path = input.source.path;
  RoadsRead read;
  read.report.input = "roads";
  read.report.source = input.source;
  read.report.recognised = "OpenStreetMap";
  read.report.crs = "EPSG:4326";
  auto fingerprinted = std::async(std::launch::async, [&] { return fingerprint(path); });
  auto extract = read_extract(path, {.ice_roads = input.ice_roads, .names = input.names}, progress);
  read.report.files.push_back(fingerprinted.get());
  if (extract.ways.ids.empty()) {
    throw InputError{{path},
                     "has no way that anybody may travel",
                     "check that the extract holds ways with highway tags"};
  }
  read.report.rows = extract.ways.ids.size() + extract.ways.closed.size();
  for (auto const& [way, why] : extract.ways.closed)
    read.report.count(text_of(why), std::to_string(way));
  auto const relations = std::exchange(extract.relations, {});
  make_lines(std::move(extract), relations, frame, read);
  add_turns(relations, read);
  return read;
}

}  // namespace gapmap::io
