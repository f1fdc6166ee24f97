#pragma once
// How every reader begins and ends: open, check the kind of geometry, recognise the fields; at the
// end, something must be left.

#include <string>
#include <vector>

#include "gapmap/io/dataset.h"
#include "gapmap/io/import_report.h"
#include "gapmap/io/schemas.h"

namespace gapmap::io {

struct OpenedInput {
  Table table;
  Recognised fields;
  ImportReport report;
};

/// What the fields of the table are for, and the table knowing how they write what they hold; so
/// every pass over an input reads the same. Throws InputError like recognise() and Table::learn().
[[nodiscard]] Recognised learnt_fields(Table& table, std::span<Schema const> schemas,
                                       std::vector<NamedField> const& named);

/// Counts what is odd about the rows of a table, and those that no visit shows as rows of the
/// input. Throws InputError like Table::oddities(). What `fields` (nothing: none) have that no row
/// is without is counted by who reads them.
void count_oddities(Table const& table, Recognised const* fields, ImportReport& report);

/// Throws InputError if the layer says it holds another kind of geometry than `expected`. Point
/// stands for points or polygons, and allows tables without geometry.
[[nodiscard]] OpenedInput open_input(std::string const& name, Source const& source,
                                     GeometryKind expected, std::span<Schema const> schemas,
                                     std::vector<NamedField> const& named);

/// Of an input all of whose rows were read: its files, of which reading may have found more. Throws
/// InputError if it had no rows or none could be used, with the reasons.
void end_reading(OpenedInput& opened);

}  // namespace gapmap::io
