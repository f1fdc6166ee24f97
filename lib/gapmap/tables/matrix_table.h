#pragma once
// Who the rows and columns of a matrix are, and what its files call what they hold. The pairs
// themselves are streamed (io/write_matrix).

#include <string>
#include <vector>

#include "gapmap/places/population.h"
#include "gapmap/reach/ends.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::tables {

/// What a matrix turned out to be, counted while it was streamed.
struct MatrixTally {
  std::vector<PlaceId> places;              ///< in the order of the rows
  IdVector<PlaceId, std::size_t> of_place;  ///< pairs
  IdVector<CellId, std::size_t> of_cell;
  std::size_t pairs = 0;

  [[nodiscard]] std::size_t cells_without_place() const;
};

/// Columns of "matrix", a row a pair: the cell, the place, and what the trip costs.
template <CostType Cost>
[[nodiscard]] std::vector<Column> matrix_columns();

/// What a matrix as NumPy arrays calls them: where the pairs of each place begin, the cell of each
/// pair, and what the trip costs, in thousandths.
struct MatrixArrays {
  std::string first;
  std::string cell;
  std::string cost;
};
template <CostType Cost>
[[nodiscard]] MatrixArrays matrix_arrays();

/// "matrix_places", a row a place, in the order of the matrix: its id, name and position, how far
/// it is from the road (nothing if there is none), and how many cells are within the limit.
[[nodiscard]] OutputTable matrix_place_table(Places const& places, reach::Ends const& ends,
                                             MatrixTally const& tally);

/// "matrix_cells", a row a cell: its id, centre and residents, how far it is from the road (nothing
/// if there is none), and how many places are within the limit.
[[nodiscard]] OutputTable matrix_cell_table(Population const& population, reach::Ends const& ends,
                                            MatrixTally const& tally);

}  // namespace gapmap::tables
