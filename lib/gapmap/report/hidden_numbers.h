#pragma once
// What readers see where a published run hides a number.

#include <optional>
#include <string>

#include "gapmap/io/manifest.h"
#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Sign in place of a hidden number.
inline constexpr char const* kHiddenSign = "..";

/// Returns the number as the language writes it, or the sign if it is hidden.
[[nodiscard]] std::string number_or_sign(Language language, std::optional<double> count);

/// Returns a few sentences: which numbers are hidden, what that protects against, and what not.
/// Nothing if the run is not published.
[[nodiscard]] std::string publication_note(Language language, io::RunFacts const& facts);

/// Writes the sign into hidden fields and removes the column that names them.
void show_hidden(tables::OutputTable& table);

}  // namespace gapmap::report
