// The rules for OpenStreetMap, one line a case: the tags, then what they mean. "residential cbw/cb
// 40/30 gravel" is a road's class, who may travel along and against it (c car, b bike, w walk, -
// nobody), its speed limits if any, and its surface if known.

#include "gapmap/network/osm_tags.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

/// "highway=service, access=no" as tags; `text` must outlive them.
std::vector<OsmTag> tags_of(std::string_view text) {
  std::vector<OsmTag> tags;
  while (!text.empty()) {
    auto const comma = std::min(text.find(", "), text.size());
    auto const tag = text.substr(0, comma);
    auto const equals = tag.find('=');
    if (equals == std::string_view::npos) throw std::runtime_error{"no tag: " + std::string{tag}};
    tags.push_back({tag.substr(0, equals), tag.substr(equals + 1)});
    text.remove_prefix(std::min(comma + 2, text.size()));
  }
  return tags;
}

std::string text_of(std::optional<OsmRoad> const& road) {
  if (!road) return "nothing";
  auto const& a = road->attributes;
  auto text = fmt::format("{} {}/{}", name_of(a.road_class), letters_of(a.permitted[0]),
                          letters_of(a.permitted[1]));
  auto const& limits = a.speed_limit_kmh;
  if (limits[0] != 0 || limits[1] != 0) text += fmt::format(" {}/{}", limits[0], limits[1]);
  constexpr std::array kSurfaces{"", " paved", " gravel", " unpaved", " bad"};
  text += kSurfaces[static_cast<std::size_t>(a.surface)];
  if (road->ferry_duration_s != 0) text += fmt::format(" {} s", road->ferry_duration_s);
  return text;
}

void expect_roads(std::size_t least, std::string const& table, IceRoads ice_roads = IceRoads::No) {
  expect_table(table, least, [&](std::string const& given) {
    auto const tags = tags_of(given);
    return text_of(osm_road(OsmTags{tags}, ice_roads));
  });
}

TEST(OsmTags, EveryHighwayByItself) {
  expect_roads(35, R"(
      highway=motorway        -> motorway c/-
      highway=motorway_link   -> motorway c/c
      highway=trunk           -> trunk cbw/cbw
      highway=trunk_link      -> trunk cbw/cbw
      highway=primary         -> primary cbw/cbw
      highway=primary_link    -> primary cbw/cbw
      highway=secondary       -> secondary cbw/cbw
      highway=secondary_link  -> secondary cbw/cbw
      highway=tertiary        -> tertiary cbw/cbw
      highway=tertiary_link   -> tertiary cbw/cbw
      highway=unclassified    -> local cbw/cbw
      highway=road            -> local cbw/cbw
      highway=residential     -> residential cbw/cbw
      highway=living_street   -> living_street cbw/cbw
      highway=service         -> service cbw/cbw
      highway=track           -> track cbw/cbw
      highway=pedestrian      -> pedestrian bw/bw
      highway=cycleway        -> cycleway bw/bw
      highway=footway         -> pedestrian w/w
      highway=elevator        -> pedestrian w/w
      highway=corridor        -> pedestrian w/w
      highway=platform        -> pedestrian w/w
      highway=path            -> path bw/bw
      highway=trail           -> path w/w
      highway=bridleway       -> path w/w
      highway=steps           -> steps w/w
      highway=busway          -> nothing
      highway=bus_guideway    -> nothing
      highway=escape          -> nothing
      highway=construction    -> nothing
      highway=proposed        -> nothing
      highway=planned         -> nothing
      highway=abandoned       -> nothing
      highway=razed           -> nothing
      highway=raceway         -> nothing
      highway=rest_area       -> nothing
      highway=crossing        -> nothing
      highway=Residential     -> nothing
      waterway=river          -> nothing
      highway=construction, construction=residential     -> nothing
      highway=residential, construction=residential      -> nothing
      highway=residential, construction=minor            -> residential cbw/cbw
      highway=track, impassable=yes                      -> nothing
      highway=path, bicycle=designated, foot=designated  -> cycleway bw/bw
      highway=footway, bicycle=designated                -> cycleway bw/bw
      highway=footway, bicycle=yes                       -> pedestrian bw/bw
      highway=path, foot=designated                      -> path bw/bw
  )");
}

TEST(OsmTags, PiersAndPlatformsAreWalkedOn) {
  expect_roads(9, R"(
      man_made=pier                                       -> pedestrian w/w
      man_made=pier, access=private                       -> nothing
      man_made=pier, bicycle=yes                          -> pedestrian bw/bw
      man_made=pier, highway=service                      -> service cbw/cbw
      man_made=pier, highway=proposed                     -> nothing
      man_made=breakwater                                 -> nothing
      railway=platform                                    -> pedestrian w/w
      public_transport=platform                           -> pedestrian w/w
      public_transport=platform, foot=no                  -> nothing
      railway=rail                                        -> nothing
  )");
}

TEST(OsmTags, AccessGoesFromTheGeneralToTheParticular) {
  expect_roads(40, R"(
      highway=service, access=no                                   -> nothing
      highway=service, access=private                              -> nothing
      highway=service, access=destination                          -> service cbw/cbw
      highway=service, access=customers                            -> service cbw/cbw
      highway=service, access=permissive                           -> service cbw/cbw
      highway=residential, access=permit                           -> nothing
      highway=service, access=delivery                             -> nothing
      highway=service, access=private;delivery                     -> nothing
      highway=service, access=private;customers                    -> service cbw/cbw
      highway=service, access=no, foot=yes                         -> service w/w
      highway=service, access=private, bicycle=yes, foot=yes       -> service bw/bw
      highway=service, access=private, motor_vehicle=destination   -> service c/c
      highway=service, access=no, vehicle=yes                      -> service cb/cb
      highway=service, access=no, psv=yes                          -> nothing
      highway=service, vehicle=no                                  -> service w/w
      highway=service, vehicle=no, bicycle=yes                     -> service bw/bw
      highway=service, vehicle=private, motorcar=yes               -> service cw/cw
      highway=residential, motor_vehicle=no                        -> residential bw/bw
      highway=residential, motor_vehicle=private                   -> residential bw/bw
      highway=residential, motor_vehicle=destination               -> residential cbw/cbw
      highway=residential, motor_vehicle=agricultural;forestry     -> residential bw/bw
      highway=residential, motor_vehicle=bus                       -> residential bw/bw
      highway=residential, motor_vehicle=no, motorcar=yes          -> residential cbw/cbw
      highway=residential, motorcar=no                             -> residential bw/bw
      highway=track, motor_vehicle=forestry                        -> track bw/bw
      highway=residential, bicycle=no                              -> residential cw/cw
      highway=primary, bicycle=use_sidepath, foot=use_sidepath     -> primary c/c
      highway=primary, foot=no                                     -> primary cb/cb
      highway=residential, access=variable                         -> residential cbw/cbw
      highway=footway, access=yes                                  -> pedestrian w/w
      highway=footway, motor_vehicle=yes                           -> pedestrian cw/cw
      highway=cycleway, motor_vehicle=destination                  -> cycleway cbw/cbw
      highway=cycleway, foot=no                                    -> cycleway b/b
      highway=steps, bicycle=yes                                   -> steps bw/bw
      highway=footway, bicycle=dismount                            -> pedestrian bw/bw
      highway=pedestrian, bicycle=no                               -> pedestrian w/w
      highway=busway, bicycle=yes                                  -> service b/b
      highway=service, service=emergency_access                    -> service bw/bw
      highway=track, smoothness=impassable                         -> track w/w
      highway=residential, motor_vehicle:backward=no               -> residential cbw/bw
      highway=residential, vehicle:forward=no                      -> residential w/cbw
      highway=residential, vehicle=no, bicycle:backward=yes        -> residential w/bw
      highway=service, access:backward=private                     -> service cbw/-
      highway=trunk, motorroad=yes                                 -> trunk c/c
      highway=trunk, motorroad=no                                  -> trunk cbw/cbw
      highway=trunk, motorroad=yes, bicycle=yes                    -> trunk cb/cb
      highway=trunk, motorroad=yes, sidewalk=right                 -> trunk cw/cw
      highway=trunk, sidewalk=separate                             -> trunk cbw/cbw
      highway=motorway, foot=yes                                   -> motorway cw/w
      access=private, highway=service, foot=permissive             -> service w/w
  )");
}

TEST(OsmTags, OneWay) {
  expect_roads(30, R"(
      highway=residential, oneway=yes                                -> residential cbw/w
      highway=residential, oneway=true                               -> residential cbw/w
      highway=residential, oneway=1                                  -> residential cbw/w
      highway=residential, oneway=no                                 -> residential cbw/cbw
      highway=residential, oneway=-1                                 -> residential w/cbw
      highway=residential, oneway=reverse                            -> residential w/cbw
      highway=residential, oneway=reversible                         -> residential w/w
      highway=residential, oneway=alternating                        -> residential cbw/cbw
      highway=residential, oneway=sometimes                          -> residential cbw/cbw
      highway=motorway, oneway=no                                    -> motorway c/c
      highway=motorway, oneway=-1                                    -> motorway -/c
      highway=motorway_link, oneway=yes                              -> motorway c/-
      highway=motorway, oneway=reversible                            -> nothing
      highway=tertiary, junction=roundabout                          -> tertiary cbw/w
      highway=tertiary, junction=circular                            -> tertiary cbw/w
      highway=tertiary, junction=roundabout, oneway=-1               -> tertiary w/cbw
      highway=tertiary, junction=roundabout, oneway=no               -> tertiary cbw/cbw
      highway=tertiary, junction=filter                              -> tertiary cbw/cbw
      highway=residential, oneway=yes, oneway:bicycle=no             -> residential cbw/bw
      highway=residential, oneway:bicycle=yes                        -> residential cbw/cw
      highway=residential, oneway=yes, oneway:bicycle=-1             -> residential cw/bw
      highway=residential, oneway=yes, cycleway=opposite             -> residential cbw/bw
      highway=residential, oneway=yes, cycleway=opposite_lane        -> residential cbw/bw
      highway=residential, oneway=yes, cycleway:left=opposite_track  -> residential cbw/bw
      highway=residential, oneway=yes, cycleway:left:oneway=-1       -> residential cbw/bw
      highway=residential, oneway=yes, cycleway:right:oneway=no      -> residential cbw/bw
      highway=residential, oneway=yes, cycleway:right=lane, cycleway:right:oneway=-1      -> residential cbw/bw
      highway=residential, oneway=yes, cycleway:right=separate, cycleway:right:oneway=no  -> residential cbw/w
      highway=residential, oneway=yes, cycleway:left=no, cycleway:left:oneway=-1          -> residential cbw/w
      highway=residential, oneway=yes, cycleway=lane                 -> residential cbw/w
      highway=residential, oneway=yes, bicycle:backward=yes          -> residential cbw/bw
      highway=residential, oneway=yes, bicycle=yes                   -> residential cbw/w
      highway=residential, oneway:motor_vehicle=yes                  -> residential cbw/bw
      highway=residential, oneway:vehicle=yes                        -> residential cbw/w
      highway=residential, oneway=yes, oneway:motorcar=no            -> residential cbw/cw
      highway=footway, oneway=yes                                    -> pedestrian w/w
      highway=footway, oneway:foot=yes                               -> pedestrian w/-
      highway=cycleway, oneway=yes                                   -> cycleway bw/w
      highway=cycleway, oneway=yes, foot=no                          -> cycleway b/-
  )");
}

TEST(OsmTags, SpeedLimits) {
  expect_roads(14, R"(
      highway=primary, maxspeed=80                                 -> primary cbw/cbw 80/80
      highway=primary, maxspeed=fast                               -> primary cbw/cbw
      highway=primary, maxspeed=80;60                              -> primary cbw/cbw
      highway=primary, maxspeed:forward=80                         -> primary cbw/cbw 80/0
      highway=primary, maxspeed=80, maxspeed:backward=60           -> primary cbw/cbw 80/60
      highway=primary, maxspeed:forward=80, maxspeed:backward=100  -> primary cbw/cbw 80/100
      highway=primary, maxspeed=FI:rural                           -> primary cbw/cbw 80/80
      highway=primary, maxspeed:type=FI:urban                      -> primary cbw/cbw 50/50
      highway=primary, maxspeed=60, maxspeed:type=FI:urban         -> primary cbw/cbw 60/60
      highway=primary, maxspeed=signals, source:maxspeed=FI:rural  -> primary cbw/cbw 80/80
      highway=primary, source:maxspeed=sign                        -> primary cbw/cbw
      highway=residential, zone:maxspeed=FI:30                     -> residential cbw/cbw 30/30
      highway=residential, oneway=yes, maxspeed=40                 -> residential cbw/w 40/40
      highway=primary, maxspeed:hgv=80                             -> primary cbw/cbw
  )");
}

TEST(OsmTags, SurfaceAndTracktype) {
  expect_roads(20, R"(
      highway=local, surface=asphalt                      -> nothing
      highway=tertiary, surface=asphalt                   -> tertiary cbw/cbw paved
      highway=tertiary, surface=concrete:plates           -> tertiary cbw/cbw paved
      highway=footway, surface=paving_stones              -> pedestrian w/w paved
      highway=residential, surface=sett                   -> residential cbw/cbw paved
      highway=residential, surface=cobblestone            -> residential cbw/cbw gravel
      highway=tertiary, surface=gravel                    -> tertiary cbw/cbw gravel
      highway=tertiary, surface=compacted                 -> tertiary cbw/cbw gravel
      highway=tertiary, surface=fine_gravel               -> tertiary cbw/cbw gravel
      highway=tertiary, surface=unpaved                   -> tertiary cbw/cbw unpaved
      highway=path, surface=ground                        -> path bw/bw unpaved
      highway=path, surface=sand                          -> path bw/bw bad
      highway=path, surface=ground;sand                   -> path bw/bw unpaved
      highway=path, surface=lava                          -> path bw/bw
      highway=track, tracktype=grade1                     -> track cbw/cbw paved
      highway=track, tracktype=grade2                     -> track cbw/cbw gravel
      highway=track, tracktype=grade3                     -> track cbw/cbw unpaved
      highway=track, tracktype=grade4                     -> track bw/bw bad
      highway=track, tracktype=grade5                     -> track bw/bw bad
      highway=track, tracktype=grade5, motor_vehicle=yes  -> track cbw/cbw bad
      highway=track, tracktype=grade2, surface=asphalt    -> track cbw/cbw paved
      highway=tertiary, tracktype=grade4                  -> tertiary cbw/cbw bad
  )");
}

TEST(OsmTags, IceRoadsOnlyWhenAsked) {
  std::string const tags[] = {"highway=ice_road",
                              "highway=winter_road",
                              "highway=tertiary, ice_road=yes",
                              "highway=track, winter_road=yes",
                              "highway=track, seasonal=winter",
                              "highway=track, surface=ice",
                              "highway=tertiary, ice_road=no"};
  std::string without;
  std::string with;
  for (auto const& each : tags) {
    auto const list = tags_of(each);
    without += text_of(osm_road(OsmTags{list})) + "\n";
    with += text_of(osm_road(OsmTags{list}, IceRoads::Yes)) + "\n";
  }
  EXPECT_EQ(without, "nothing\nnothing\nnothing\nnothing\nnothing\nnothing\ntertiary cbw/cbw\n");
  EXPECT_EQ(with,
            "track cbw/cbw\ntrack cbw/cbw\ntertiary cbw/cbw\ntrack cbw/cbw\ntrack cbw/cbw\ntrack "
            "cbw/cbw bad\ntertiary cbw/cbw\n");
}

TEST(OsmTags, Ferries) {
  expect_roads(17, R"(
      route=ferry                                          -> ferry cbw/cbw
      route=ferry, duration=00:35                          -> ferry cbw/cbw 2100 s
      route=ferry, duration=PT1H30M, motor_vehicle=yes     -> ferry cbw/cbw 5400 s
      route=ferry, duration=soon                           -> ferry cbw/cbw
      route=ferry, motor_vehicle=no                        -> ferry bw/bw
      route=ferry, vehicle=no, bicycle=yes                 -> ferry bw/bw
      route=ferry, motor_vehicle=no, bicycle=no, foot=yes  -> ferry w/w
      route=ferry, foot=no                                 -> ferry cb/cb
      route=ferry, access=private                          -> nothing
      route=ferry, access=no, foot=yes                     -> ferry w/w
      route=ferry, oneway=yes                              -> ferry cbw/w
      route=ferry, name=Bergön lossi, duration=00:05       -> cable_ferry cbw/cbw 300 s
      route=ferry, name=Högsars färja, name:fi=Högsarin lossi -> cable_ferry cbw/cbw
      route=ferry, ferry:cable=yes                         -> cable_ferry cbw/cbw
      route=ferry, ferry=cable                             -> cable_ferry cbw/cbw
      route=ferry, name=Lossiranta                         -> ferry cbw/cbw
      route=ferry, highway=tertiary, maxspeed=80           -> ferry cbw/cbw
      route=ferry, seasonal=winter                         -> nothing
      route=bus                                            -> nothing
  )");
}

TEST(OsmTags, Barriers) {
  auto const table = R"(
      highway=crossing, access=no                          -> cbw
      barrier=bollard                                      -> bw
      highway=bollard                                      -> bw
      barrier=bollard, bollard=rising                      -> cbw
      barrier=bollard, motor_vehicle=yes                   -> cbw
      barrier=bollard, access=yes                          -> cbw
      barrier=bollard, foot=no                             -> b
      barrier=block                                        -> bw
      barrier=cycle_barrier                                -> bw
      barrier=cycle_barrier, bicycle=no                    -> w
      barrier=turnstile                                    -> w
      barrier=kissing_gate                                 -> w
      barrier=stile, bicycle=yes                           -> bw
      barrier=gate                                         -> cbw
      barrier=gate, access=private                         -> -
      barrier=gate, access=private, foot=yes               -> w
      barrier=gate, motor_vehicle=no                       -> bw
      barrier=gate, motor_vehicle=destination              -> cbw
      barrier=gate, locked=yes                             -> -
      barrier=gate, locked=yes, foot=yes                   -> w
      barrier=gate, locked=no                              -> cbw
      barrier=lift_gate                                    -> cbw
      barrier=lift_gate, vehicle=no                        -> w
      barrier=swing_gate, motor_vehicle=private            -> bw
      barrier=toll_booth                                   -> cbw
      barrier=cattle_grid                                  -> cbw
      barrier=kerb                                         -> cbw
      barrier=height_restrictor                            -> cbw
      barrier=bus_trap                                     -> bw
      barrier=guard_rail                                   -> w
      barrier=fence                                        -> -
      barrier=fence, foot=yes                              -> w
      barrier=something_else                               -> cbw
  )";
  expect_table(table, 30, [](std::string const& given) {
    auto const tags = tags_of(given);
    return letters_of(osm_barrier_permits(OsmTags{tags}));
  });
}

TEST(OsmTags, EveryKeyIsSeenAmongManyOthers) {
  // A way with hundreds of keys that mean nothing to us is still what its few known ones say, in
  // any order.
  std::vector<std::string> names;
  for (int i = 0; i < 300; ++i) names.push_back(fmt::format("note:{}", i));
  std::vector<OsmTag> tags;
  for (auto const& name : names) tags.push_back({name, "yes"});
  tags.push_back({"", ""});
  tags.push_back({"highway", "tertiary"});
  tags.insert(tags.begin(), {"oneway", "-1"});
  tags.push_back({"highway", "motorway"});  // only the first of a key counts
  EXPECT_EQ(text_of(osm_road(OsmTags{tags})), "tertiary w/cbw");
  EXPECT_EQ(text_of(osm_road(OsmTags{{}})), "nothing");
}

}  // namespace
}  // namespace gapmap::network
