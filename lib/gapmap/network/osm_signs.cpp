#include "gapmap/network/osm_signs.h"

#include <algorithm>
#include <array>

namespace gapmap::network {
namespace {

/// Values of `traffic_signals` for lights that let nearly everybody pass.
constexpr std::array<std::string_view, 9> kNoStop{
    "blinker",       "blink_mode",    "emergency",    "ramp_meter", "level_crossing",
    "rail_crossing", "tram_priority", "bus_priority", "no"};

std::array<bool, 2> faces(std::string_view direction) {
  if (direction == "forward") return {true, false};
  if (direction == "backward") return {false, true};
  return {true, true};
}

bool is_lit_crossing(OsmTags tags) {
  auto const signals = tags["crossing:signals"];
  if (!signals.empty()) return signals != "no";
  return tags.has("crossing", "traffic_signals");
}

}  // namespace

std::optional<RoadSign> osm_sign(OsmTags tags) {
  auto const highway = tags["highway"];
  if (highway == "stop" || highway == "give_way")
    return RoadSign{SignKind::GiveWay, faces(tags["direction"])};
  bool const is_crossing = highway == "crossing";
  if (!is_crossing && highway != "traffic_signals") return std::nullopt;
  auto const kind = tags["traffic_signals"];
  if (std::ranges::find(kNoStop, kind) != kNoStop.end()) return std::nullopt;
  if (is_crossing && !is_lit_crossing(tags)) return std::nullopt;
  auto direction = tags["traffic_signals:direction"];
  if (direction.empty()) direction = tags["direction"];
  bool const is_for_walkers = is_crossing || kind == "pedestrian_crossing" || is_lit_crossing(tags);
  return RoadSign{is_for_walkers ? SignKind::CrossingLights : SignKind::Lights, faces(direction)};
}

}  // namespace gapmap::network
