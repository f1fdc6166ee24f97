#include "gapmap/units/readable_text.h"

#include <algorithm>
#include <boost/nowide/utf/utf.hpp>

namespace gapmap {
namespace {

using Utf8 = boost::nowide::utf::utf_traits<char>;

template <class Fits>
std::string fitted(std::string_view text, Fits const& fits) {
  std::string result;
  result.reserve(text.size());
  auto const* at = text.data();
  auto const* const end = at + text.size();
  while (at != end) {
    auto const* const first = at;
    auto const letter = Utf8::decode(at, end);
    bool const is_letter = boost::nowide::utf::is_valid_codepoint(letter);
    if (!is_letter) at = first + 1;  // the bytes after an invalid one may be valid
    if (is_letter && fits(letter)) {
      result.append(first, at);
    } else {
      result += ' ';
    }
  }
  return result;
}

bool is_white_space(boost::nowide::utf::code_point letter) {
  return letter == '\t' || letter == '\n' || letter == '\r';
}

}  // namespace

std::string fit_for_xml(std::string_view text) {
  return fitted(text, [](auto letter) {
    return is_white_space(letter) || (letter >= 0x20 && letter != 0xFFFE && letter != 0xFFFF);
  });
}

std::string fit_for_terminal(std::string_view text) {
  return fitted(text, [](auto letter) {
    bool const steers = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
    return letter == '\t' || letter == '\n' || !steers;
  });
}

}  // namespace gapmap
