#include "gapmap/io/osm_pbf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

#include "gapmap/geometry/ruler.h"
#include "gapmap/units/error.h"

namespace gapmap::io {
namespace {

using NodeRef = osmium::object_id_type;

constexpr std::size_t kMaxTags = 256;  // OpenStreetMap's own limit is lower; further ones are not looked at

/// The tags of an object, laid out for network/osm_tags.
class TagList {
 public:
  explicit TagList(osmium::TagList const& tags) {
    for (auto const& tag : tags) {
      if (size_ == tags_.size()) break;
      tags_[size_++] = {tag.key(), tag.value()};
    }
  }
  [[nodiscard]] network::OsmTags view() const { return network::OsmTags{std::span{tags_}.first(size_)}; }

 private:
  std::array<network::OsmTag, kMaxTags> tags_;
  std::size_t size_ = 0;
};

/// Ways as read: node references one after the other.
struct Ways {
  std::vector<NodeRef> refs;
  std::vector<std::size_t> ends;
  std::vector<network::OsmRoad> roads;
  std::vector<NodeRef> ids;
};

template <class Object, class Visit>
void visit_objects(std::string const& path, osmium::osm_entity_bits::type kind, Visit&& visit) {
  try {
    osmium::io::Reader reader{osmium::io::File{path}, kind, osmium::io::read_meta::no};
    while (auto const buffer = reader.read()) {
      for (auto const& object : buffer.template select<Object>()) visit(object);
    }
    reader.close();
  } catch (std::exception const& error) {
    throw InputError{{path}, std::string{"cannot be read as OpenStreetMap data: "} + error.what(),
                     "check that the file is whole"};
  }
}

Ways read_ways(std::string const& path, network::IceRoads ice_roads, ImportReport& report) {
  Ways ways;
  visit_objects<osmium::Way>(path, osmium::osm_entity_bits::way, [&](osmium::Way const& way) {
    auto const& tags = way.tags();
    if (tags.get_value_by_key("highway") == nullptr && !tags.has_tag("route", "ferry")) return;
    ++report.rows;
    auto const road = network::osm_road(TagList{tags}.view(), ice_roads);
    if (!road) return;
    for (auto const& node : way.nodes()) ways.refs.push_back(node.ref());
    ways.ends.push_back(ways.refs.size());
    ways.roads.push_back(*road);
    ways.ids.push_back(way.id());
  });
  return ways;
}

/// Dense numbers for the nodes that ways use.
struct UsedNodes {
  std::vector<NodeRef> ids;                ///< ascending, each once
  std::vector<std::uint32_t> key_of_ref;   ///< index in `ids`, per reference
};

UsedNodes number_nodes(std::vector<NodeRef> const& refs) {
  struct Use {
    NodeRef id;
    std::uint32_t at;
  };
  std::vector<Use> uses;
  uses.reserve(refs.size());
  for (std::size_t i = 0; i < refs.size(); ++i) uses.push_back({refs[i], static_cast<std::uint32_t>(i)});
  std::ranges::sort(uses, {}, &Use::id);
  UsedNodes used;
  used.key_of_ref.resize(refs.size());
  for (auto const& use : uses) {
    if (used.ids.empty() || used.ids.back() != use.id) used.ids.push_back(use.id);
    used.key_of_ref[use.at] = static_cast<std::uint32_t>(used.ids.size() - 1);
  }
  return used;
}

constexpr double kMissing = std::numeric_limits<double>::infinity();

struct NodeFacts {
  std::vector<RawPoint> positions;                          ///< by key; kMissing if the extract lacks the node
  std::vector<std::pair<std::uint32_t, ModeSet>> barriers;  ///< by key, ascending
};

NodeFacts read_nodes(std::string const& path, UsedNodes const& used) {
  NodeFacts facts;
  facts.positions.assign(used.ids.size(), {kMissing, kMissing});
  // Extracts are sorted by id, so the next node wanted is nearly always at hand.
  auto next = used.ids.begin();
  visit_objects<osmium::Node>(path, osmium::osm_entity_bits::node, [&](osmium::Node const& node) {
    if (next == used.ids.end() || node.id() < *next || (next != used.ids.begin() && node.id() <= *(next - 1))) {
      if (next != used.ids.end() && node.id() < *next && (next == used.ids.begin() || node.id() > *(next - 1))) return;
      next = std::ranges::lower_bound(used.ids, node.id());
    } else {
      while (next != used.ids.end() && *next < node.id()) ++next;
    }
    if (next == used.ids.end() || *next != node.id()) return;
    auto const key = static_cast<std::uint32_t>(next - used.ids.begin());
    if (node.location().valid()) facts.positions[key] = {node.location().lon(), node.location().lat()};
    if (!node.tags().empty()) {
      auto const permitted = network::osm_barrier_permits(TagList{node.tags()}.view());
      if (!(permitted == ModeSet::all())) facts.barriers.emplace_back(key, permitted);
    }
  });
  std::ranges::sort(facts.barriers, {}, &std::pair<std::uint32_t, ModeSet>::first);
  return facts;
}

/// Ways as lines; where a node is missing, the way falls in two.
class LineMaker {
 public:
  LineMaker(Ways const& ways, UsedNodes const& used, NodeFacts const& nodes, Ruler const& ruler)
      : ways_{ways}, used_{used}, nodes_{nodes}, ruler_{ruler}, barrier_of_key_(used.ids.size(), 0) {
    for (std::size_t i = 0; i < nodes.barriers.size(); ++i) {
      barrier_of_key_[nodes.barriers[i].first] = static_cast<std::uint32_t>(i + 1);
    }
  }

  void make(RoadsRead& read) {
    std::size_t first = 0;
    for (std::size_t way = 0; way < ways_.ends.size(); ++way) {
      bool is_cut = false;
      std::size_t points = 0;
      for (auto ref = first; ref < ways_.ends[way]; ++ref) {
        auto const key = used_.key_of_ref[ref];
        if (nodes_.positions[key].x == kMissing) {
          is_cut = true;
          close(way, points, read);
          continue;
        }
        push(key, read.roads);
        ++points;
      }
      close(way, points, read);
      if (is_cut) {
        read.report.count("way with nodes that the extract lacks, cut there", std::to_string(ways_.ids[way]),
                          Consequence::Used);
      }
      first = ways_.ends[way];
      ++read.report.rows_used;
    }
  }

 private:
  void push(std::uint32_t key, network::RoadLines& roads) const {
    if (auto const barrier = barrier_of_key_[key]; barrier != 0) {
      roads.gates.push_back({roads.lines.points().size(), nodes_.barriers[barrier - 1].second});
    }
    roads.lines.push_point({nodes_.positions[key].x, nodes_.positions[key].y});
    roads.vertex_keys.push_back(key);
  }

  void close(std::size_t way, std::size_t& points, RoadsRead& read) const {
    if (points == 0) return;
    points = 0;
    read.roads.lines.close_line();
    auto attributes = ways_.roads[way].attributes;
    // A crossing time belongs to a whole way, which may be cut later: as a speed it stays true of every part.
    if (auto const duration = ways_.roads[way].ferry_duration_s; duration > 0) {
      auto const line = read.roads.lines[read.roads.lines.size() - 1];
      attributes.ferry_speed_mps = static_cast<float>(ruler_.along(line).back() / duration);
    }
    read.roads.attributes.push_back(attributes);
    read.row_of_line.push_back(ways_.ids[way]);
  }

  Ways const& ways_;
  UsedNodes const& used_;
  NodeFacts const& nodes_;
  Ruler const& ruler_;
  std::vector<std::uint32_t> barrier_of_key_;
};

}  // namespace

bool is_osm_file(std::string const& path) {
  for (auto const* ending : {".pbf", ".osm", ".osm.gz", ".osm.bz2"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

RoadsRead read_osm_roads(RoadInput const& input, WorkingFrame const& frame) {
  check_source(input.source);
  auto const& path = input.source.path;
  RoadsRead read;
  read.report.input = "roads";
  read.report.source = input.source;
  read.report.recognised = "OpenStreetMap";
  read.report.crs = "EPSG:4326";
  read.report.files.push_back(fingerprint(path));
  auto const ways = read_ways(path, input.ice_roads, read.report);
  if (ways.roads.empty()) {
    throw InputError{{path}, "has no way that anybody may travel", "check that the extract holds ways with highway tags"};
  }
  auto const used = number_nodes(ways.refs);
  auto nodes = read_nodes(path, used);
  Projection{Crs::wgs84(), frame.crs()}.forward(nodes.positions);
  LineMaker{ways, used, nodes, Ruler{frame}}.make(read);
  return read;
}

}  // namespace gapmap::io
