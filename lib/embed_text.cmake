# Run by embed_text() while gapmap is built: writes OUTPUT, a source in which FUNCTION of HEADER returns the text of FILES,
# one behind the other. Without what url() fetches if WITHOUT_URLS is true.
#
# The text is an array of characters: string literals would need a delimiter that no text has, and have a longest length.
set(text "")
foreach(file ${FILES})
  file(READ ${file} part)
  string(APPEND text "${part}")
endforeach()
if(WITHOUT_URLS)
  string(REGEX REPLACE "url\\([^)]*\\)" "none" text "${text}")
endif()
string(HEX "${text}" bytes)
string(LENGTH "${bytes}" size)
math(EXPR size "${size} / 2")
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
# Lines that can be looked at: eight characters each.
string(REGEX REPLACE "(('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',)('[^']*',))" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT}
"// Made by embed_text.cmake.

#include \"${HEADER}\"

#include <array>

namespace gapmap::report {

std::string_view ${FUNCTION}() {
  static constexpr std::array<char, ${size}> kText{
${bytes}
  };
  return {kText.data(), kText.size()};
}

}  // namespace gapmap::report
")
