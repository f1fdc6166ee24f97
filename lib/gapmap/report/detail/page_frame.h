#pragma once
// What every report is: one page with a header, a list of its sections, and these.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/report/language.h"

namespace gapmap::report {

struct PageSection {
  std::string_view heading;  ///< label, and the anchor
  std::string body;          ///< HTML
};

struct Page {
  std::string title;   ///< plain text
  std::string header;  ///< HTML, with its heading
  std::vector<PageSection> sections = {};
  std::string_view style = {};  ///< CSS beside that of every page
  std::string script = {};      ///< beside that of every page
};

/// HTML5 that an XML parser takes too.
[[nodiscard]] std::string to_html(Language language, Page const& page);

}  // namespace gapmap::report
