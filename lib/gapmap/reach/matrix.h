#pragma once
// Finds all pairs of a cell and a place within a cutoff.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "gapmap/access/attachment.h"
#include "gapmap/graph/road_graph.h"
#include "gapmap/reach/nearest.h"
#include "gapmap/reach/reach_table.h"
#include "gapmap/travel/weigh.h"

namespace gapmap::reach {

/// The side whose points are the rows of the matrix, from which searches begin.
enum class Rows : std::uint8_t { Cells, Places };

template <CostType Cost>
struct MatrixOptions {
  Cost cutoff = Cost::infinite();  ///< inclusive; counts the whole trip
  Trip trip = Trip::ToPlace;
};

/// Some rows of a matrix, one after the other.
template <CostType Cost>
struct MatrixBlock {
  struct Entry {
    std::uint32_t column;  ///< CellId or PlaceId, whichever the rows are not
    Cost cost;
    friend bool operator==(Entry const&, Entry const&) = default;
  };
  std::vector<std::uint32_t> rows;    ///< CellId or PlaceId
  std::vector<std::size_t> first{0};  ///< entries of rows[i]: first[i] .. first[i + 1]
  std::vector<Entry> entries;         ///< in each row ascending by column

  [[nodiscard]] std::span<Entry const> row(std::size_t i) const {
    return std::span{entries}.subspan(first[i], first[i + 1] - first[i]);
  }
};

/// All pairs of a cell and a place whose trip costs at most the cutoff, a few rows at a time, for
/// matrices that need not fit into memory. The cost of a pair is that of nearest(): both off-road
/// legs, the way along a segment that both share, the direction of `trip`; for a round trip the sum
/// of both ways.
///
/// Cost: one bounded search per row (two for round trips), in parallel, with neighbours after each
/// other so that the graph around them is still in cache; a search visits only the columns on its
/// way. Memory: the laid out graph once, a workspace per thread, a few blocks.
/// Source: Dijkstra (1959), Numer. Math. 1:269–271, one search per row.
template <CostType Cost>
class Matrix {
 public:
  using Block = MatrixBlock<Cost>;

  /// Keeps references to all arguments but the options.
  /// Requires: `costs` and both ends were made for this `graph`; `profile` is the one that made
  /// `costs`.
  Matrix(RoadGraph const& graph, EdgeCosts<Cost> const& costs, Ends const& ends,
         Profile const& profile, Rows rows, MatrixOptions<Cost> const& options = {});
  ~Matrix();
  Matrix(Matrix const&) = delete;
  Matrix& operator=(Matrix const&) = delete;

  /// Calls `take` with every block, one at a time, while later ones are being searched. Every row
  /// comes once, empty ones too, along the Hilbert curve of the graph; unattached rows come last,
  /// by id. Order and content do not depend on the number of threads. An exception of `take` ends
  /// the run.
  void visit(std::function<void(Block const&)> const& take) const;

 private:
  class Search;
  struct Ground;
  std::unique_ptr<Ground const> ground_;
};

/// Returns the matrix as a table, with each cell's places by cost, then PlaceId: the result of
/// nearest(), and all other places. Searches from the side with fewer points.
/// Requires: fewer than 2^32 pairs.
/// Memory: twice the result while it is made.
template <CostType Cost>
[[nodiscard]] ReachTable<Cost> matrix(RoadGraph const& graph, EdgeCosts<Cost> const& costs,
                                      Ends const& ends, Profile const& profile,
                                      MatrixOptions<Cost> const& options = {});

}  // namespace gapmap::reach
