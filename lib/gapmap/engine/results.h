#pragma once
// The tables of a run as files: every one is a CSV, some are maps too.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/manifest.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/units/side_by_side.h"

namespace gapmap::engine {

/// Whether its rows are drawn: a layer of gapmap.gpkg, and a GeoJSON file.
[[nodiscard]] bool is_map(std::string const& table);

/// "cells.csv", "cells.geojson" of a table named "cells".
[[nodiscard]] std::vector<std::string> files_of_table(std::string const& table);

/// Weights of works that write: how long a row takes beside one of text. Measured on all of
/// Finland; they need be no more than about right.
inline constexpr double kTextRow = 1;
inline constexpr double kShapeRow = 10;

/// Weight of all these tables as layers of one file.
[[nodiscard]] double weight_of_layers(std::span<tables::OutputTable const> tables);

/// Works that write each into its files, a file each, to be done in any order and side by side; one
/// throws InputError if its file cannot be written. They keep references to tables and folder.
/// Requires: the folder knows the files.
[[nodiscard]] std::vector<Work> writing_tables(std::span<tables::OutputTable const> tables,
                                               WorkingFrame const& frame,
                                               io::OutputFolder const& folder);

/// What run.json tells of them.
[[nodiscard]] std::vector<io::TableRecord> records_of(std::span<tables::OutputTable const> tables);

}  // namespace gapmap::engine
