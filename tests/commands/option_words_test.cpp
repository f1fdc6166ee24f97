// Whatever a run can be told has a name in every language, since pages and workbooks tell it.

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>
#include <set>

#include "gapmap/report/labels.h"
#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

using ::testing::HasSubstr;

using ::testing::Contains;

// Where results go and what is said meanwhile is told by no page.
std::set<std::string> const kUntold{"--threads", "--output",  "--overwrite",
                                    "--quiet",   "--verbose", "--help"};

struct Declared {
  std::string flag;
  std::vector<std::string> choices;  ///< "use", "avoid"; none: any text
};

/// As the help of a command lists them.
std::vector<Declared> options_of(std::string const& command) {
  static std::regex const line{R"(^  (?:-\w,)?(--[\w.-]+)(?: ([^ ]+))?)"};
  std::vector<Declared> options;
  std::istringstream help{run_program({command, "--help"}).out};
  for (std::string text; std::getline(help, text);) {
    std::smatch found;
    if (!std::regex_search(text, found, line) || kUntold.contains(found[1])) continue;
    auto& option = options.emplace_back(Declared{found[1], {}});
    std::istringstream choices{found[2]};
    if (found[2].str().find('|') == std::string::npos) continue;
    for (std::string choice; std::getline(choices, choice, '|');) {
      // Capital letters stand for what the user writes.
      bool const has_capital = std::ranges::any_of(
          choice, [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; });
      if (!has_capital) option.choices.push_back(choice);
    }
  }
  return options;
}

/// Of the commands whose workbooks tell what they were asked.
std::vector<Declared> options_told() {
  auto options = options_of("coverage");
  for (auto& option : options_of("site")) options.push_back(std::move(option));
  return options;
}

TEST(OptionWords, EveryOptionAndEveryChoiceHasAName) {
  auto const options = options_told();
  EXPECT_GT(options.size(), 85U);
  std::size_t choices = 0;
  for (auto const& [flag, words] : options) {
    EXPECT_TRUE(report::label_of(Language::Finnish, flag)) << flag;
    for (auto const& word : words) {
      EXPECT_TRUE(report::label_of(Language::Finnish, flag + " " + word)) << flag << " " << word;
      ++choices;
    }
  }
  EXPECT_GE(choices, 15U);
}

TEST(OptionWords, ThoseOfTheVersionBeforeAreUnderstoodAndItIsSaid) {
  auto const ran = run_program({"coverage", "geodata/etela-savo/job.toml", "--cures=many"});
  EXPECT_EQ(ran.exit_code, 2);
  EXPECT_THAT(ran.err, HasSubstr("\"cures\" is called --remedies now"));
  EXPECT_THAT(ran.err, HasSubstr("--remedies: \"many\" is no number of gaps"));
}

TEST(OptionWords, AreOfOptionsThatThereAre) {
  std::vector<std::string> told;
  for (auto const& [flag, words] : options_told()) {
    told.push_back(flag);
    for (auto const& word : words) told.push_back(flag + " " + word);
  }
  for (auto const& label : report::labels()) {
    if (!label.key.starts_with("--")) continue;
    EXPECT_THAT(told, Contains(std::string{label.key}));
  }
}

}  // namespace
}  // namespace gapmap
