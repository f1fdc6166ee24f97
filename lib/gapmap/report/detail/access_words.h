#pragma once
// What a run says of the access legs: how they were counted, and whose result hangs on that.

#include <optional>
#include <span>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// How they were counted and what of the ways they are. Nothing of a run that does not tell.
[[nodiscard]] std::optional<std::string> access_sentence(
    Language language, std::span<tables::OutputTable const> tables);

/// Whose result hangs on them, by each assumption. Nothing of a run that does not tell, as
/// published ones do not.
[[nodiscard]] std::optional<std::string> sensitivity_sentence(
    Language language, std::span<tables::OutputTable const> tables);

/// The same for a line of the terminal, which has a name before it.
[[nodiscard]] std::optional<std::string> sensitivity_line(
    Language language, std::span<tables::OutputTable const> tables);

}  // namespace gapmap::report
