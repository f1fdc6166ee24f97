#pragma once
// Result tables as CSV according to RFC 4180, so that every program reads them alike.

#include <string>

#include "gapmap/tables/output_table.h"

namespace gapmap::io {

/// Returns the table as it is in files and will be read back: values as to_text() writes them,
/// empty text as nothing, areas by the right-hand rule. What is made from it is therefore the same
/// as what is made from tables of read_run().
[[nodiscard]] tables::OutputTable as_written(tables::OutputTable table);

/// Writes UTF-8 without BOM, with commas, decimal points, LF and a header line; fields are those of
/// csv_field(). Throws InputError if the file cannot be written.
void write_csv(std::string const& path, tables::OutputTable const& table);

}  // namespace gapmap::io
