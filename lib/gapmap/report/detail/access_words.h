#pragma once
// What a report says about access legs: how they were counted, and whose result depends on that.

#include <optional>
#include <span>
#include <string>

#include "gapmap/tables/output_table.h"
#include "gapmap/report/language.h"

namespace gapmap::report {

/// Returns how access legs were counted and which share of the ways they are; nothing if the run
/// did not record it.
[[nodiscard]] std::optional<std::string> access_sentence(
    Language language, std::span<tables::OutputTable const> tables);

/// Returns whose result depends on the access legs, by assumption; nothing if the run has no such
/// figures, as published runs have none.
[[nodiscard]] std::optional<std::string> sensitivity_sentence(
    Language language, std::span<tables::OutputTable const> tables);

/// Returns whose result depends on the access legs, as a line of the terminal after its name.
[[nodiscard]] std::optional<std::string> sensitivity_line(
    Language language, std::span<tables::OutputTable const> tables);

}  // namespace gapmap::report
