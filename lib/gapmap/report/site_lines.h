#pragma once
// A plan of siting in the few lines that a terminal shows at its end.

#include <vector>

#include "gapmap/report/closing_lines.h"
#include "gapmap/tables/site_table.h"

namespace gapmap::report {

/// Returns a few lines: the question; who is served now and by the plan; what the problem asked;
/// how good it is proven to be; what opens or closes first; whom no site serves; how many of whom
/// nobody knows the weight; suppressed numbers; what areas
/// would do alone. Lines that do not apply are left out.
[[nodiscard]] std::vector<ClosingLine> site_lines(Language language,
                                                  tables::SiteFigures const& figures);

/// Returns the result in sentences: what the plan does, how good any other plan could be at most,
/// and what else the lines tell.
[[nodiscard]] std::vector<std::string> plan_in_sentences(Language language,
                                                         tables::SiteFigures const& figures);

/// Returns the question that the plan answers.
[[nodiscard]] std::string plan_question(Language language, tables::SiteFigures const& figures);

}  // namespace gapmap::report
