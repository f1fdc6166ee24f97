#include "gapmap/io/detail/osm_one_by_one.h"

#include <algorithm>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

namespace gapmap::io {
namespace {

void fill(OsmTagList& list, osmium::TagList const& tags) {
  list.clear();
  for (auto const& tag : tags) list.add(tag.key(), tag.value());
}

}  // namespace

OsmRelations read_relations_one_by_one(OsmFile const& file) {
  OsmRelations relations;
  OsmTagList tags;
  std::vector<OsmMember> members;
  auto const take = [&](osmium::OSMObject const& object) {
    auto const& relation = static_cast<osmium::Relation const&>(object);
    fill(tags, relation.tags());
    members.clear();
    for (auto const& member : relation.members()) {
      auto const kind = member.type() == osmium::item_type::node  ? OsmMember::Kind::Node
                        : member.type() == osmium::item_type::way ? OsmMember::Kind::Way
                                                                  : OsmMember::Kind::Relation;
      members.push_back({kind, member.ref(), member.role()});
    }
    relations.add(relation.id(), tags.view(), members);
  };
  visit_osm_objects(file, OsmKinds::Relations,
                    {.begin = [&] { relations = OsmRelations{}; }, .take = take});
  relations.index();
  return relations;
}

OsmWays read_ways_one_by_one(OsmFile const& file, OsmWish const& wish, PositionsInWays& positions) {
  OsmWays ways;
  OsmTagList tags;
  positions = visit_osm_objects(file, OsmKinds::Ways,
                                {.begin = [&] { ways = OsmWays{}; },
                                 .take =
                                     [&](osmium::OSMObject const& object) {
                                       auto const& way = static_cast<osmium::Way const&>(object);
                                       fill(tags, way.tags());
                                       if (!ways.add(way.id(), tags.view(), wish)) return;
                                       for (auto const& node : way.nodes())
                                         ways.refs.push_back(node.ref());
                                       ways.ends.push_back(ways.refs.size());
                                     }});
  return ways;
}

void read_nodes_one_by_one(OsmFile const& file, OsmNodes& nodes) {
  OsmKeyFinder keys{nodes.ids};
  OsmTagList tags;
  auto const begin = [&] {
    std::ranges::fill(nodes.positions, OsmPosition{});
    nodes.facts = {};
  };
  auto const take = [&](osmium::OSMObject const& object) {
    auto const& node = static_cast<osmium::Node const&>(object);
    auto const key = keys.find(node.id());
    if (key == OsmKeyFinder::kUnused) return;
    if (node.location().valid()) nodes.positions[key] = {node.location().x(), node.location().y()};
    if (node.tags().empty()) return;
    fill(tags, node.tags());
    nodes.facts.add(key, tags.view());
  };
  auto const is_wanted = [&](osmium::OSMObject const& object) {
    return keys.find(object.id()) != OsmKeyFinder::kUnused;
  };
  visit_osm_objects(file, OsmKinds::Nodes, {.begin = begin, .take = take, .is_wanted = is_wanted});
}

}  // namespace gapmap::io
