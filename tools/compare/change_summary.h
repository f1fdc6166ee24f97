#pragma once
// What a comparison prints: ten lines, and what to open first.

#include <string>

#include "gapmap/report/change_page.h"

namespace gapmap::tools {

/// `folder`: where the results are.
[[nodiscard]] std::string change_summary(Language language,
                                         report::ReportedComparison const& comparison,
                                         std::string const& folder);

}  // namespace gapmap::tools
