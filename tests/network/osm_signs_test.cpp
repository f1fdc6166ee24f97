#include "gapmap/network/osm_signs.h"

#include <string>

#include "tests/network/osm_tag_list.h"
#include "tests/support/rule_table.h"

namespace gapmap::network {
namespace {

std::string sign_text(std::optional<RoadSign> const& sign) {
  if (!sign) return "-";
  std::string text = sign->kind == SignKind::Lights           ? "lights"
                     : sign->kind == SignKind::CrossingLights ? "crossing"
                                                              : "give way";
  if (!sign->faces[1]) text += " forward";
  if (!sign->faces[0]) text += " backward";
  return text;
}

TEST(OsmSigns, AreWhatTheirTagsSay) {
  auto const table = R"(
      highway=traffic_signals                                                       -> lights
      highway=traffic_signals, traffic_signals=signal                               -> lights
      highway=traffic_signals, traffic_signals:direction=forward                    -> lights forward
      highway=traffic_signals, traffic_signals:direction=backward                   -> lights backward
      highway=traffic_signals, traffic_signals:direction=both                       -> lights
      highway=traffic_signals, direction=backward                                   -> lights backward
      highway=traffic_signals, traffic_signals=blinker                              -> -
      highway=traffic_signals, traffic_signals=ramp_meter                           -> -
      highway=traffic_signals, traffic_signals=emergency                            -> -
      highway=traffic_signals, traffic_signals=pedestrian_crossing                  -> crossing
      highway=traffic_signals, crossing=traffic_signals                             -> crossing
      highway=crossing                                                              -> -
      highway=crossing, crossing=uncontrolled                                       -> -
      highway=crossing, crossing=traffic_signals                                    -> crossing
      highway=crossing, crossing=traffic_signals, crossing:signals=no               -> -
      highway=crossing, crossing:signals=yes, traffic_signals:direction=forward     -> crossing forward
      highway=stop                                                                  -> give way
      highway=stop, direction=forward                                               -> give way forward
      highway=give_way, direction=backward                                          -> give way backward
      crossing=traffic_signals                                                      -> -
      railway=level_crossing                                                        -> -
  )";
  expect_table(table, 20, [](std::string const& given) {
    auto const tags = tags_of(given);
    return sign_text(osm_sign(OsmTags{tags}));
  });
}

}  // namespace
}  // namespace gapmap::network
