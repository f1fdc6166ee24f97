#include "gapmap/tables/network_table.h"

#include <algorithm>
#include <functional>
#include <string>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

/// 1 for the longest component, and so on; ties keep their order.
IdVector<ComponentId, std::size_t> ranks_of(Components const& components) {
  std::vector<ComponentId> order;
  for (auto const component : components.components.ids()) order.push_back(component);
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](ComponentId component) {
    return components.components[component].length;
  });
  IdVector<ComponentId, std::size_t> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) ranks[order[i]] = i + 1;
  return ranks;
}

Value number_of(SegmentId segment) { return count_of(segment.value()); }

Value limit_or_nothing(SpeedLimit limit) {
  return limit.is_posted() ? Value{limit.kmh()} : Value{};
}

Value name_or_nothing(RoadNetwork const& network, SegmentId segment) {
  auto const name = network.name(segment);
  return name.empty() ? Value{} : Value{std::string{name}};
}

Value class_of(RoadNetwork const& network, SegmentId segment) {
  return std::string{gapmap::name_of(network.segments[segment].attributes.road_class)};
}

std::vector<Point> line_of(RoadNetwork const& network, SegmentId segment) {
  auto const shape = network.shape(segment);
  return {shape.begin(), shape.end()};
}

}  // namespace

std::string_view direction_of(RoadAttributes const& road, Mode mode) {
  bool const along = road.permits(Direction::Along).contains(mode);
  bool const against = road.permits(Direction::Against).contains(mode);
  if (along && against) return "both";
  if (along) return "along";
  return against ? "against" : "closed";
}

OutputTable network_road_table(NetworkOfMode const& seen) {
  auto const& [network, mode, components, joining] = seen;
  OutputTable table{
      .name = "roads",
      .columns = columns_of("network roads")({"segment", "road_name", "road_class", "direction",
                                              "component", "small_component", "joining", "length_m",
                                              "limit_along_kmh", "limit_against_kmh"}),
      .rows = {},
      .areas = {}};
  auto const ranks = ranks_of(components);
  for (auto const id : network.originals()) {
    auto const& road = network.segments[id].attributes;
    auto const component = components.of_segment[id];
    Value rank;
    Value small_component;
    if (!component.is_none()) {
      rank = count_of(ranks[component]);
      small_component = std::string{components.components[component].is_small ? "yes" : "no"};
    }
    table.rows.push_back({number_of(id), name_or_nothing(network, id), class_of(network, id),
                          std::string{direction_of(road, mode)}, rank, small_component,
                          std::string{gapmap::name_of(joining[id])}, value_of(network.length(id)),
                          limit_or_nothing(road.speed_limit[0]),
                          limit_or_nothing(road.speed_limit[1])});
    table.lines.push_back(line_of(network, id));
  }
  return table;
}

OutputTable near_miss_table(RoadNetwork const& network,
                            std::vector<network::NearMiss> const& misses) {
  OutputTable table{.name = "near_misses",
                    .columns = columns_of("network near_misses")(
                        {"distance_m", "other_segment", "other_road_name"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Point};
  for (auto const& miss : misses) {
    table.rows.push_back(
        {value_of(miss.distance), number_of(miss.other), name_or_nothing(network, miss.other)});
    table.lines.push_back({network.junctions[miss.dead_end]});
  }
  return table;
}

OutputTable odd_speed_table(RoadNetwork const& network,
                            std::vector<network::OddSpeed> const& speeds) {
  OutputTable table{.name = "odd_speeds",
                    .columns = columns_of("network odd_speeds")(
                        {"speed_kmh", "segment", "road_name", "road_class"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Line};
  for (auto const& odd : speeds) {
    table.rows.push_back({odd.speed_kmh, number_of(odd.segment),
                          name_or_nothing(network, odd.segment), class_of(network, odd.segment)});
    table.lines.push_back(line_of(network, odd.segment));
  }
  return table;
}

}  // namespace gapmap::tables
