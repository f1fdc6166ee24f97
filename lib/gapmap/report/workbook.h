#pragma once
// The results of a run as the sheets of a workbook, in the language of its readers.

#include <span>
#include <string>
#include <vector>

#include "gapmap/io/import_report.h"
#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"
#include "gapmap/units/version.h"

namespace gapmap::report {

/// A result table with headings of the language, distances in kilometres and times in minutes;
/// statuses, reasons and the words of total rows are translated, names stay as the data have them.
/// The title is the label of the table's name.
[[nodiscard]] io::Sheet sheet_of(Language language, io::OutputTable table);

/// The words of gapmap in a table, those of rows of totals included.
void translate(Language language, io::OutputTable& table);

/// Every remark about the rows of the inputs, one a row.
[[nodiscard]] io::Sheet remarks_sheet(Language language, std::span<io::ImportReport const> inputs);

/// What was run, by which version of gapmap: options as given, then the files read with their
/// checksums.
[[nodiscard]] io::Sheet about_sheet(Language language,
                                    std::span<std::pair<std::string, std::string> const> options,
                                    std::span<io::ImportReport const> inputs,
                                    std::string_view version = gapmap::version());

}  // namespace gapmap::report
