#pragma once
// A table as files of its own: a CSV, and if it is a map a GeoJSON too.

#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/side_by_side.h"

namespace gapmap::engine {

/// Names of the files of a table: "cells.csv" and "cells.geojson" of "cells". The roads behind a
/// map are only a layer and have none.
[[nodiscard]] std::vector<std::string> files_of_table(std::string const& table);

/// Weights of works that write: how long one row takes, in units of a row of text. Measured on all
/// of Finland; they need be no more than about right.
inline constexpr double kTextRow = 1;
inline constexpr double kShapeRow = 10;

/// Weight of all these tables as layers of one file.
[[nodiscard]] double weight_of_layers(std::span<tables::OutputTable const> tables);

/// One work for each file of each table, to be done in any order and side by side; it throws
/// InputError if its file cannot be written. Works keep references to tables and folder. Requires:
/// the folder knows the files.
[[nodiscard]] std::vector<Work> writing_tables(std::span<tables::OutputTable const> tables,
                                               WorkingFrame const& frame,
                                               io::OutputFolder const& folder);

/// What run.json tells of the tables.
[[nodiscard]] std::vector<io::TableRecord> records_of(std::span<tables::OutputTable const> tables);

}  // namespace gapmap::engine
