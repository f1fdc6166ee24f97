#include "gapmap/travel/weigh.h"

#include <algorithm>
#include <concepts>
#include <optional>
#include <vector>

#include "gapmap/travel/detail/junctions.h"
#include "gapmap/units/stop.h"

namespace gapmap::travel {
namespace {

/// Returns the wait for a ship: half of it on the way aboard and half on the way ashore.
Seconds wait_of(RoadNetwork const& network, SegmentId segment, Profile const& profile) {
  if (!network.is_boarding(segment)) return Seconds{0};
  bool const is_cable = network.segments[segment].attributes.road_class == RoadClass::CableFerry;
  return 0.5 * (is_cable ? profile.cable_ferry_wait : profile.ferry_wait);
}

bool has_delays(Profile const& profile) {
  return std::ranges::any_of(profile.delays.junction,
                             [](Seconds wait) { return wait > Seconds{0}; });
}

/// Returns the delay at traffic lights on the way and at the end, or else at the junction there.
Seconds delay_of(Segment const& segment, Direction direction,
                 std::optional<Junctions> const& junctions, Profile const& profile) {
  auto const d = static_cast<std::size_t>(direction);
  auto delay = static_cast<double>(segment.signals[d]) * profile.delays.signals;
  if (junctions && segment.control[d] != Control::Signals)
    delay = delay + junctions->wait(segment, direction);
  return delay;
}

/// Returns the time on the way minus what it contains of the delay at the junction at the end.
Seconds between_junctions(Seconds driven, Segment const& segment, Direction direction,
                          std::optional<Junctions> const& junctions, Profile const& profile) {
  bool const is_at_junction = junctions && junctions->is_at_end(segment, direction);
  if (!is_at_junction && profile.delays.in_speeds.is_finite()) return driven;
  auto const least = least_share(segment.attributes, direction, profile) * driven;
  return std::max(driven - profile.delays.in_speeds, least);
}

bool is_open(RoadAttributes const& road, Direction direction, Profile const& profile) {
  if (road.is_ferry() && profile.ferries == Ferries::Avoid) return false;
  return road.permits(direction).contains(profile.mode);
}

/// Closes originals for travellers bound by a turn rule at the end of a segment: they travel the
/// copy that leads to the split junction.
template <CostType Cost>
void close_where_copied(RoadNetwork const& network, RoadGraph const& graph, Mode mode,
                        EdgeCosts<Cost>& costs) {
  for (auto const id : network.copies()) {
    auto const& copy = network.segments[id];
    for (auto const direction : {Direction::Along, Direction::Against}) {
      auto const tail = direction == Direction::Along ? copy.from : copy.to;
      bool const takes_place =
          copy.attributes.permits(direction).contains(mode) && network.original_of(tail) == tail;
      if (!takes_place) continue;
      auto const edge = graph.edge(network, network.original_of(id), direction);
      costs[edge] = Cost::infinite();
    }
  }
}

}  // namespace

MetersPerSecond speed_on(RoadAttributes const& road, Direction direction, Profile const& profile) {
  if (road.is_ferry() && road.ferry_speed_mps > 0)
    return MetersPerSecond{double{road.ferry_speed_mps}};
  auto speed = profile.speed[static_cast<std::size_t>(road.road_class)];
  auto const limit = road.speed_limit[static_cast<std::size_t>(direction)];
  auto const share = profile.share_of_limit;
  auto const factor = profile.surface_factor[static_cast<std::size_t>(road.surface)];
  if (limit.is_posted() && share > 0) {
    auto const driven = MetersPerSecond{limit.kmh() / 3.6 * share};
    return std::min(driven, factor * std::max(driven, kGeneralLimit));
  }
  return factor * speed;
}

double least_share(RoadAttributes const& road, Direction direction, Profile const& profile) {
  bool const is_share = road.speed_limit[static_cast<std::size_t>(direction)].is_posted() &&
                        profile.share_of_limit > 0 && profile.delays.in_speeds > Seconds{0};
  if (!is_share) return 1;
  return profile.share_of_limit / (profile.share_of_limit + kMoreBetweenJunctions);
}

MetersPerSecond top_speed(Profile const& profile) {
  constexpr MetersPerSecond kFastestFerry{100 / 3.6};  // high-speed craft: some 40 knots
  auto fastest =
      *std::ranges::max_element(profile.surface_factor) * *std::ranges::max_element(profile.speed);
  // No surface makes travel faster than a limit allows.
  double const share =
      profile.share_of_limit > 0 ? profile.share_of_limit + kMoreBetweenJunctions : 0;
  fastest = std::max(fastest, MetersPerSecond{SpeedLimit::kGreatestKmh * share / 3.6});
  if (profile.ferries == Ferries::Use) fastest = std::max(fastest, kFastestFerry);
  return std::max(fastest, profile.off_road_speed);
}

template <CostType Cost>
EdgeCosts<Cost> weigh(RoadNetwork const& network, RoadGraph const& graph, Profile const& profile) {
  EdgeCosts<Cost> costs(graph.edges(), Cost::infinite());
  std::optional<Junctions> junctions;
  if (std::same_as<Cost, Milliseconds> && has_delays(profile)) junctions.emplace(network, profile);
  for (auto const id : network.segments.ids()) {
    stop_if_asked();
    auto const& segment = network.segments[id];
    auto const length = network.length(id);
    for (auto const direction : {Direction::Along, Direction::Against}) {
      if (!is_open(segment.attributes, direction, profile)) continue;
      auto& cost = costs[graph.edge(network, id, direction)];
      if constexpr (std::same_as<Cost, Millimeters>) {
        cost = to_cost<Cost>(length.value());
      } else {
        auto const speed = speed_on(segment.attributes, direction, profile);
        if (!(speed > MetersPerSecond{0})) continue;
        auto const driven =
            between_junctions(length / speed, segment, direction, junctions, profile);
        auto const waits =
            wait_of(network, id, profile) + delay_of(segment, direction, junctions, profile);
        cost = to_cost<Cost>((driven + waits).value());
      }
    }
  }
  close_where_copied(network, graph, profile.mode, costs);
  return costs;
}

template <CostType Cost>
Cost cost_at(Meters length, MetersPerSecond speed) {
  if constexpr (std::same_as<Cost, Millimeters>) {
    return to_cost<Cost>(length.value());
  } else {
    return to_cost<Cost>((length / speed).value());
  }
}

template <CostType Cost>
Cost weigh_off_road(Meters off_road, Profile const& profile) {
  auto const length = off_road.is_finite() ? profile.off_road_factor * off_road : off_road;
  return cost_at<Cost>(length, profile.off_road_speed);
}

template EdgeCosts<Millimeters> weigh<Millimeters>(RoadNetwork const&, RoadGraph const&,
                                                   Profile const&);
template EdgeCosts<Milliseconds> weigh<Milliseconds>(RoadNetwork const&, RoadGraph const&,
                                                     Profile const&);
template Millimeters cost_at<Millimeters>(Meters, MetersPerSecond);
template Milliseconds cost_at<Milliseconds>(Meters, MetersPerSecond);
template Millimeters weigh_off_road<Millimeters>(Meters, Profile const&);
template Milliseconds weigh_off_road<Milliseconds>(Meters, Profile const&);

}  // namespace gapmap::travel
