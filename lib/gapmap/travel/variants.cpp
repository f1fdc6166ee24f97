#include "gapmap/travel/variants.h"

#include <algorithm>
#include <concepts>

namespace gapmap::travel {
namespace {

bool touches(Box const& box, std::span<Point const> shape) {
  for (std::size_t i = 0; i < shape.size(); ++i) {
    Box piece{shape[i], shape[i]};
    if (i + 1 < shape.size()) piece.extend(shape[i + 1]);
    if (piece.min.x <= box.max.x && piece.max.x >= box.min.x && piece.min.y <= box.max.y &&
        piece.max.y >= box.min.y)
      return true;
  }
  return false;
}

}  // namespace

template <CostType Cost>
bool has_one_way(RoadGraph const& graph, EdgeCosts<Cost> const& costs) {
  return std::ranges::any_of(costs.ids(), [&](EdgeId edge) {
    return costs[edge].is_finite() && !costs[graph.twin(edge)].is_finite();
  });
}

template <CostType Cost>
EdgeCosts<Cost> open_both_ways(RoadGraph const& graph, EdgeCosts<Cost> const& costs) {
  auto open = costs;
  for (auto const edge : open.ids()) {
    if (!open[edge].is_finite()) open[edge] = costs[graph.twin(edge)];
  }
  return open;
}

bool has_ferries(RoadNetwork const& network, Profile const& profile) {
  return std::ranges::any_of(network.segments, [&](Segment const& segment) {
    auto const& road = segment.attributes;
    return road.is_ferry() && (road.permitted[0] | road.permitted[1]).contains(profile.mode);
  });
}

Profile without_waiting(Profile profile) {
  profile.ferries = Ferries::Use;
  profile.ferry_wait = Seconds{0};
  profile.cable_ferry_wait = Seconds{0};
  return profile;
}

Profile without_delays(Profile profile) {
  profile.delays = {.in_speeds = Seconds::infinite()};
  return profile;
}

MetersPerSecond fastest_within(Box const& box, RoadNetwork const& network, Profile const& profile) {
  auto fastest = profile.off_road_speed;
  for (auto const id : network.originals()) {
    auto const& road = network.segments[id].attributes;
    if (road.is_ferry() && profile.ferries == Ferries::Avoid) continue;
    for (auto const direction : {Direction::Along, Direction::Against}) {
      if (!road.permits(direction).contains(profile.mode)) continue;
      auto const speed = speed_on(road, direction, profile) / least_share(road, direction, profile);
      if (speed > fastest && touches(box, network.shape(id))) fastest = speed;
    }
  }
  return fastest;
}

template <CostType Cost>
std::vector<AccessAssumption> access_assumptions(Profile const& profile) {
  constexpr MetersPerSecond kDriven{40 / 3.6};
  constexpr double kWinding = 1.3;
  std::vector<AccessAssumption> assumptions;
  auto const at_speed = [&](std::string_view name, MetersPerSecond speed) {
    if (std::same_as<Cost, Millimeters> || speed == profile.off_road_speed) return;
    assumptions.push_back({name, profile});
    assumptions.back().profile.off_road_speed = speed;
  };
  auto const at_length = [&](std::string_view name, double factor) {
    assumptions.push_back({name, profile});
    assumptions.back().profile.off_road_factor = factor;
  };
  at_speed("walking_speed", walking_speed());
  if (assumptions.empty()) at_length("length_1_3", kWinding);
  if (profile.mode == Mode::Car) at_speed("speed_40_kmh", kDriven);
  at_length("length_0", 0);
  return assumptions;
}

template bool has_one_way(RoadGraph const&, EdgeCosts<Millimeters> const&);
template bool has_one_way(RoadGraph const&, EdgeCosts<Milliseconds> const&);
template EdgeCosts<Millimeters> open_both_ways(RoadGraph const&, EdgeCosts<Millimeters> const&);
template EdgeCosts<Milliseconds> open_both_ways(RoadGraph const&, EdgeCosts<Milliseconds> const&);
template std::vector<AccessAssumption> access_assumptions<Millimeters>(Profile const&);
template std::vector<AccessAssumption> access_assumptions<Milliseconds>(Profile const&);

}  // namespace gapmap::travel
