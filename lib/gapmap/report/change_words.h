#pragma once
// The result of a comparison in sentences, for page, workbook and terminal. One measure leads: the
// net change of residents within the limit; who gained, who lost, and what is due to the population
// itself stand beneath it and add up to it.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/io/write_workbook.h"
#include "gapmap/report/change_page.h"
#include "gapmap/report/language.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// Returns the result in a few sentences of plain text, the net change first.
/// Requires: tables as change_page() requires.
[[nodiscard]] std::vector<std::string> change_in_sentences(Language language,
                                                           ReportedComparison const& comparison);

/// Returns the folders or job files of the runs, or their names if they were given: "now → plan".
[[nodiscard]] std::string runs_in_words(ReportedComparison const& comparison);

/// Returns the parts of the total change in covered residents: "kohtaamispaikat +120, raja −30";
/// empty if there are no parts.
[[nodiscard]] std::string parts_in_words(Language language, tables::OutputTable const& parts);

/// Returns the rows of the places that opened, closed or moved: those by which most residents gain
/// or lose first, alone or together.
[[nodiscard]] std::vector<std::size_t> changed_places(tables::OutputTable const& places);

/// Returns a number with its sign: "+120", "−30", "0".
[[nodiscard]] std::string signed_number(Language language, double value);

/// Returns what differs between the runs as a sheet of texts: option, its values in both runs, and
/// the part of the factor to which the option belongs, or that it has no effect.
[[nodiscard]] io::Sheet differences_sheet(Language language, ReportedComparison const& comparison);

}  // namespace gapmap::report
