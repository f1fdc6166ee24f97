#pragma once
// The results of a run as the sheets of a workbook, in the language of its readers.

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// A result table with headings of the language, distances in kilometres and times in minutes;
/// statuses, reasons and the words of total rows are translated, names stay as the data have them.
/// The title is the label of the table's name.
[[nodiscard]] io::Sheet sheet_of(Language language, io::OutputTable table);

/// The words of gapmap in a table, those of rows of totals included.
void translate(Language language, io::OutputTable& table);

}  // namespace gapmap::report
