#pragma once
// What a coverage run ends with on the terminal.

#include <string>

#include "gapmap/report/page.h"
#include "tools/console.h"

namespace gapmap::tools {

/// The result in at most ten lines, the last of which names the page to open first; before them, if
/// the console is verbose, the figures of every municipality, requirement and account. In the
/// language of the results.
void tell_closing(Language language, report::ReportedRun const& run, std::string const& folder,
                  Console& console);

}  // namespace gapmap::tools
