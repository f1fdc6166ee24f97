#pragma once
// What readers see where a published run hides a number.

#include <optional>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// How a hidden number is written.
inline constexpr char const* kHiddenSign = "..";

/// The number as the language writes it; the sign where it is hidden.
[[nodiscard]] std::string number_or_sign(Language language, std::optional<double> count);

/// A few sentences that say that numbers are hidden, which and why.
[[nodiscard]] std::string publication_note(Language language, double below);

/// Puts the sign into hidden fields, and takes out the column that names them.
void show_hidden(tables::OutputTable& table);

}  // namespace gapmap::report
