// The rules for OpenStreetMap, one line a case: the tags, then what they mean. "residential cbw/cb
// 40/30 gravel" is a road's class, who may travel along and against it (c car, b bike, w walk, -
// nobody), its speed limits if any, and its surface if known.

#include "gapmap/network/osm_tags.h"

#include <fmt/format.h>

#include <array>

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

std::string road_text(std::optional<OsmRoad> const& road) {
  if (!road) return "nothing";
  auto const& a = road->attributes;
  auto text = fmt::format("{} {}/{}", name_of(a.road_class), letters_of(a.permitted[0]),
                          letters_of(a.permitted[1]));
  auto const& limits = a.speed_limit;
  if (limits[0].is_posted() || limits[1].is_posted())
    text += fmt::format(" {}/{}", limits[0].kmh(), limits[1].kmh());
  constexpr std::array kSurfaces{"", " paved", " gravel", " unpaved", " bad"};
  text += kSurfaces[static_cast<std::size_t>(a.surface)];
  if (road->ferry_duration_s != 0) text += fmt::format(" {} s", road->ferry_duration_s);
  return text;
}

void expect_roads(std::size_t least, std::string const& table, OsmChoices choices = {}) {
  expect_table(table, least, [&](std::string const& given) {
    auto const tags = tags_of(given);
    return road_text(osm_road(OsmTags{tags}, choices));
  });
}

TEST(OsmTags, EveryHighwayByItself) {
  expect_roads(35, R"(
      highway=motorway        -> motorway c/-
      highway=motorway_link   -> trunk c/c
      highway=trunk           -> trunk cbw/cbw
      highway=trunk_link      -> primary cbw/cbw
      highway=primary         -> primary cbw/cbw
      highway=primary_link    -> secondary cbw/cbw
      highway=secondary       -> secondary cbw/cbw
      highway=secondary_link  -> tertiary cbw/cbw
      highway=tertiary        -> tertiary cbw/cbw
      highway=tertiary_link   -> local cbw/cbw
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
      highway=residential, construction=residential      -> residential cbw/cbw
      highway=residential, disused=yes                   -> nothing
      highway=residential, disused=no                    -> residential cbw/cbw
      highway=residential, construction=minor            -> residential cbw/cbw
      highway=track, impassable=yes                      -> nothing
      highway=path, bicycle=designated, foot=designated  -> cycleway bw/bw
      highway=footway, bicycle=designated                -> cycleway bw/bw
      highway=footway, bicycle=yes                       -> pedestrian bw/bw
      highway=path, foot=designated                      -> path bw/bw
  )");
}

TEST(OsmTags, WaterBusesTakeNoCars) {
  expect_roads(12, R"(
      route=ferry                                          -> ferry cbw/cbw
      route=ferry, foot=yes                                -> ferry bw/bw
      route=ferry, foot=designated, bicycle=yes            -> ferry bw/bw
      route=ferry, foot=yes, bicycle=no                    -> ferry w/w
      route=ferry, foot=yes, motor_vehicle=yes             -> ferry cbw/cbw
      route=ferry, foot=yes, motor_vehicle=no              -> ferry bw/bw
      route=ferry, foot=yes, motorcar=yes                  -> ferry cbw/cbw
      route=ferry, foot=yes, vehicle=yes                   -> ferry cbw/cbw
      route=ferry, foot=yes, hgv=no                        -> ferry cbw/cbw
      route=ferry, foot=yes, maxweight=12                  -> ferry cbw/cbw
      route=ferry, foot=yes, ferry=secondary               -> ferry cbw/cbw
      route=ferry, foot=yes, highway=secondary             -> ferry cbw/cbw
      route=ferry, foot=yes, highway=footway               -> ferry bw/bw
      route=ferry, foot=yes, ferry=cable                   -> cable_ferry cbw/cbw
      route=ferry, foot=yes, name=Bergön lossi             -> cable_ferry cbw/cbw
      route=ferry, foot=no                                 -> ferry cb/cb
      route=ferry, disused=yes                             -> nothing
  )");
}

TEST(OsmTags, RoughTracksForCarsOnlyWhenAsked) {
  expect_roads(3, R"(
      highway=track, tracktype=grade4                      -> track cbw/cbw bad
      highway=track, tracktype=grade5                      -> track cbw/cbw bad
      highway=track, tracktype=grade5, motor_vehicle=no    -> track bw/bw bad
  )",
               {.rough_tracks = RoughTracks::Open});
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
      highway=motorway_link, oneway=yes                              -> trunk c/-
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
      highway=primary, maxspeed=80;60                              -> primary cbw/cbw 60/60
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
      highway=motorway, maxspeed=none                      -> motorway c/- 120/120
      highway=primary, motorroad=yes, maxspeed=none        -> primary c/c 120/120
      highway=residential, maxspeed=none                   -> residential cbw/cbw
      highway=track, maxspeed=none                         -> track cbw/cbw
      highway=primary, maxspeed=40, maxspeed:forward=30, maxspeed:backward=50 -> primary cbw/cbw 30/50
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
    without += road_text(osm_road(OsmTags{list})) + "\n";
    with += road_text(osm_road(OsmTags{list}, {.ice_roads = IceRoads::Yes})) + "\n";
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

TEST(OsmTags, WhyARoadIsClosed) {
  constexpr std::array kReasons{"out of use", "on ice", "no road", "to all"};
  auto const reason = [&](std::string const& given) -> std::string {
    auto const tags = tags_of(given);
    EXPECT_EQ(road_text(osm_road(OsmTags{tags})), "nothing") << given;
    return kReasons[static_cast<std::size_t>(why_osm_road_is_closed(OsmTags{tags}))];
  };
  expect_table(R"(
      highway=construction                                 -> out of use
      highway=proposed                                     -> out of use
      highway=construction, construction=tertiary          -> out of use
      highway=residential, disused=yes                     -> out of use
      highway=track, impassable=yes                        -> out of use
      highway=proposed, access=no                          -> out of use
      highway=ice_road                                     -> on ice
      highway=track, winter_road=yes, access=private       -> on ice
      route=ferry, seasonal=winter                         -> on ice
      highway=bus_stop                                     -> no road
      highway=raceway                                      -> no road
      highway=abandoned, access=no                         -> no road
      highway=service, access=private                      -> to all
      highway=residential, access=no                       -> to all
      highway=busway                                       -> to all
      highway=motorway, oneway=reversible                  -> to all
      route=ferry, access=private                          -> to all
      man_made=pier, access=no                             -> to all
  )",
               18, reason);
  auto const tags = tags_of("highway=ice_road, access=no");
  EXPECT_EQ(why_osm_road_is_closed(OsmTags{tags}, {.ice_roads = IceRoads::Yes}), OsmClosed::ToAll);
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
  EXPECT_EQ(road_text(osm_road(OsmTags{tags})), "tertiary w/cbw");
  EXPECT_EQ(road_text(osm_road(OsmTags{{}})), "nothing");
}

}  // namespace
}  // namespace gapmap::network
