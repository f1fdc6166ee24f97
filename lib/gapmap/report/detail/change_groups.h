#pragma once
// Who of which group is not covered in either of two runs, by every limit, requirement and account.

#include <string>

#include "gapmap/report/change_page.h"

namespace gapmap::report {

/// Returns the section of a comparison about its groups and rules; empty if both runs knew
/// everybody and one limit only, of whom the other sections tell.
[[nodiscard]] std::string change_group_section(Language language,
                                               ReportedComparison const& comparison);

}  // namespace gapmap::report
