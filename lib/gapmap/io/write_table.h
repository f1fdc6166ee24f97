#pragma once
// CSV as RFC 4180 has it, so that every program reads it alike.

#include <string>

#include "gapmap/io/output_table.h"

namespace gapmap::io {

/// A field as it stands in such a file: quoted where it must be. Text that a spreadsheet would run
/// as a formula (it begins with = + - @, tab or CR and is no number) gets an apostrophe before it,
/// as spreadsheets themselves mark text.
[[nodiscard]] std::string csv_field(std::string const& text);

/// UTF-8 without BOM, comma, decimal point, LF, a header line; fields are quoted where they must
/// be. Throws InputError if the file cannot be written.
void write_csv(std::string const& path, OutputTable const& table);

}  // namespace gapmap::io
