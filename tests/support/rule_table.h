#pragma once
// Rules as tables in a raw string: a line "given -> answer" a case.

#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "gapmap/network/road.h"

namespace gapmap {

inline std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(' ');
  return first == std::string::npos ? ""
                                    : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// Runs `answer` on the left side of every line; fails if there are fewer lines than `least`.
template <class Answer>
void expect_table(std::string const& table, std::size_t least, Answer const& answer) {
  std::istringstream lines{table};
  std::size_t cases = 0;
  for (std::string line; std::getline(lines, line);) {
    if (trimmed(line).empty()) continue;
    auto const arrow = line.find("->");
    ASSERT_NE(arrow, std::string::npos) << line;
    auto const given = trimmed(line.substr(0, arrow));
    EXPECT_EQ(answer(given), trimmed(line.substr(arrow + 2))) << given;
    ++cases;
  }
  EXPECT_GE(cases, least);
}

/// "cbw" for car, bike and walking; "-" for nobody.
inline std::string letters_of(ModeSet modes) {
  std::string text;
  if (modes.contains(Mode::Car)) text += 'c';
  if (modes.contains(Mode::Bike)) text += 'b';
  if (modes.contains(Mode::Walk)) text += 'w';
  return text.empty() ? "-" : text;
}

}  // namespace gapmap
