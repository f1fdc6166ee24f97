#pragma once
// The results of a run as the sheets of a workbook, in the reader's language.

#include <string_view>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/headings.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns a result table with translated headings, distances in kilometres and times in minutes.
/// Statuses, reasons and the words of rows of totals are translated; names stay as the data have
/// them. The title is the label of the table's name. `words`: of compared runs.
[[nodiscard]] io::Sheet sheet_of(Language language, tables::OutputTable table,
                                 RunWords const& words = {});

/// Most rows of a sheet that people can still scroll through, a tenth of what Excel allows.
inline constexpr std::size_t kMostSheetRows = 100'000;

/// Returns the sheet of sheet_of(), shortened if it is too long.
[[nodiscard]] io::Sheet workbook_sheet(Language language, tables::OutputTable const& table,
                                       RunWords const& words = {});

/// Keeps kMostSheetRows of a longer sheet, the first rows and its totals, and adds a sentence above
/// them with the number of all rows and the name of `file`, which has them.
void shorten(Language language, io::Sheet& sheet, std::string_view file);

/// Translates the words of gapmap in a table, rows of totals included.
void translate(Language language, tables::OutputTable& table, RunWords const& words = {});

}  // namespace gapmap::report
