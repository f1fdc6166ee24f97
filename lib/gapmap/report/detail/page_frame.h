#pragma once
// The frame of every report: one page with a header, a list of its sections, and the sections.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/report/language.h"
#include "gapmap/report/masthead.h"

namespace gapmap::report {

struct PageSection {
  std::string_view heading;  ///< label, and the anchor
  std::string body;          ///< HTML
};

struct Page {
  std::string title;   ///< plain text
  std::string header;  ///< HTML, with its heading
  std::vector<PageSection> sections = {};
  std::string_view style = {};  ///< CSS in addition to that of every page
  std::string script = {};      ///< JavaScript in addition to that of every page
};

/// Returns logo, title and region as HTML.
[[nodiscard]] std::string head_of(Language language, Masthead const& masthead);

/// Returns the page as HTML5 that is also well-formed XML.
[[nodiscard]] std::string to_html(Language language, Page const& page);

}  // namespace gapmap::report
