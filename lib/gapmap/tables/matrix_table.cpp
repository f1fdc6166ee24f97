#include "gapmap/tables/matrix_table.h"

#include <algorithm>

#include "gapmap/tables/output_values.h"

namespace gapmap::tables {

std::size_t MatrixTally::cells_without_place() const {
  return static_cast<std::size_t>(std::count(of_cell.begin(), of_cell.end(), std::size_t{0}));
}

template <CostType Cost>
std::vector<Column> matrix_columns() {
  return columns_of<Cost>("matrix")({"cell_id", "place_id", "cost"});
}

template <CostType Cost>
MatrixArrays matrix_arrays() {
  auto const columns = columns_of<Cost>("matrix columns");
  return {.first = columns("matrix_first").name,
          .cell = columns("matrix_cell").name,
          .cost = columns("matrix_cost").name};
}

OutputTable matrix_place_table(Places const& places, reach::Ends const& ends,
                               MatrixTally const& tally) {
  OutputTable table{.name = "matrix_places",
                    .columns = columns_of("matrix_places")(
                        {"place_id", "place_name", "x", "y", "off_road_m", "cells"}),
                    .rows = {},
                    .areas = {}};
  for (auto const row : tally.places) {
    auto const& place = places[row];
    table.rows.push_back({place.id, place.name, place.point.x, place.point.y,
                          value_of(ends.places[row].off_road), count_of(tally.of_place[row])});
  }
  return table;
}

OutputTable matrix_cell_table(Population const& population, reach::Ends const& ends,
                              MatrixTally const& tally) {
  OutputTable table{.name = "matrix_cells",
                    .columns = columns_of("matrix_cells")(
                        {"cell_id", "x", "y", "residents", "off_road_m", "places"}),
                    .rows = {},
                    .areas = {}};
  for (auto const c : population.ids()) {
    auto const& cell = population[c];
    table.rows.push_back({cell.id, cell.center.x, cell.center.y, value_of(cell.residents),
                          value_of(ends.cells[c].off_road), count_of(tally.of_cell[c])});
  }
  return table;
}

template std::vector<Column> matrix_columns<Millimeters>();
template std::vector<Column> matrix_columns<Milliseconds>();
template MatrixArrays matrix_arrays<Millimeters>();
template MatrixArrays matrix_arrays<Milliseconds>();

}  // namespace gapmap::tables
