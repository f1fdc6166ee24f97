// Files that comments and Markdown name are there: who moves a file hears of what speaks of it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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

std::set<std::string> folders_in(std::string const& folder) {
  std::set<std::string> names;
  for (auto const& entry : fs::directory_iterator{root() / folder}) {
    if (entry.is_directory()) names.insert(entry.path().filename().string());
  }
  return names;
}

/// What in a line is said to people; all of it in Markdown.
std::string said_in(std::string const& line, fs::path const& file) {
  auto const extension = file.extension();
  if (extension == ".md") return line;
  bool const has_slashes = extension == ".cpp" || extension == ".h" || extension == ".js";
  auto const begin = line.find(has_slashes ? "//" : "#");
  return begin == std::string::npos ? "" : line.substr(begin);
}

/// Words that begin with a folder of the house: "lib/…", or a layer as in "io/read_run".
std::vector<std::string> paths_in(std::string const& text) {
  static auto const pattern = [] {
    auto first = folders_in("lib/gapmap");
    first.merge(folders_in("tests"));
    std::string folders = "lib|tools|tests|benchmarks|geodata";
    for (auto const& folder : first) folders += "|" + folder;
    return std::regex{R"((?:^|[^\w/.{}<-])((?:)" + folders + R"()/[\w./*-]+))"};
  }();
  std::vector<std::string> paths;
  for (std::sregex_iterator match{text.begin(), text.end(), pattern}, end; match != end; ++match)
    paths.push_back((*match)[1].str());
  return paths;
}

/// Whether a file or folder is there: with its extension or without, of a pattern ("fuzz/*.cpp",
/// "checks/check_…", "seeds/NAME") one that begins so.
bool is_there(std::string path, fs::path const& file) {
  auto const pattern = std::min(path.find('*'), path.find("NAME"));
  bool const is_prefix = pattern != std::string::npos || path.ends_with('_');
  path = path.substr(0, pattern);
  while (path.ends_with('.')) path.pop_back();
  for (auto const& base : {root(), root() / "lib", root() / "lib/gapmap", root() / "tests",
                           root() / "tools/manual", file.parent_path()}) {
    if (fs::exists(base / path)) return true;
    auto const folder = (base / path).parent_path();
    auto const name = (base / path).filename().string();
    if (!fs::is_directory(folder)) continue;
    for (auto const& entry : fs::directory_iterator{folder}) {
      auto const other = entry.path().filename().string();
      if (other.starts_with(name + '.') || (is_prefix && other.starts_with(name))) return true;
    }
  }
  return false;
}

std::vector<std::string> missing_in(std::istream& text, fs::path const& file) {
  std::vector<std::string> missing;
  for (std::string line; std::getline(text, line);) {
    for (auto const& path : paths_in(said_in(line, file))) {
      if (!is_there(path, file)) missing.push_back(path);
    }
  }
  return missing;
}

/// Sources, scripts, CMake's files and pages.
std::vector<fs::path> files() {
  static std::set<std::string> const extensions{"",    ".cpp", ".h",     ".js",
                                                ".md", ".txt", ".cmake", ".py"};
  std::vector<fs::path> found{root() / "README.md", root() / "CMakeLists.txt"};
  for (auto const* folder : {"lib", "tools", "tests", "benchmarks"}) {
    for (fs::recursive_directory_iterator entry{root() / folder}, end; entry != end; ++entry) {
      auto const& path = entry->path();
      // Golden runs and seeds are data.
      bool const is_data = entry->is_directory() && path.parent_path().filename() != "tests" &&
                           path.parent_path().string().find("/tests/") != std::string::npos;
      if (is_data) entry.disable_recursion_pending();
      // This file names what is not there on purpose.
      if (path.filename() == "paths_test.cpp") continue;
      if (entry->is_regular_file() && extensions.contains(path.extension().string()))
        found.push_back(path);
    }
  }
  return found;
}

TEST(Paths, ThatAreNamedAreThere) {
  ASSERT_GE(files().size(), 700U);
  for (auto const& path : files()) {
    std::ifstream file{path};
    EXPECT_THAT(missing_in(file, path), IsEmpty()) << path;
  }
}

// The check itself, on a text that is out of date.
TEST(TheCheckOfPaths, SeesWhatIsGone) {
  std::istringstream source{
      "// As io/read_run and lib/gapmap/io/csv.h, not (io/read_nothing).\n"
      "auto x = \"tools/nothing\";  // see tools/nothing.cpp, checks/check_…, fuzz/*_targets.cpp.\n"
      "// out/lib/x, https://host/tools/x and {run}/tests/x are others' folders\n"};
  EXPECT_THAT(missing_in(source, root() / "lib/gapmap/io/any.cpp"),
              ElementsAre("io/read_nothing", "tools/nothing.cpp"));
  std::istringstream page{"`tools/nothing` and `reference/options.md`, tests/run\n"};
  EXPECT_THAT(missing_in(page, root() / "tools/manual/README.md"), ElementsAre("tools/nothing"));
}

}  // namespace
}  // namespace gapmap
