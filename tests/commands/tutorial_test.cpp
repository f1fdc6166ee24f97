// The tutorials, followed word by word in a folder with a copy of their sample: what they show is
// what the program prints, in every language.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;

/// The lines of the fenced blocks of one kind, "sh" or "text".
std::vector<std::string> lines_in(std::string const& page, std::string const& wanted) {
  std::vector<std::string> found;
  std::istringstream lines{page};
  bool is_block = false;
  std::string kind;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      is_block = !is_block;
      kind = line.substr(3);
    } else if (is_block && kind == wanted && !line.empty()) {
      found.push_back(line);
    }
  }
  return found;
}

class Tutorial : public ::testing::TestWithParam<char const*> {};

TEST_P(Tutorial, ShowsWhatTheProgramPrints) {
  fs::path const root{GAPMAP_SOURCE_DIR};
  auto const page =
      read_text((root / "tools/manual" / (std::string{"tutorial."} + GetParam() + ".md")).string());
  TemporaryFolder const folder;
  fs::create_directories(folder.path() / "geodata");
  fs::copy(root / "geodata/kanta-hame", folder.path() / "geodata/kanta-hame",
           fs::copy_options::recursive);
  auto const said = (folder.path() / "said").string();
  std::size_t commands = 0;
  for (auto const& line : lines_in(page, "sh")) {
    if (!line.starts_with("gapmap ")) continue;
    ++commands;
    auto const words = line.substr(std::string{"gapmap"}.size());
    auto const status = std::system(("cd '" + folder.path().string() + "' && '" GAPMAP_PROGRAM "'" +
                                     words + " >> '" + said + "' 2> errors")
                                        .c_str());
    // 1 is what check says of a list with mistakes.
    EXPECT_TRUE(WEXITSTATUS(status) == 0 || line.starts_with("gapmap check"))
        << line << '\n'
        << read_text((folder.path() / "errors").string());
  }
  EXPECT_GE(commands, 5U);
  std::set<std::string> printed;
  std::istringstream lines{read_text(said)};
  for (std::string line; std::getline(lines, line);) printed.insert(line);
  auto const shown = lines_in(page, "text");
  EXPECT_GT(shown.size(), 40U);
  for (auto const& line : shown)
    EXPECT_TRUE(printed.contains(line)) << "no command of the tutorial prints\n" << line;
}

INSTANTIATE_TEST_SUITE_P(InEveryLanguage, Tutorial, ::testing::Values("fi", "sv", "en"),
                         [](auto const& language) { return language.param; });

}  // namespace
}  // namespace gapmap
