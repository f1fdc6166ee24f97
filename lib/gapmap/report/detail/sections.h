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
/// Returns between which numbers the shares lie, where that is more than a percentage point; empty
/// if the run did not look.
[[nodiscard]] std::string spread_part(Language language, ReportedRun const& run);
/// Returns groups by distance class, with ranges where numbers are suppressed.
[[nodiscard]] std::string group_part(Language language, ReportedRun const& run);
/// Return who is within each of several limits, for whom requirements are met, whom each account
/// covers; empty if the run was not asked.
[[nodiscard]] std::string limit_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string requirement_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string account_part(Language language, ReportedRun const& run);
/// Returns the zones of every level beside municipalities; empty if there are none.
[[nodiscard]] std::string zone_part(Language language, ReportedRun const& run);
/// Returns what the places within reach offer, by municipality; empty if the run did not look.
[[nodiscard]] std::string accessibility_part(Language language, ReportedRun const& run);
/// Returns the roads that most residents take; empty if the run did not look.
[[nodiscard]] std::string roads_used_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string curve_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string gap_part(Language language, ReportedRun const& run);
/// Returns the places that would close gaps together; empty if the run did not look.
[[nodiscard]] std::string joint_remedy_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string closure_part(Language language, ReportedRun const& run);
/// Returns the residents of the cells beside the official population.
[[nodiscard]] std::string denominator_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string remark_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string method_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string source_part(Language language, ReportedRun const& run);
[[nodiscard]] std::string source_table(Language language, std::span<io::ImportReport const> inputs);
[[nodiscard]] std::string identity_part(Language language, ReportedRun const& run);

}  // namespace gapmap::report
