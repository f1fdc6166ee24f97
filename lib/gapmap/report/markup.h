#pragma once
// Text inside of XML and HTML.

#include <string>
#include <string_view>

namespace gapmap::report {

/// For content and attributes in double quotes. Control characters, which XML does not take at all,
/// become blanks.
[[nodiscard]] inline std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (char const c : text) {
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
        bool const is_control = static_cast<unsigned char>(c) < 0x20U;
        bool const is_space = c == '\t' || c == '\n' || c == '\r';
        result += is_control && !is_space ? ' ' : c;
    }
  }
  return result;
}

}  // namespace gapmap::report
