#include "gapmap/io/osm_xml.h"

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
#include <osmium/osm/way.hpp>

#include "gapmap/network/osm_barriers.h"

namespace gapmap::io {
namespace {

template <class Object, class Visit>
void visit_objects(std::string const& path, osmium::osm_entity_bits::type kind, Visit&& visit) {
  osmium::io::Reader reader{osmium::io::File{path}, kind, osmium::io::read_meta::no};
  while (auto const buffer = reader.read()) {
    for (auto const& object : buffer.template select<Object>()) visit(object);
  }
  reader.close();
}

void fill(OsmTagList& list, osmium::TagList const& tags) {
  list.clear();
  for (auto const& tag : tags) list.add(tag.key(), tag.value());
}

}  // namespace

OsmRelations read_xml_relations(std::string const& path) {
  OsmRelations relations;
  OsmTagList tags;
  std::vector<OsmMember> members;
  visit_objects<osmium::Relation>(
      path, osmium::osm_entity_bits::relation, [&](osmium::Relation const& relation) {
        fill(tags, relation.tags());
        members.clear();
        for (auto const& member : relation.members()) {
          auto const kind = member.type() == osmium::item_type::node  ? OsmMember::Kind::Node
                            : member.type() == osmium::item_type::way ? OsmMember::Kind::Way
                                                                      : OsmMember::Kind::Relation;
          members.push_back({kind, member.ref(), member.role()});
        }
        relations.add(relation.id(), tags.view(), members);
      });
  relations.index();
  return relations;
}

OsmWays read_xml_ways(std::string const& path, OsmWish const& wish) {
  OsmWays ways;
  OsmTagList tags;
  visit_objects<osmium::Way>(path, osmium::osm_entity_bits::way, [&](osmium::Way const& way) {
    fill(tags, way.tags());
    if (!ways.add(way.id(), tags.view(), wish)) return;
    for (auto const& node : way.nodes()) ways.refs.push_back(node.ref());
    ways.ends.push_back(ways.refs.size());
  });
  return ways;
}

void read_xml_nodes(std::string const& path, OsmNodes& nodes) {
  OsmKeyFinder keys{nodes.ids};
  OsmTagList tags;
  visit_objects<osmium::Node>(path, osmium::osm_entity_bits::node, [&](osmium::Node const& node) {
    auto const key = keys.find(node.id());
    if (key == OsmKeyFinder::kUnused) return;
    if (node.location().valid()) nodes.positions[key] = {node.location().x(), node.location().y()};
    if (node.tags().empty()) return;
    fill(tags, node.tags());
    auto const permitted = network::osm_barrier_permits(tags.view());
    if (!(permitted == ModeSet::all())) nodes.barriers.emplace_back(key, permitted);
  });
}

}  // namespace gapmap::io
