#include "gapmap/io/detail/osm_block.h"

#include <protozero/pbf_message.hpp>

#include "gapmap/io/detail/packed_numbers.h"

namespace gapmap::io {
namespace {

using protozero::tag_and_type;
// Fields of another type than in the format are skipped, since damaged data may contain anything.
constexpr auto kNumber = protozero::pbf_wire_type::varint;
constexpr auto kBytes = protozero::pbf_wire_type::length_delimited;

enum class PrimitiveBlock : protozero::pbf_tag_type {
  Strings = 1,
  Group = 2,
  Granularity = 17,
  LatOffset = 19,
  LonOffset = 20
};
enum class StringTable : protozero::pbf_tag_type { Text = 1 };
enum class Group : protozero::pbf_tag_type { Node = 1, Dense = 2, Way = 3, Relation = 4 };
enum class WayField : protozero::pbf_tag_type { Id = 1, Keys = 2, Values = 3, About = 4, Refs = 8 };
enum class RelationField : protozero::pbf_tag_type {
  Id = 1,
  Keys = 2,
  Values = 3,
  About = 4,
  Roles = 8,
  Members = 9,
  Types = 10
};
enum class NodeField : protozero::pbf_tag_type {
  Id = 1,
  Keys = 2,
  Values = 3,
  About = 4,
  Lat = 8,
  Lon = 9
};
enum class DenseField : protozero::pbf_tag_type {
  Ids = 1,
  About = 5,
  Lats = 8,
  Lons = 9,
  KeysAndValues = 10
};
/// Metadata fields of one object, or lists of them for many objects in the same order.
enum class AboutField : protozero::pbf_tag_type { IsVisible = 6 };

/// Whether an object is deleted according to its metadata.
bool is_deleted(std::string_view about) {
  protozero::pbf_message<AboutField> fields{about.data(), about.size()};
  while (fields.next(AboutField::IsVisible, kNumber)) {
    if (!fields.get_bool()) return true;
  }
  return false;
}

/// Whether any of several nodes stored together is deleted, according to their metadata.
bool has_deleted(std::string_view about) {
  protozero::pbf_message<AboutField> fields{about.data(), about.size()};
  while (fields.next(AboutField::IsVisible, kBytes)) {
    for (Numbers are_visible{fields.get_view()}; are_visible.are_left();) {
      if (are_visible.take() == 0) return true;
    }
  }
  return false;
}

}  // namespace

OsmBlock::OsmBlock(std::string_view bytes) {
  protozero::pbf_message<PrimitiveBlock> block{bytes.data(), bytes.size()};
  while (block.next()) {
    switch (block.tag_and_type()) {
      case tag_and_type(PrimitiveBlock::Strings, kBytes):
        read_strings(block.get_view());
        break;
      case tag_and_type(PrimitiveBlock::Group, kBytes):
        read_group(block.get_view());
        break;
      case tag_and_type(PrimitiveBlock::Granularity, kNumber):
        granularity_ = block.get_int32();
        break;
      case tag_and_type(PrimitiveBlock::LatOffset, kNumber):
        lat_offset_ = block.get_int64();
        break;
      case tag_and_type(PrimitiveBlock::LonOffset, kNumber):
        lon_offset_ = block.get_int64();
        break;
      default:
        block.skip();
    }
  }
}

void OsmBlock::read_strings(Bytes bytes) {
  protozero::pbf_message<StringTable> table{bytes};
  while (table.next(StringTable::Text, protozero::pbf_wire_type::length_delimited)) {
    auto const text = table.get_view();
    strings_.emplace_back(text.data(), text.size());
  }
}

void OsmBlock::read_group(Bytes bytes) {
  protozero::pbf_message<Group> group{bytes};
  while (group.next()) {
    switch (group.tag_and_type()) {
      case tag_and_type(Group::Node, kBytes):
        nodes_.push_back(group.get_view());
        break;
      case tag_and_type(Group::Dense, kBytes):
        dense_.push_back(group.get_view());
        break;
      case tag_and_type(Group::Way, kBytes):
        ways_.push_back(group.get_view());
        break;
      case tag_and_type(Group::Relation, kBytes):
        relations_.push_back(group.get_view());
        break;
      default:
        group.skip();
    }
  }
}

std::string_view OsmBlock::string(std::uint64_t index) const {
  if (index >= strings_.size()) damaged("a tag refers to a text that is not there");
  return strings_[index];
}

OsmPosition OsmBlock::position(std::int64_t lon, std::int64_t lat) const noexcept {
  constexpr std::int64_t kPerUnit = 100;  // billionths of a degree in ten-millionths
  constexpr std::int64_t kMostLon = 1'800'000'000;
  constexpr std::int64_t kMostLat = 900'000'000;
  auto const fixed = [&](std::int64_t value, std::int64_t offset) {
    auto const billionths =
        static_cast<std::uint64_t>(value) * static_cast<std::uint64_t>(granularity_);
    return static_cast<std::int64_t>(billionths + static_cast<std::uint64_t>(offset)) / kPerUnit;
  };
  auto const x = fixed(lon, lon_offset_);
  auto const y = fixed(lat, lat_offset_);
  if (x < -kMostLon || x > kMostLon || y < -kMostLat || y > kMostLat) return {};
  return {static_cast<std::int32_t>(x), static_cast<std::int32_t>(y)};
}

void OsmBlock::fill(OsmTagList& tags, Bytes keys, Bytes values) const {
  tags.clear();
  Numbers key{keys};
  Numbers value{values};
  while (key.are_left()) {
    auto const text = string(key.take());
    tags.add(text, string(value.take()));
  }
}

void OsmBlock::read_ways(OsmWish const& wish, OsmWays& ways, OsmSequence& sequence) const {
  OsmTagList tags;
  for (auto const& way : ways_) read_way(way, wish, tags, ways, sequence);
}

void OsmBlock::read_way(Bytes bytes, OsmWish const& wish, OsmTagList& tags, OsmWays& ways,
                        OsmSequence& sequence) const {
  OsmId id = 0;
  Bytes about;
  Bytes keys;
  Bytes values;
  Bytes refs;
  protozero::pbf_message<WayField> way{bytes};
  while (way.next()) {
    switch (way.tag_and_type()) {
      case tag_and_type(WayField::Id, kNumber):
        id = way.get_int64();
        break;
      case tag_and_type(WayField::Keys, kBytes):
        keys = way.get_view();
        break;
      case tag_and_type(WayField::Values, kBytes):
        values = way.get_view();
        break;
      case tag_and_type(WayField::About, kBytes):
        about = way.get_view();
        break;
      case tag_and_type(WayField::Refs, kBytes):
        refs = way.get_view();
        break;
      default:
        way.skip();
    }
  }
  sequence.add(id);
  fill(tags, keys, values);
  if (!ways.add(id, tags.view(), wish)) return;
  if (is_deleted(about)) sequence.doubt();
  for (Differences nodes{refs}; nodes.are_left();) ways.refs.push_back(nodes.take());
  ways.ends.push_back(ways.refs.size());
}

void OsmBlock::read_relations(OsmRelations& relations, OsmSequence& sequence) const {
  OsmTagList tags;
  std::vector<OsmMember> members;
  for (auto const& relation : relations_)
    read_relation(relation, tags, members, relations, sequence);
}

void OsmBlock::read_relation(Bytes bytes, OsmTagList& tags, std::vector<OsmMember>& members,
                             OsmRelations& relations, OsmSequence& sequence) const {
  OsmId id = 0;
  Bytes about;
  Bytes keys;
  Bytes values;
  Bytes role_field;
  Bytes member_field;
  Bytes type_field;
  protozero::pbf_message<RelationField> relation{bytes};
  while (relation.next()) {
    switch (relation.tag_and_type()) {
      case tag_and_type(RelationField::Id, kNumber):
        id = relation.get_int64();
        break;
      case tag_and_type(RelationField::Keys, kBytes):
        keys = relation.get_view();
        break;
      case tag_and_type(RelationField::Values, kBytes):
        values = relation.get_view();
        break;
      case tag_and_type(RelationField::About, kBytes):
        about = relation.get_view();
        break;
      case tag_and_type(RelationField::Roles, kBytes):
        role_field = relation.get_view();
        break;
      case tag_and_type(RelationField::Members, kBytes):
        member_field = relation.get_view();
        break;
      case tag_and_type(RelationField::Types, kBytes):
        type_field = relation.get_view();
        break;
      default:
        relation.skip();
    }
  }
  sequence.add(id);
  fill(tags, keys, values);
  // Most relations are bus lines, lakes and boundaries.
  if (network::kind_of_osm_relation(tags.view()) == network::OsmRelationKind::Nothing) return;
  if (is_deleted(about)) sequence.doubt();
  members.clear();
  Differences ids{member_field};
  Numbers roles{role_field};
  Numbers types{type_field};
  constexpr std::uint64_t kLastType = 2;
  while (ids.are_left()) {
    auto const member = ids.take();
    auto const role = string(roles.take());
    auto const type = types.take();
    if (type <= kLastType) members.push_back({static_cast<OsmMember::Kind>(type), member, role});
  }
  relations.add(id, tags.view(), members);
}

void OsmBlock::read_nodes(OsmKeyFinder keys, FoundNodes& found) const {
  OsmTagList tags;
  for (auto const& node : nodes_) read_node(node, keys, tags, found);
  for (auto const& dense : dense_) read_dense(dense, keys, tags, found);
}

void OsmBlock::read_node(Bytes bytes, OsmKeyFinder& keys, OsmTagList& tags,
                         FoundNodes& found) const {
  OsmId id = 0;
  std::int64_t lon = 0;
  std::int64_t lat = 0;
  Bytes about;
  Bytes tag_keys;
  Bytes tag_values;
  protozero::pbf_message<NodeField> node{bytes};
  while (node.next()) {
    switch (node.tag_and_type()) {
      case tag_and_type(NodeField::Id, kNumber):
        id = node.get_sint64();
        break;
      case tag_and_type(NodeField::Keys, kBytes):
        tag_keys = node.get_view();
        break;
      case tag_and_type(NodeField::Values, kBytes):
        tag_values = node.get_view();
        break;
      case tag_and_type(NodeField::About, kBytes):
        about = node.get_view();
        break;
      case tag_and_type(NodeField::Lat, kNumber):
        lat = node.get_sint64();
        break;
      case tag_and_type(NodeField::Lon, kNumber):
        lon = node.get_sint64();
        break;
      default:
        node.skip();
    }
  }
  auto const key = keys.find(id);
  if (key == OsmKeyFinder::kUnused) return;
  found.sequence.add(key);
  if (is_deleted(about)) found.sequence.doubt();
  found.nodes.push_back({key, position(lon, lat)});
  fill(tags, tag_keys, tag_values);
  if (!tags.view().all().empty()) found.facts.add(key, tags.view());
}

void OsmBlock::read_dense(Bytes bytes, OsmKeyFinder& keys, OsmTagList& tags,
                          FoundNodes& found) const {
  Bytes id_field;
  Bytes lat_field;
  Bytes lon_field;
  Bytes tag_field;
  protozero::pbf_message<DenseField> dense{bytes};
  while (dense.next()) {
    switch (dense.tag_and_type()) {
      case tag_and_type(DenseField::Ids, kBytes):
        id_field = dense.get_view();
        break;
      case tag_and_type(DenseField::About, kBytes):
        if (has_deleted(dense.get_view())) found.sequence.doubt();
        break;
      case tag_and_type(DenseField::Lats, kBytes):
        lat_field = dense.get_view();
        break;
      case tag_and_type(DenseField::Lons, kBytes):
        lon_field = dense.get_view();
        break;
      case tag_and_type(DenseField::KeysAndValues, kBytes):
        tag_field = dense.get_view();
        break;
      default:
        dense.skip();
    }
  }
  Differences ids{id_field};
  Differences lats{lat_field};
  Differences lons{lon_field};
  // The list has keys and values of each node in turn, ended by a 0 for each node; it is empty if
  // no node has tags.
  Numbers tag_numbers{tag_field};
  while (ids.are_left()) {
    auto const id = ids.take();
    auto const lat = lats.take();
    auto const lon = lons.take();
    auto const key = keys.find(id);
    bool const is_used = key != OsmKeyFinder::kUnused;
    if (is_used) {
      found.sequence.add(key);
      found.nodes.push_back({key, position(lon, lat)});
    }
    tags.clear();
    bool has_tags = false;
    while (tag_numbers.are_left()) {
      auto const tag_key = tag_numbers.take();
      if (tag_key == 0) break;
      auto const tag_value = tag_numbers.take();
      if (!is_used) continue;
      tags.add(string(tag_key), string(tag_value));
      has_tags = true;
    }
    if (has_tags) found.facts.add(key, tags.view());
  }
}

}  // namespace gapmap::io
