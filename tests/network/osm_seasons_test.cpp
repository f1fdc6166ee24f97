// Roads that are not there all year.

#include "gapmap/network/osm_tags.h"

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

TEST(OsmSeasons, SeasonsAreToldOrIceRoads) {
  auto const table = R"(
      highway=track                                                  -> all year
      highway=track, seasonal=no                                     -> all year
      highway=track, seasonal=yes                                    -> part of the year
      highway=track, seasonal=summer                                 -> part of the year
      highway=track, seasonal=winter                                 -> on ice
      highway=track, winter_road=yes                                 -> on ice
      route=ferry, seasonal=summer                                   -> part of the year
      highway=track, access:conditional=no @ (May-Oct)               -> on ice
      highway=track, access:conditional=no @ (2024 Apr 15-Dec 1)     -> on ice
      highway=track, vehicle:conditional=no @ (Nov-Apr)              -> part of the year
      highway=track, motor_vehicle:conditional=private @ (Nov-Apr)   -> part of the year
      highway=track, motorcar:conditional=no @ (Jan-Dec)             -> part of the year
      highway=track, access:conditional=no @ (22:00-06:00)           -> all year
      highway=track, access:conditional=yes @ (Dec-Mar)              -> all year
      highway=track, access:conditional=no @ (Mo-Fr); no @ (May-Oct) -> on ice
      highway=track, access:conditional=May-Oct                      -> all year
  )";
  expect_table(table, 15, [](std::string const& given) -> std::string {
    auto const tags = tags_of(given);
    auto const road = osm_road(OsmTags{tags});
    if (!road) return why_osm_road_is_closed(OsmTags{tags}) == OsmClosed::OnIce ? "on ice" : "?";
    return road->season == Season::AllYear ? "all year" : "part of the year";
  });
}

}  // namespace
}  // namespace gapmap::network
