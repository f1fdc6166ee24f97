#pragma once
// What trips between every cell and every place cost: read, searched and streamed, written.

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "gapmap/engine/attached_scene.h"
#include "gapmap/engine/deliver.h"
#include "gapmap/engine/people.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/write_matrix.h"
#include "gapmap/job/matrix_options.h"
#include "gapmap/tables/matrix_table.h"

namespace gapmap::engine {

/// Everything that matters to pairs within the limit: people and places on the roads between them.
/// A value: copies share what is large.
template <CostType Cost>
struct MatrixScene : AttachedScene<Cost> {
  job::MatrixJob job;
  std::shared_ptr<WorkingFrame const> frame;
  std::shared_ptr<Studied const> studied;
  Cost limit;

  [[nodiscard]] Population const& population() const { return studied->people.population; }
};

/// Costs are lengths or times, as the limit of the job is.
using AnyMatrixScene = std::variant<MatrixScene<Millimeters>, MatrixScene<Milliseconds>>;

/// Reads all inputs of a job and attaches people and places to the roads. Of a layer, the roads and
/// places are read in a box that nobody leaves within the limit; all of it where that is not so.
/// Throws InputError if an input cannot be used, Stopped if the listener asks for it.
/// Example: tests/examples/doors_test.cpp.
[[nodiscard]] AnyMatrixScene open(job::MatrixJob const& job, Listener& listener);

/// Searches all pairs within the limit and gives them to `writer` row by row, a place each, its
/// cells by CellId: a matrix need not fit into memory. Throws what the writer throws, Stopped if
/// the listener asks for it.
[[nodiscard]] tables::MatrixTally fill_matrix(AnyMatrixScene const& scene, io::MatrixWriter& writer,
                                              Listener& listener);

struct MatrixTables {
  tables::OutputTable places;  ///< a row a row of the matrix
  tables::OutputTable cells;   ///< a row a column of the matrix
  io::Manifest record;         ///< without the seconds of its stages
};

[[nodiscard]] MatrixTables tables_of(AnyMatrixScene const& scene, tables::MatrixTally const& tally);

/// The folder for the matrix of a job, so that it is refused before any work if it cannot take it.
/// Throws InputError.
[[nodiscard]] std::unique_ptr<io::OutputFolder> folder_for(job::MatrixJob const& job,
                                                           Target const& target);

/// Searches and writes the pairs at the same time, in the format of the job, then the tables of
/// places and cells, and run.json. No file is there before all are. Throws InputError if a file
/// cannot be written, Stopped if the listener asks for it.
tables::MatrixTally deliver(AnyMatrixScene const& scene, io::OutputFolder& folder,
                            Listener& listener);
tables::MatrixTally deliver(AnyMatrixScene const& scene, Target const& target, Listener& listener);

}  // namespace gapmap::engine
