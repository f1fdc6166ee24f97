#pragma once
// Findings of `gapmap check` in the reader's language. They are English, as data, until they leave
// the program here.

#include <string>
#include <string_view>

#include "gapmap/checks/finding.h"
#include "gapmap/report/language.h"
#include "gapmap/units/error.h"

namespace gapmap::report {

/// Translates the finding, its examples and its advice. Severity and input stay codes; ids, names
/// and messages of other libraries stay as they are.
[[nodiscard]] checks::Finding finding_in(Language language, checks::Finding finding);

/// Returns for example "kunnat.gpkg, taso "x": tiedostoa ei ole; tarkista polku".
[[nodiscard]] std::string error_in(Language language, ErrorParts const& error);

/// Translates how a row of an input is named in a remark. Ids stay as their inputs have them; rows
/// without one are named by their place: "row 7", "line 7", "row 3 column 5".
[[nodiscard]] std::string row_in(Language language, std::string const& row);

/// Translates how an input was recognised, with the fields that were used:
/// io::ImportReport::recognised.
[[nodiscard]] std::string recognised_in(Language language, std::string_view recognised);

}  // namespace gapmap::report
