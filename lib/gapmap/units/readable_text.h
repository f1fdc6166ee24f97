#pragma once
// Text from inputs where not every character may stand: in XML, and on a terminal.

#include <string>
#include <string_view>

namespace gapmap {

/// A blank in place of each character that XML 1.0 has no way to write (control characters but
/// tab and ends of lines, U+FFFE, U+FFFF), and of each byte that is no UTF-8. Workbooks, reports
/// in HTML, QGIS projects and styles are XML: one such character and no program opens the file.
[[nodiscard]] std::string fit_for_xml(std::string_view text);

/// A blank in place of each character that steers a terminal (those, U+007F and U+0080 to U+009F,
/// but for tab and ends of lines), and of each byte that is no UTF-8.
[[nodiscard]] std::string fit_for_terminal(std::string_view text);

}  // namespace gapmap
