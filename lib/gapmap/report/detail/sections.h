#pragma once
// The sections of a report, each as HTML without its heading.

#include <string>

#include "gapmap/report/page.h"

namespace gapmap::report {

[[nodiscard]] std::string question(Language language, ReportedRun const& run);
/// Returns the result in a few sentences.
[[nodiscard]] std::string main_result(Language language, ReportedRun const& run);
[[nodiscard]] std::string map_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string municipality_part(Language language, ReportedRun const& run);
/// Returns groups by distance class, with ranges where numbers are suppressed.
[[nodiscard]] std::string group_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string curve_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string gap_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string closure_part(Language language, ReportedRun const& run);
/// Returns the residents of the cells beside the official population.
[[nodiscard]] std::string denominator_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string remark_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string method_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string source_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string source_table(Language language, std::span<io::ImportReport const> inputs);
[[nodiscard]] std::string identity_part(Language language, ReportedRun const& run);

}  // namespace gapmap::report
