#pragma once
// Who of which group is not covered in either of two runs, by every limit, requirement and account.

#include <string>

#include "gapmap/report/change_page.h"

namespace gapmap::report {

/// Returns the section of a comparison about its groups and rules; empty if both runs knew
/// everybody and one limit only, of whom the other sections tell.
[[nodiscard]] std::string change_group_section(Language language,
                                               ReportedComparison const& comparison);

/// Returns how many of the group that the comparison is about are beyond each limit in either run:
/// "65 vuotta täyttäneet rajan ulkopuolella, Nykytila → Suunnitelma: 20 km 4 057 → 4 031 (−26)";
/// empty if it is about everybody and both runs have one limit.
[[nodiscard]] std::string group_change_sentence(Language language,
                                                ReportedComparison const& comparison);

}  // namespace gapmap::report
