#pragma once
// The tables of a run as files: which of them are figures, which maps, and which both.

#include <span>
#include <string>
#include <vector>

#include "gapmap/geometry/projection.h"
#include "gapmap/io/output_folder.h"
#include "gapmap/io/output_table.h"

namespace gapmap::tools {

/// "cells.csv", "cells.geojson" of a table named "cells".
[[nodiscard]] std::vector<std::string> files_of_table(std::string const& table);

/// Each into its files. Throws InputError if one cannot be written. Requires: the folder knows the
/// files.
void write_tables(std::span<io::OutputTable const> tables, WorkingFrame const& frame,
                  io::OutputFolder const& folder);

}  // namespace gapmap::tools
