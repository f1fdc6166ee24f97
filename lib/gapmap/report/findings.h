#pragma once
// What the program has to say about inputs, of a job and while it runs, in the reader's language.
// It is English, as data, until it leaves the program here.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/report/language.h"
#include "gapmap/units/error.h"

namespace gapmap::report {

/// Translates the finding, its examples and its advice. Severity and input stay codes; ids, names
/// and messages of other libraries stay as they are.
[[nodiscard]] checks::Finding finding_in(Language language, checks::Finding finding);

/// Returns for example "kunnat.gpkg, taso "x": tiedostoa ei ole; tarkista polku".
[[nodiscard]] std::string error_in(Language language, ErrorParts const& error);

/// Translates a remark that is made while a run goes.
[[nodiscard]] std::string remark_in(Language language, std::string const& remark);

/// Translates the name of a stage, with those of the rounds that it is of: "mixture 3 of 8:
/// search".
[[nodiscard]] std::string stage_in(Language language, std::string_view stage);

/// Returns how an input was read, and what became of its rows: a line, and one for each remark.
[[nodiscard]] std::vector<std::string> input_in(Language language, io::ImportReport const& report);

/// Translates how a row of an input is named in a remark. Ids stay as their inputs have them; rows
/// without one are named by their place: "row 7", "line 7", "row 3 column 5".
[[nodiscard]] std::string row_in(Language language, std::string const& row);

/// Translates how an input was recognised, with the fields that were used:
/// io::ImportReport::recognised.
[[nodiscard]] std::string recognised_in(Language language, std::string_view recognised);

}  // namespace gapmap::report
