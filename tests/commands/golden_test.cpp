// Golden runs: every folder beside this file is one run of the program. `arguments` has the words
// of the command line, one a line; `stdout`, `stderr` and `exit_code` (absent: 0) what must come
// back; folder `expected` files that must have been written; `before` the words of runs that go
// before and must succeed, if there are any, with an empty line between two. The run starts in the
// root of the repository. {out} stands for an output folder of its own, {run} for the folder of the
// run. GAPMAP_UPDATE_GOLDEN=1 writes what came back instead of comparing it: read the difference
// before committing it.

#include <gtest/gtest.h>

#include "tests/commands/run_program.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_runs() {
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator{golden_folder()}) {
    if (fs::exists(entry.path() / "arguments")) names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

/// Compares `actual` with the file, or writes it there.
void expect_same(fs::path const& file, std::string const& actual) {
  auto const* update = std::getenv("GAPMAP_UPDATE_GOLDEN");
  if (update != nullptr && std::string{update} == "1") {
    write_text(file, actual);
  } else {
    EXPECT_EQ(read_text(file), actual) << file;
  }
}

class Golden : public ::testing::TestWithParam<std::string> {};

TEST_P(Golden, IsTheSame) {
  auto const folder = golden_folder() / GetParam();
  TemporaryFolder const temporary;
  auto const out = (temporary.path() / "out").string();
  std::string const run = "tests/commands/" + GetParam();

  /// The words of each run in the file.
  auto const runs_in = [&](char const* file) {
    std::vector<std::vector<std::string>> runs(1);
    std::istringstream lines{read_text(folder / file)};
    for (std::string line; std::getline(lines, line);) {
      if (line.empty())
        runs.emplace_back();
      else
        runs.back().push_back(replaced(replaced(line, "{out}", out), "{run}", run));
    }
    return runs;
  };
  bool const has_before = fs::exists(folder / "before");
  if (has_before) {
    for (auto const& words : runs_in("before")) {
      auto const before = run_program(words);
      ASSERT_EQ(before.exit_code, 0) << before.err;
    }
  }
  if (GetParam().find("already-there") != std::string::npos)
    write_text(fs::path{out} / "cells.csv", "precious\n");
  auto const ran = run_program(runs_in("arguments").at(0));

  expect_same(folder / "stdout", replaced(ran.out, out, "{out}"));
  expect_same(folder / "stderr", replaced(ran.err, out, "{out}"));
  expect_same(folder / "exit_code", std::to_string(ran.exit_code) + "\n");
  if (fs::exists(folder / "expected")) {
    for (auto const& file : fs::directory_iterator{folder / "expected"}) {
      expect_same(file.path(), read_text(fs::path{out} / file.path().filename()));
    }
  }
  if (ran.exit_code != 0 && !has_before && !fs::exists(folder / "expected")) {
    bool const had_output = GetParam().find("already-there") != std::string::npos;
    EXPECT_EQ(fs::exists(out), had_output) << "a failed run leaves nothing behind";
    EXPECT_EQ(had_output ? names_in(out) : std::vector<std::string>{"cells.csv"},
              std::vector<std::string>{"cells.csv"});
  }
}

INSTANTIATE_TEST_SUITE_P(Commands, Golden, ::testing::ValuesIn(golden_runs()),
                         [](auto const& run) { return replaced(run.param, "-", "_"); });

TEST(GoldenRuns, AreThere) { EXPECT_GE(golden_runs().size(), 30U); }

}  // namespace
}  // namespace gapmap
