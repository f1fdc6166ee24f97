// Where roads lie, and how one gets onto them.

#include "gapmap/network/osm_tags.h"

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

TEST(OsmLevels, WhereARoadLiesAndHowOneGetsOntoIt) {
  auto const table = R"(
      highway=residential                                      -> ground
      highway=residential, tunnel=yes                          -> tunnel
      highway=residential, tunnel=yes, layer=1                 -> tunnel
      highway=residential, tunnel=no                           -> ground
      highway=residential, tunnel=building_passage             -> ground
      highway=residential, tunnel=culvert                      -> ground
      highway=residential, tunnel=avalanche_protector          -> tunnel
      highway=residential, covered=yes                         -> ground
      highway=footway, location=underground                    -> tunnel
      highway=residential, layer=-1                            -> tunnel
      highway=residential, layer=-0.5                          -> tunnel
      highway=residential, layer=0                             -> ground
      highway=residential, layer=-0                            -> ground
      highway=residential, layer=1                             -> bridge
      highway=residential, layer=+2                            -> bridge
      highway=residential, layer=1;2                           -> bridge
      highway=residential, layer=below                         -> ground
      highway=residential, bridge=yes                          -> bridge
      highway=residential, bridge=viaduct, layer=-1            -> bridge
      highway=residential, bridge=no                           -> ground
      highway=path, bridge=boardwalk                           -> ground
      highway=track, bridge=low_water_crossing                 -> ground
      highway=motorway                                         -> ground, at junctions
      highway=motorway_link, bridge=yes                        -> bridge, at junctions
      highway=trunk                                            -> ground
      highway=trunk_link                                       -> ground
      highway=trunk, motorroad=yes                             -> ground, at junctions
      highway=primary_link, motorroad=yes                      -> ground, at junctions
      highway=trunk, motorroad=no                              -> ground
      route=ferry, layer=1                                     -> ground
  )";
  expect_table(table, 30, [](std::string const& given) {
    auto const tags = tags_of(given);
    auto const road = osm_road(OsmTags{tags})->attributes;
    return std::string{kLevelNames[static_cast<std::size_t>(road.level)]} +
           (road.entry == Entry::AtJunctions ? ", at junctions" : "");
  });
}

}  // namespace
}  // namespace gapmap::network
