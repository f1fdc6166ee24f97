// The pages that people read: links lead somewhere, and the README stays short.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/architecture/source_files.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The page without its fenced blocks.
std::string prose_of(std::string const& text) {
  std::string prose;
  std::istringstream lines{text};
  bool is_block = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      is_block = !is_block;
    } else if (!is_block) {
      prose += line + "\n";
    }
  }
  return prose;
}

/// The name that a heading is linked by: lower case, blanks as hyphens, other signs gone. Bytes of
/// letters beyond ASCII stay.
std::string anchor_of(std::string const& heading) {
  std::string anchor;
  for (unsigned char const c : heading) {
    if (c == ' ')
      anchor += '-';
    else if (c >= 0x80 || std::isalnum(c) != 0 || c == '-' || c == '_')
      anchor += static_cast<char>(std::tolower(c));
  }
  return anchor;
}

std::set<std::string> anchors_of(std::string const& prose) {
  std::set<std::string> anchors;
  std::istringstream lines{prose};
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, std::regex{"#+ (.*)"}))
      anchors.insert(anchor_of(match[1].str()));
  }
  return anchors;
}

/// The links of a page that lead to no file, or to no heading of one. `page` is where it lies.
std::vector<std::string> broken_links(fs::path const& page, std::string const& text) {
  std::vector<std::string> broken;
  // What stands in backquotes is no link.
  auto const prose = std::regex_replace(prose_of(text), std::regex{"`[^`\n]*`"}, "");
  std::regex const link{R"(\]\(([^)\s]+)\))"};
  for (std::sregex_iterator match{prose.begin(), prose.end(), link}, end; match != end; ++match) {
    auto const target = (*match)[1].str();
    if (target.find("://") != std::string::npos) continue;
    auto const hash = std::min(target.find('#'), target.size());
    auto const file = hash == 0 ? page : page.parent_path() / target.substr(0, hash);
    if (hash > 0 && !fs::exists(file)) {
      broken.push_back(target);
    } else if (hash < target.size()) {
      auto const other = prose_of(hash == 0 ? text : text_of(file));
      if (!anchors_of(other).contains(target.substr(hash + 1))) broken.push_back(target);
    }
  }
  return broken;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> found{root() / "README.md", root() / "lib/README.md",
                              root() / "tests/README.md", root() / "benchmarks/README.md"};
  for (auto const* folder : {"tools/manual", "geodata"}) {
    for (auto const& entry : fs::recursive_directory_iterator{root() / folder}) {
      if (entry.path().extension() == ".md") found.push_back(entry.path());
    }
  }
  return found;
}

TEST(Manual, EveryLinkLeadsSomewhere) {
  ASSERT_GE(pages().size(), 18U);
  for (auto const& page : pages())
    EXPECT_THAT(broken_links(page, text_of(page)), IsEmpty()) << page;
}

TEST(Manual, IsReachedFromItsFirstPage) {
  std::set<fs::path> reached;
  std::vector<fs::path> next{root() / "tools/manual/README.md"};
  std::regex const link{R"(\]\(([^)\s#]+\.md))"};
  while (!next.empty()) {
    auto const page = next.back();
    next.pop_back();
    if (!reached.insert(page).second) continue;
    auto const text = text_of(page);
    for (std::sregex_iterator match{text.begin(), text.end(), link}, end; match != end; ++match) {
      auto const target = (page.parent_path() / (*match)[1].str()).lexically_normal();
      if (fs::exists(target)) next.push_back(target);
    }
  }
  for (auto const& page : pages()) {
    bool const is_manual = page.string().find("/tools/manual/") != std::string::npos;
    EXPECT_TRUE(!is_manual || reached.contains(page)) << "no page leads to " << page;
  }
}

TEST(Readme, HasAtMost150Lines) {
  EXPECT_LE(std::ranges::count(text_of(root() / "README.md"), '\n'), 150);
}

// The check itself, on a page that is out of order.
TEST(TheChecksOfPages, SeeWhatIsWrong) {
  std::string const text =
      "# What holds?\n[good](#what-holds) ![good](layers_test.cpp) [far](https://host/x)\n"
      "[bad](#what-held) [bad](no_file.md)\n`[not a "
      "link](nowhere)`\n```sh\n[neither](nowhere)\n```\n";
  EXPECT_THAT(broken_links(root() / "tests/architecture/page.md", text),
              ElementsAre("#what-held", "no_file.md"));
  EXPECT_EQ(anchor_of("`gapmap coverage`, Työ"), "gapmap-coverage-työ");
}

}  // namespace
}  // namespace gapmap
