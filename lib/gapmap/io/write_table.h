#pragma once
// Result tables as CSV, as RFC 4180 has it, so that every program reads it alike.

#include <string>

#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// The table as its files tell of it, which is all that anybody reads again: values as to_text()
/// writes them, empty text as nothing, areas by the right-hand rule. What is made from it is made
/// alike from what read_run() reads.
[[nodiscard]] tables::OutputTable as_written(tables::OutputTable table);

/// UTF-8 without BOM, comma, decimal point, LF, a header line; fields are those of csv_field().
/// Throws InputError if the file cannot be written.
void write_csv(std::string const& path, tables::OutputTable const& table);

}  // namespace gapmap::io
