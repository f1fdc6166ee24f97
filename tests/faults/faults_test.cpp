// Whatever happens while a command writes, the results are those from before or the new ones,
// whole, and the next run works. A few moments of each command; GAPMAP_FAULTS=all tries every one,
// =20 so many (tests/more faults)

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "tests/commands/run_program.h"
#include "tests/faults/traced_run.h"

namespace gapmap {
namespace {

namespace fs = std::filesystem;

/// Name to contents.
using Files = std::map<std::string, std::string>;

/// But for how long each stage took.
std::string without_times(std::string text) {
  auto const begin = text.find("\"seconds\": {");
  return begin == std::string::npos ? text : text.erase(begin, text.find('}', begin) - begin);
}

Files files_in(fs::path const& folder) {
  Files files;
  if (fs::is_regular_file(folder)) return {{"", read_text(folder)}};
  if (!fs::is_directory(folder)) return {};
  for (auto const& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).string()] = read_text(entry.path());
  }
  return files;
}

/// Names of files that are not in both, or not the same.
std::string differences(Files const& some, Files const& others) {
  std::string names;
  for (auto const* both : {&some, &others}) {
    for (auto const& [name, text] : *both) {
      auto const a = some.find(name);
      auto const b = others.find(name);
      bool const is_same = a != some.end() && b != others.end() &&
                           without_times(a->second) == without_times(b->second);
      if (!is_same) names += " " + name;
    }
  }
  return names;
}

bool are_same(Files const& some, Files const& others) { return differences(some, others).empty(); }

struct Command {
  friend std::ostream& operator<<(std::ostream& to, Command const& command) {
    return to << command.name;
  }
  std::string name;
  /// {} is where the results go, {near} and {far} hold runs of shorter and longer limits
  std::vector<std::string> words;
  std::vector<std::string> before;  ///< whose results are there already
};

std::string const kJob = "geodata/osm-sample/job.toml";

std::vector<Command> commands() {
  return {
      {"coverage",
       {"coverage", kJob, "-o", "{}", "--overwrite"},
       {"coverage", kJob, "-o", "{}", "--limit", "1 km"}},
      {"published",
       {"coverage", kJob, "-o", "{}", "--overwrite", "--publish"},
       {"coverage", kJob, "-o", "{}", "--limit", "1 km"}},
      {"matrix",
       {"matrix", kJob, "-o", "{}", "--overwrite"},
       {"matrix", kJob, "-o", "{}", "--limit", "1 km"}},
      {"isochrone",
       {"isochrone", kJob, "--limits", "1,2 km", "-o", "{}", "--overwrite"},
       {"isochrone", kJob, "--limits", "1 km", "-o", "{}"}},
      {"network",
       {"network", "build", "geodata/osm-sample/town.osm", "-o", "{}.gmnet", "--overwrite"},
       {"network", "build", "geodata/helsinki-centre/streets.osm", "-o", "{}.gmnet"}},
      {"report", {"report", "{}", "--lang", "sv", "--overwrite"}, {"coverage", kJob, "-o", "{}"}},
      {"compare",
       {"compare", "{near}", "{far}", "-o", "{}", "--overwrite"},
       {"compare", "{far}", "{near}", "-o", "{}"}},
      {"check",
       {"check", kJob, "-o", "{}", "--overwrite"},
       {"check", "geodata/helsinki-centre/job.toml", "-o", "{}"}},
  };
}

class Faults : public ::testing::TestWithParam<Command> {
 protected:
  void SetUp() override {
    fs::create_directories(target().parent_path());
    if (GetParam().name == "compare") {
      for (auto const* run : {"{near}", "{far}"}) {
        auto const limit = std::string_view{run} == "{near}" ? "1 km" : "2 km";
        (void)run_program(words_of({"coverage", kJob, "-o", run, "--limit", limit}));
      }
    }
    (void)run_program(words_of(GetParam().before));
    before_ = files_in(result());
    ASSERT_FALSE(before_.empty());
    auto const ran = run_traced(words_of(GetParam().words));
    if (ran.exit_code == 126) GTEST_SKIP() << "nobody may trace here";
    exit_code_ = ran.exit_code;
    calls_ = ran.calls;
    after_ = files_in(result());
    ASSERT_FALSE(are_same(before_, after_)) << "results that can be told apart";
  }

  [[nodiscard]] fs::path target() const { return folder_.path() / "results" / "out"; }
  [[nodiscard]] fs::path result() const {
    return GetParam().name == "network" ? fs::path{target().string() + ".gmnet"} : target();
  }
  [[nodiscard]] std::vector<std::string> words_of(std::vector<std::string> words) const {
    for (auto& word : words) {
      word = replaced(word, "{}", target().string());
      for (std::string const run : {"near", "far"})
        word = replaced(word, "{" + run + "}", (folder_.path() / run).string());
    }
    return words;
  }
  void put_back() const {
    fs::remove_all(target().parent_path());
    for (auto const& [name, text] : before_)
      write_text(name.empty() ? result() : result() / name, text);
  }
  /// A hidden folder whose owner has not yet said on which machine it is stays for a day.
  [[nodiscard]] std::vector<std::string> beside() const {
    auto names = names_in(target().parent_path());
    std::erase_if(names, [&](std::string const& name) {
      auto const files = files_in(target().parent_path() / name);
      return name.starts_with('.') && files == Files{{"owner", ""}};
    });
    return names;
  }

  /// Some moments of so many, all of them, or, as GAPMAP_FAULTS says, "@31 35", these.
  [[nodiscard]] std::vector<std::size_t> moments(Fault fault, std::size_t some) const {
    auto const all = calls_[static_cast<std::size_t>(fault)];
    auto const* const wish = std::getenv("GAPMAP_FAULTS");
    if (wish != nullptr && *wish == '@') {
      std::istringstream numbers{wish + 1};
      return {std::istream_iterator<std::size_t>{numbers}, {}};
    }
    if (wish != nullptr) some = std::string_view{wish} == "all" ? all : std::stoul(wish);
    std::set<std::size_t> at;
    for (std::size_t i = 1; i <= some; ++i) at.insert(std::max<std::size_t>(1, i * all / some));
    return {at.begin(), at.end()};
  }

  void expect_next_run_works() const {
    auto const next = run_program(words_of(GetParam().words));
    EXPECT_EQ(next.exit_code, exit_code_) << next.err;
    EXPECT_EQ(differences(files_in(result()), after_), "");
    EXPECT_EQ(beside(), std::vector<std::string>{result().filename().string()});
  }

  /// Between two moves the results may be neither; then the next run puts them back first.
  void is_killed(std::size_t some) const {
    for (auto const at : moments(Fault::Kill, some)) {
      put_back();
      auto const ran = run_traced(words_of(GetParam().words), Fault::Kill, at);
      SCOPED_TRACE(fmt::format("killed at {}: {}", at, ran.hit));
      expect_next_run_works();
    }
  }

  void fails_whole(Fault fault, std::size_t some) const {
    for (auto const at : moments(fault, some)) {
      put_back();
      auto const ran = run_traced(words_of(GetParam().words), fault, at);
      SCOPED_TRACE(fmt::format("fault {} at {}: {}; exit code {}: {}", static_cast<int>(fault), at,
                               ran.hit, ran.exit_code, ran.err));
      auto const now = files_in(result());
      EXPECT_EQ(beside(), std::vector<std::string>{result().filename().string()})
          << "nothing is left behind";
      if (ran.exit_code == exit_code_ && are_same(now, after_)) continue;  // it did not matter
      EXPECT_EQ(ran.exit_code, 1);
      EXPECT_EQ(differences(now, before_), "")
          << "results are as they were; other than new are" << differences(now, after_);
      EXPECT_NE(ran.err.find("gapmap: "), std::string::npos) << "it says what is wrong";
    }
    if (fault == Fault::Locked) expect_next_run_works();
  }

  Files before_;
  Files after_;
  std::array<std::size_t, kFaults> calls_{};
  int exit_code_ = 0;

 private:
  TemporaryFolder folder_;
};

TEST_P(Faults, LeaveWholeResults) {
  bool const is_coverage = GetParam().name == "coverage";
  is_killed(is_coverage ? 3 : 1);
  fails_whole(Fault::NoSpace, is_coverage ? 3 : 1);
  fails_whole(Fault::Quota, is_coverage ? 1 : 0);
  fails_whole(Fault::Broken, is_coverage ? 2 : 1);
  fails_whole(Fault::Locked, 1);
}

TEST_P(Faults, TwoWritersAtOnceLeaveTheResultsOfOne) {
  auto other = GetParam().before;
  if (GetParam().name != "report") other.push_back("--overwrite");
  if (GetParam().name == "report") other = {"report", "{}", "--lang", "en", "--overwrite"};
  put_back();
  (void)run_program(words_of(other));
  auto const by_other = files_in(result());
  put_back();
  TemporaryFolder const said;
  auto const start = [&](std::vector<std::string> const& words, std::string const& name) {
    return start_program(words_of(words), (said.path() / (name + ".out")).string(),
                         (said.path() / (name + ".err")).string());
  };
  auto const one = start(GetParam().words, "one");
  auto const two = start(other, "two");
  int const code_of_one = wait_for(one);
  int const code_of_two = wait_for(two);
  auto const what_is_said = read_text(said.path() / "one.err") + read_text(said.path() / "two.err");
  if (GetParam().name == "report") {
    // It reads what the other one replaces: who is disturbed says so, and changes nothing.
    EXPECT_TRUE(code_of_one == exit_code_ || code_of_two == exit_code_) << what_is_said;
    EXPECT_LE(std::max(code_of_one, code_of_two), 1) << what_is_said;
  } else {
    EXPECT_EQ(code_of_one, exit_code_) << what_is_said;
    EXPECT_EQ(code_of_two, exit_code_) << what_is_said;
  }
  auto const now = files_in(result());
  if (GetParam().name == "published") {
    // Whichever came last: beside what is published no exact figures stay.
    EXPECT_TRUE(are_same(now, after_) || now.contains("cells.csv"));
  } else {
    EXPECT_TRUE(are_same(now, after_) || are_same(now, by_other))
        << differences(now, after_) << " and" << differences(now, by_other);
  }
  EXPECT_EQ(beside(), std::vector<std::string>{result().filename().string()});
}

TEST_P(Faults, WhatCannotBeSaidIsAnErrorAndTheResultsAreThere) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  put_back();
  EXPECT_EQ(run_program(words_of(GetParam().words), "/dev/full").exit_code, 1);
  EXPECT_EQ(differences(files_in(result()), after_), "");
}

INSTANTIATE_TEST_SUITE_P(Commands, Faults, ::testing::ValuesIn(commands()),
                         [](auto const& tested) { return tested.param.name; });

}  // namespace
}  // namespace gapmap
