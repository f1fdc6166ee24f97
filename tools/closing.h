#pragma once
// What a run, or a comparison of runs, ends with on the terminal.

#include <string>
#include <vector>

#include "gapmap/io/output_folder.h"
#include "gapmap/report/closing_lines.h"
#include "tools/console.h"

namespace gapmap::tools {

/// The lines, and one more that names the page to open first; before them, if the console is
/// verbose, the tables. In the language of the results.
void tell_closing(Language language, std::vector<report::HtmlTable> const& tables,
                  std::vector<report::ClosingLine> lines, std::string const& folder,
                  Console& console);

/// The lines alone, their names in a column of their own.
void tell_lines(std::vector<report::ClosingLine> const& lines, Console& console);

/// How long each stage took, if that was asked for.
void tell_seconds(Console& console);

/// What every run ends with: how long each stage took, if that was asked for, and where its files
/// are.
void tell_outcome(std::vector<std::string> const& files, Console& console);
void tell_outcome(io::OutputFolder const& folder, Console& console);

}  // namespace gapmap::tools
