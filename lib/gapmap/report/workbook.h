#pragma once
// The results of a run as the sheets of a workbook, in the language of its readers.

#include <string_view>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// A result table with headings of the language, distances in kilometres and times in minutes;
/// statuses, reasons and the words of total rows are translated, names stay as the data have them.
/// The title is the label of the table's name.
[[nodiscard]] io::Sheet sheet_of(Language language, tables::OutputTable table);

/// What somebody can still scroll through, a tenth of what Excel takes.
inline constexpr std::size_t kMostSheetRows = 100'000;

/// As `sheet_of`; a longer table is shortened.
[[nodiscard]] io::Sheet workbook_sheet(Language language, tables::OutputTable const& table);

/// Leaves kMostSheetRows of a longer sheet, the first ones and its totals, and says so above them:
/// how many there are, and that all are in `file`.
void shorten(Language language, io::Sheet& sheet, std::string_view file);

/// The words of gapmap in a table, those of rows of totals included.
void translate(Language language, tables::OutputTable& table);

}  // namespace gapmap::report
