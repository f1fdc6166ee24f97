#pragma once
// Text within XML and HTML.

#include <string>
#include <string_view>

#include "gapmap/units/readable_text.h"

namespace gapmap::report {

/// Returns the text escaped for content and for attributes in double quotes.
[[nodiscard]] inline std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char const c : fit_for_xml(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

}  // namespace gapmap::report
