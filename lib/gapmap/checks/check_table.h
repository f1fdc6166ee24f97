#pragma once
// Findings as a table and as JSON: check.csv and check.json.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "gapmap/checks/finding.h"
#include "gapmap/io/import_report.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::checks {

/// "error", "warning", "note".
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

[[nodiscard]] std::size_t count_of(Findings const& findings, Severity severity) noexcept;

/// Errors first, then warnings, then notes; among these places that are lost first, since nobody
/// misses them in a result, then areas, roads, population, places, the inputs beside them, and what
/// is of the job itself; else in the order they were found.
void sort_findings(Findings& findings);

/// One row a finding: severity, input, finding, rows, residents, examples (with "; " between),
/// advice.
[[nodiscard]] tables::OutputTable check_table(Findings const& findings);

/// The same, with whether the job can run and how its inputs were understood. `language` is the
/// code of the one that findings are in, if it is not English. Throws InputError if the file cannot
/// be written.
void write_check_json(std::string const& path, Findings const& findings,
                      std::vector<io::ImportReport> const& inputs, std::string_view language = {});

}  // namespace gapmap::checks
