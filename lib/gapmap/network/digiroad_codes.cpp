#include "gapmap/network/digiroad_codes.h"

#include <algorithm>
#include <array>

#include "gapmap/network/detail/mode_sets.h"

namespace gapmap::network {
namespace {

struct CodeRule {
  int code;
  RoadClass road_class;
  ModeSet permitted;
  Entry entry = Entry::Anywhere;
};

// Values of LINKKITYYP that decide the class by themselves.
constexpr std::array kLinkTypes{
    CodeRule{1, RoadClass::Motorway, kCar, Entry::AtJunctions},  // motorway
    CodeRule{4, RoadClass::Trunk, kCar, Entry::AtJunctions},     // road for motor traffic
    CodeRule{7, RoadClass::Service, kAll},                       // rest area
    CodeRule{8, RoadClass::Cycleway, kBikeWalk},  // way for cycling, most for walking too
    CodeRule{9, RoadClass::Pedestrian, kWalk},    // street or pavement for walking
    CodeRule{10, RoadClass::Service, kBikeWalk},  // for service and rescue vehicles
    CodeRule{11, RoadClass::Service,
             kAll},  // traffic area beside the road: service station, terminal
    CodeRule{12, RoadClass::Track, kBikeWalk},  // for off-road vehicles only
    CodeRule{13, RoadClass::Service, kNone},    // service opening in a motorway
    CodeRule{14, RoadClass::Service, kNone},    // exceptional transports, without a gate
    CodeRule{15, RoadClass::Service, kNone},    // exceptional transports, with a gate
    CodeRule{21, RoadClass::CableFerry, kAll},  // lossi
};

// Classes by TOIMINN_LK, for link types that are plain roads: dual and single carriageways,
// roundabouts, ramps, and unknown types.
constexpr std::array kFunctionalClasses{
    CodeRule{1, RoadClass::Trunk, kAll},          // class I main road, main street of a region
    CodeRule{2, RoadClass::Primary, kAll},        // class II main road, main street of a region
    CodeRule{3, RoadClass::Secondary, kAll},      // regional road, main street of an area
    CodeRule{4, RoadClass::Tertiary, kAll},       // connecting road, collector street
    CodeRule{5, RoadClass::Local, kAll},          // access street, important private road
    CodeRule{6, RoadClass::Service, kAll},        // other private road
    CodeRule{7, RoadClass::Track, kBikeWalk},     // for off-road vehicles only
    CodeRule{8, RoadClass::Cycleway, kBikeWalk},  // way for cycling and walking
};

template <std::size_t N>
CodeRule const* rule_among(std::array<CodeRule, N> const& rules, std::optional<int> code) {
  auto const rule = std::ranges::find_if(rules, [&](auto const& r) { return code == r.code; });
  return rule == rules.end() ? nullptr : &*rule;
}

// The LINKKITYYP of ramps, whose class comes from TOIMINN_LK. Ramps are entered at junctions only,
// unlike dual carriageways (2), which are streets of towns too, with doors along them.
constexpr int kRamp = 6;

enum DirectionCode : int { kBothWays = 2, kAgainst = 3, kAlong = 4 };

}  // namespace

std::optional<RoadAttributes> digiroad_road(DigiroadLink const& link) {
  auto const* rule = rule_among(kLinkTypes, link.link_type);
  if (rule == nullptr) rule = rule_among(kFunctionalClasses, link.functional_class);
  RoadAttributes road;
  if (rule != nullptr) {
    road.road_class = rule->road_class;
    road.permitted.fill(rule->permitted);
    road.entry = rule->entry;
  }
  if (link.link_type == kRamp) road.entry = Entry::AtJunctions;
  auto const only_walkers = [&](Direction direction) {
    auto& permitted = road.permitted[static_cast<std::size_t>(direction)];
    permitted = permitted & kWalk;
  };
  if (link.direction == kAlong) only_walkers(Direction::Against);
  if (link.direction == kAgainst) only_walkers(Direction::Along);
  return road.is_passable() ? std::optional{road} : std::nullopt;
}

Level finnish_level(std::optional<int> code) {
  constexpr int kHighestBridge = 5;  // higher codes are not defined
  if (!code || *code == 0 || *code > kHighestBridge) return Level::Ground;
  return *code < 0 ? Level::Tunnel : Level::Bridge;
}

bool is_digiroad_link_in_use(std::optional<int> link_state, LinkIds ids) {
  if (ids == LinkIds::Numbers) return link_state != 1 && link_state != 3;
  return link_state != 1 && link_state != 2 && link_state != 4;
}

bool is_digiroad_direction(std::optional<int> direction) {
  return direction == kBothWays || direction == kAgainst || direction == kAlong;
}

}  // namespace gapmap::network
