#include "gapmap/tables/flow_table.h"

#include "gapmap/tables/output_values.h"
#include "gapmap/units/error.h"

namespace gapmap::tables {

OutputTable flow_table(RoadNetwork const& network, Population const& population,
                       IdVector<SegmentId, reach::Flow> const& flows,
                       std::optional<std::string> const& group) {
  expects(flows.size() == network.segments.size(), "a flow for every segment");
  PeopleValues const people{population};
  auto const columns = columns_of("roads_used", people);
  OutputTable table{.name = "roads_used",
                    .columns = columns({"road_class", "road_name", "ferry", "length_m", "residents",
                                        "residents_outside", "cells", "person_km"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Line};
  if (group) {
    table.columns.push_back(columns("{group}_low", *group));
    table.columns.push_back(columns("{group}_high", *group));
  }
  for (auto const segment : flows.ids()) {
    auto const& flow = flows[segment];
    bool const has_length = network.length(segment) > Meters{0};  // excludes gates and boarding
    if (flow.cells == 0 || !has_length) continue;
    auto const road_class = network.segments[segment].attributes.road_class;
    auto const name = network.name(segment);
    table.rows.push_back(
        {std::string{name_of(road_class)}, name.empty() ? Value{} : Value{std::string{name}},
         count_of(is_ferry(road_class) ? 1 : 0), value_of(network.length(segment)),
         people(flow.residents), people(flow.residents_outside), count_of(flow.cells),
         flow.travelled * network.length(segment).value() / 1000});
    if (group) {
      table.rows.back().push_back(value_of(flow.group.low));
      table.rows.back().push_back(flow.cells_without_bound == 0 ? value_of(flow.group.high)
                                                                : Value{});
    }
    auto const shape = network.shape(segment);
    table.lines.emplace_back(shape.begin(), shape.end());
  }
  return table;
}

}  // namespace gapmap::tables
