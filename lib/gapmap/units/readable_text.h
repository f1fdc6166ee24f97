#pragma once
// Text from inputs made fit for places where not every character may stand: XML, and a terminal.

#include <string>
#include <string_view>

namespace gapmap {

/// Returns `text` with a blank in place of each character that XML 1.0 cannot express (control
/// characters except tab and line ends, U+FFFE, U+FFFF) and of each byte that is not UTF-8.
/// Workbooks, reports in HTML, QGIS projects and styles are XML: with one such character no program
/// opens the file.
[[nodiscard]] std::string fit_for_xml(std::string_view text);

/// Returns `text` with a blank in place of each character that controls a terminal (those below
/// U+0020 except tab and line ends, and U+007F to U+009F) and of each byte that is not UTF-8.
[[nodiscard]] std::string fit_for_terminal(std::string_view text);

}  // namespace gapmap
