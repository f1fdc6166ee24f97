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

/// Returns "error", "warning" or "note".
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

/// Returns the number of findings of one severity.
[[nodiscard]] std::size_t count_of(Findings const& findings, Severity severity) noexcept;

/// Sorts errors first, then warnings, then notes; within each, lost places first, since nobody
/// misses them in a result, then areas, roads, population, places, further inputs, and finally the
/// job itself; otherwise findings keep their order.
void sort_findings(Findings& findings);

/// Returns one row per finding: severity, input, finding, rows, residents, examples (separated by
/// "; "), advice.
[[nodiscard]] tables::OutputTable check_table(Findings const& findings);

/// Writes the findings as JSON, with whether the job can run and how its inputs were understood.
/// `language` is the code of the language of the findings; empty means English. Throws InputError
/// if the file cannot be written.
void write_check_json(std::string const& path, Findings const& findings,
                      std::vector<io::ImportReport> const& inputs, std::string_view language = {});

}  // namespace gapmap::checks
