// All results or none, whenever the process is killed and whatever stands in the way.

#include "gapmap/io/hidden_folder.h"

#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fcntl.h>

#include <csignal>
#include <fstream>

#include "gapmap/io/output_folder.h"
#include "tests/io/reading.h"

namespace gapmap::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

class HiddenFolders : public Reading {
 protected:
  static void put(fs::path const& path, std::string const& text) {
    fs::create_directories(path.parent_path());
    std::ofstream{path} << text;
  }
  static std::string text_of(fs::path const& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
  }
  /// "a=old b=old other=mine"
  static std::string state_of(fs::path const& folder) {
    std::vector<std::string> files;
    for (auto const& entry : fs::directory_iterator{folder}) {
      if (entry.is_regular_file())
        files.push_back(entry.path().filename().string() + '=' + text_of(entry.path()));
    }
    std::ranges::sort(files);
    std::string state;
    for (auto const& file : files) state += (state.empty() ? "" : " ") + file;
    return state;
  }
  /// Names of what is there, hidden or not.
  static std::vector<std::string> names_in(fs::path const& folder) {
    std::vector<std::string> names;
    for (auto const& entry : fs::directory_iterator{folder})
      names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
  }
  /// A folder of results of an earlier run with a file of the user's own.
  fs::path old_results() {
    fs::path const out = path("data/out");
    fs::remove_all(path("data"));
    for (auto const* name : {"a", "b", "gone"}) put(out / name, "old");
    put(out / "other", "mine");
    return out;
  }
  static void write_new(HiddenFolder& folder) {
    for (auto const* name : {"a", "b", "c"}) put(folder.waiting() / name, "new");
    folder.commit({.put = {"a", "b", "c"}, .drop = {"gone"}});
  }
  /// Commits in a process that is killed before its `step`-th change; false if it was done before.
  static bool is_killed_at(fs::path const& out, int step) {
    auto const child = ::fork();
    if (child == 0) {
      HiddenFolder folder{out};
      for (auto const* name : {"a", "b", "c"}) put(folder.waiting() / name, "new");
      folder.commit({.put = {"a", "b", "c"}, .drop = {"gone"}}, [&] {
        if (step-- == 0) ::raise(SIGKILL);
      });
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
  }
};

constexpr auto kOld = "a=old b=old gone=old other=mine";
constexpr auto kNew = "a=new b=new c=new other=mine";

TEST_F(HiddenFolders, AllFilesComeAtOnceAndOthersStay) {
  auto const out = old_results();
  {
    HiddenFolder folder{out};
    EXPECT_EQ(state_of(out), kOld);
    write_new(folder);
    EXPECT_EQ(state_of(out), kNew);
  }
  EXPECT_THAT(names_in(path("data")), ElementsAre("out"));
}

TEST_F(HiddenFolders, ANewFolderComesWhole) {
  fs::create_directory(path("data"));
  {
    HiddenFolder folder{path("data/out")};
    put(folder.waiting() / "a", "new");
    put(folder.waiting() / "b", "new");
    put(folder.waiting() / "left-by-a-writer", "");
    EXPECT_FALSE(fs::exists(path("data/out")));
    folder.commit({.put = {"a", "b"}, .drop = {}});
  }
  EXPECT_EQ(state_of(path("data/out")), "a=new b=new");
}

TEST_F(HiddenFolders, WhoIsKilledLeavesTheOldFilesOrTheNewOnes) {
  int step = 0;
  for (bool is_killed = true; is_killed; ++step) {
    auto const out = old_results();
    is_killed = is_killed_at(out, step);
    auto const state = state_of(out);
    EXPECT_TRUE(state == kOld || state == kNew) << state << ", step " << step;
    HiddenFolder const next{out};
    EXPECT_EQ(names_in(path("data")).size(), 2U) << "what was left is gone, but for the next one's";
    EXPECT_EQ(state_of(out), state);
  }
  EXPECT_GE(step, 3);
}

TEST_F(HiddenFolders, WhatMovedByJournalIsTakenBackByTheNextRun) {
  int step = 0;
  std::size_t mixtures = 0;
  for (bool is_killed = true; is_killed; ++step) {
    auto const out = old_results();
    put(out / "folder/of/the/user", "mine");  // cannot be linked
    is_killed = is_killed_at(out, step);
    auto const state = state_of(out);
    mixtures += state != kOld && state != kNew ? 1 : 0;
    HiddenFolder const next{out};
    EXPECT_EQ(state_of(out), is_killed ? kOld : kNew) << "step " << step;
    EXPECT_EQ(text_of(out / "folder/of/the/user"), "mine");
  }
  EXPECT_GE(step, 8);
  EXPECT_GT(mixtures, 3U);
}

TEST_F(HiddenFolders, WhatCannotMoveLeavesAllAsItWas) {
  auto const out = old_results();
  put(out / "folder/of/the/user", "mine");
  HiddenFolder folder{out};
  for (auto const* name : {"a", "b"}) put(folder.waiting() / name, "new");
  // The second is a folder meanwhile, which no file replaces.
  fs::remove(out / "b");
  put(out / "b/full", "mine");
  fs::permissions(out / "b", fs::perms::none);
  auto const before = state_of(out);
  EXPECT_THROW(folder.commit({.put = {"a", "missing"}, .drop = {}}), fs::filesystem_error);
  EXPECT_EQ(state_of(out), before);
  fs::permissions(out / "b", fs::perms::owner_all);
}

TEST_F(HiddenFolders, OfAnotherProcessThatLivesStay) {
  auto const out = old_results();
  HiddenFolder const mine{out};
  {
    HiddenFolder const other{out};
    EXPECT_EQ(names_in(path("data")).size(), 3U);
  }
  EXPECT_TRUE(mine.exists());
}

TEST_F(HiddenFolders, OfAnotherMachineStayForADay) {
  auto const out = old_results();
  auto const hidden = fs::path{path("data/.out.gapmap-elsewhere")};
  put(hidden / "owner", "another-machine\n");
  { HiddenFolder const next{out}; }
  EXPECT_TRUE(fs::exists(hidden));
  fs::last_write_time(hidden, fs::file_time_type::clock::now() - std::chrono::hours{25});
  { HiddenFolder const next{out}; }
  EXPECT_FALSE(fs::exists(hidden));
}

TEST_F(HiddenFolders, InTheCurrentFolderFilesMoveByJournal) {
  auto const out = old_results();
  auto const before = fs::current_path();
  fs::current_path(out);
  {
    HiddenFolder folder{out};
    write_new(folder);
  }
  EXPECT_EQ(fs::current_path(), out) << "the folder itself is the same";
  fs::current_path(before);
  EXPECT_EQ(state_of(out), kNew);
  EXPECT_THAT(names_in(path("data")), ElementsAre("out"));
}

TEST_F(HiddenFolders, NoResultTakesThePlaceOfAnInput) {
  auto const out = old_results();
  fs::create_symlink(out / "a", path("link"));
  for (auto const& input : {(out / "a").string(), path("link"), (out / "../out/./a").string()}) {
    EXPECT_THAT(message_of<InputError>([&] {
                  OutputFolder const folder{out.string(), {"a"}, Overwrite::Yes, {input}};
                }),
                HasSubstr("is read by this run"))
        << input;
  }
  OutputFolder const folder{
      out.string(), {"a"}, Overwrite::Yes, {(out / "other").string(), "PG:x"}};
  EXPECT_EQ(state_of(out), kOld);
}

TEST_F(HiddenFolders, WhatAnotherRunWroteMeanwhileIsNotReplacedUnasked) {
  fs::path const out = path("data/out");
  OutputFolder folder{out.string(), {"a", "b"}, Overwrite::No};
  put(folder.staged("a"), "new");
  put(folder.staged("b"), "new");
  put(out / "a", "another's");
  EXPECT_THAT(message_of<InputError>([&] { folder.commit(); }), HasSubstr("already holds a"));
  EXPECT_EQ(state_of(out), "a=another's");
}

}  // namespace
}  // namespace gapmap::io
