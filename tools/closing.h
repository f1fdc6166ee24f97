#pragma once
// What a run, or a comparison of runs, ends with on the terminal.

#include <string>
#include <vector>

#include "gapmap/report/closing_lines.h"
#include "tools/console.h"

namespace gapmap::tools {

/// The lines, and one more that names the page to open first; before them, if the console is
/// verbose, the tables. In the language of the results.
void tell_closing(Language language, std::vector<report::HtmlTable> const& tables,
                  std::vector<report::ClosingLine> lines, std::string const& folder,
                  Console& console);

}  // namespace gapmap::tools
