#pragma once
// Findings of `gapmap check` in a language. In between they are English, as data; here they leave.

#include <string>
#include <string_view>

#include "gapmap/checks/finding.h"
#include "gapmap/report/language.h"
#include "gapmap/units/error.h"

namespace gapmap::report {

/// What is found, its examples and the advice in the language. Severity and input stay codes; ids,
/// names and what other libraries say stay as they are.
[[nodiscard]] checks::Finding finding_in(Language language, checks::Finding finding);

/// "kunnat.gpkg, taso "x": tiedostoa ei ole; tarkista polku".
[[nodiscard]] std::string error_in(Language language, ErrorParts const& error);

/// What an input was recognised as, with the fields that were used: io::ImportReport::recognised.
[[nodiscard]] std::string recognised_in(Language language, std::string_view recognised);

}  // namespace gapmap::report
