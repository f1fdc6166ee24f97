#include "gapmap/tables/isochrone_table.h"

#include <string_view>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {
namespace {

Value text_or_nothing(std::string_view text) {
  return text.empty() ? Value{} : Value{std::string{text}};
}

Value id_of(Places const& places, PlaceId place) {
  return place.is_none() ? Value{} : text_or_nothing(places[place].id);
}
Value name_of(Places const& places, PlaceId place) {
  return place.is_none() ? Value{} : text_or_nothing(places[place].name);
}

template <CostType Cost>
Meters length_of(reach::Stretch<Cost> const& stretch, RoadNetwork const& network) {
  return (stretch.to - stretch.from) * network.length(stretch.segment);
}

}  // namespace

template <CostType Cost>
OutputTable isochrone_road_table(Isochrones<Cost> const& isochrones) {
  auto const& [each, limits, places, network] = isochrones;
  OutputTable table{.name = "isochrone_roads",
                    .columns = columns_of<Cost>("isochrone_roads")(
                        {"place_id", "place_name", "limit", "road_name", "road_class", "length_m"}),
                    .rows = {},
                    .areas = {}};
  for (auto const& [place, found] : each) {
    for (auto const& stretch : found.stretches) {
      auto const segment = stretch.segment;
      if (network.is_boarding(segment)) continue;
      auto const road_class = network.segments[segment].attributes.road_class;
      table.rows.push_back({id_of(places, place), name_of(places, place),
                            value_of(limits[stretch.band]), text_or_nothing(network.name(segment)),
                            std::string{gapmap::name_of(road_class)},
                            value_of(length_of(stretch, network))});
      table.lines.push_back(reach::cut_shape(network, segment, stretch.from, stretch.to));
    }
  }
  return table;
}

template <CostType Cost>
OutputTable isochrone_table(Isochrones<Cost> const& isochrones) {
  auto const& [each, limits, places, network] = isochrones;
  OutputTable table{
      .name = "isochrones",
      .columns = columns_of<Cost>("isochrones")({"place_id", "place_name", "limit", "roads_km"}),
      .rows = {},
      .areas = {}};
  for (auto const& [place, found] : each) {
    std::vector<Meters> length(limits.size(), Meters{0});
    for (auto const& stretch : found.stretches) {
      if (!network.is_boarding(stretch.segment))
        length[stretch.band] += length_of(stretch, network);
    }
    Meters within{0};
    for (std::size_t band = 0; band < limits.size(); ++band) {
      within += length[band];
      if (found.regions[band].is_empty()) continue;
      table.rows.push_back({id_of(places, place), name_of(places, place), value_of(limits[band]),
                            within.value() / 1000});
      table.areas.push_back(found.regions[band]);
    }
  }
  return table;
}

template OutputTable isochrone_road_table(Isochrones<Millimeters> const&);
template OutputTable isochrone_road_table(Isochrones<Milliseconds> const&);
template OutputTable isochrone_table(Isochrones<Millimeters> const&);
template OutputTable isochrone_table(Isochrones<Milliseconds> const&);

}  // namespace gapmap::tables
