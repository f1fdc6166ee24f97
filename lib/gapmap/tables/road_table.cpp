#include "gapmap/tables/road_table.h"

#include <cmath>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {

OutputTable road_table(std::vector<network::MainRoad> const& roads) {
  OutputTable table{.name = "roads",
                    .columns = columns_of("roads")({"road_class", "ferry", "length_m"}),
                    .rows = {},
                    .areas = {},
                    .shape_if_empty = OutputShape::Line};
  for (auto const& road : roads) {
    table.rows.push_back({std::string{name_of(road.road_class)},
                          count_of(is_ferry(road.road_class) ? 1 : 0),
                          std::round(road.length.value())});
    table.lines.push_back(road.line);
  }
  return table;
}

}  // namespace gapmap::tables
