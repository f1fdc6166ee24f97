#pragma once
// What gaps are called in the reader's language: "Lammi (Hämeenlinna)", "Lammi, 4 km luoteeseen
// (Hämeenlinna)". Each name of a run stands for one gap.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/report/language.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/tables/result_rows.h"

namespace gapmap::report {

/// Returns what the gaps of a table are called, row by row: the locality that they are near, how
/// far from it and in which direction if that is needed, and their municipality in brackets, or the
/// municipality alone if the locality has its name or none is known. Of several gaps that would be
/// called alike, the second has a 2 behind its first word or words, and so on.
[[nodiscard]] std::vector<std::string> gap_names(Language language,
                                                 tables::OutputTable const& gaps);

/// Writes these names into the column gap_name of gaps and of all tables that tell of gaps by their
/// number.
void name_gaps(Language language, std::vector<tables::OutputTable>& tables);

/// Returns what the gap of a row is called; its municipality in a run of a version that named no
/// gaps.
[[nodiscard]] std::string_view gap_name(tables::ResultRows const& gaps, std::size_t row);

}  // namespace gapmap::report
