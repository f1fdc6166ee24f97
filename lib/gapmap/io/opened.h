#pragma once
// The common beginning and end of all readers: open the input, check the kind of geometry,
// recognise the fields; at the end, some row must have been used.

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

/// Recognises the fields of a table and lets the table learn how these write their values, so that
/// every pass over an input reads the same. Throws InputError like recognise() and Table::learn().
[[nodiscard]] Recognised learnt_fields(Table& table, std::span<Schema const> schemas,
                                       std::vector<NamedField> const& named);

/// Counts oddities in the rows of a table, and rows that a visit does not show as rows of the
/// input. `fields` may be null; oddities of fields that every row must have are left to the reader
/// that uses them. Throws InputError like Table::oddities().
void count_oddities(Table const& table, Recognised const* fields, ImportReport& report);

/// Opens an input and recognises its fields. Throws InputError if the layer declares another kind
/// of geometry than `expected`. Point stands for points or polygons, and allows tables without
/// geometry.
[[nodiscard]] OpenedInput open_input(std::string const& name, Source const& source,
                                     GeometryKind expected, std::span<Schema const> schemas,
                                     std::vector<NamedField> const& named);

/// What a row is called wherever it is spoken of: by its id, or the code of its link or area; where
/// it has none, by its number in the source.
[[nodiscard]] std::string name_of_row(Record const& record, Recognised const& fields);

/// Completes the report after all rows were read, with files that were found while reading. Throws
/// InputError, with the reasons, if there were no rows or none could be used.
void end_reading(OpenedInput& opened);

}  // namespace gapmap::io
