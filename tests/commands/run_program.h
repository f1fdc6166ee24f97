#pragma once
// Runs gapmap as a user would, from the root of the repository, and catches what it says. Only the
// tests of the program use it.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/io/temporary_folder.h"

namespace gapmap {

/// Where the expected outputs of runs lie, a folder each.
inline std::filesystem::path golden_folder() {
  return std::filesystem::path{GAPMAP_SOURCE_DIR} / "tests/commands";
}

struct Ran {
  int exit_code;  ///< 128 + signal if it was killed
  std::string out;
  std::string err;
};

/// The program at work, its output and messages going to these files.
inline pid_t start_program(std::vector<std::string> words, std::string const& out,
                           std::string const& err) {
  std::filesystem::current_path(GAPMAP_SOURCE_DIR);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT, 0600);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, err.c_str(), O_WRONLY | O_CREAT, 0600);
  words.insert(words.begin(), GAPMAP_PROGRAM);
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  int const error =
      ::posix_spawn(&child, GAPMAP_PROGRAM, &files, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (error != 0) throw std::runtime_error{"cannot start " GAPMAP_PROGRAM};
  return child;
}

/// Its exit code, 128 + signal if it was killed.
inline int wait_for(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// `stdout_path`: where the standard output goes instead of into the result.
inline Ran run_program(std::vector<std::string> words, std::string const& stdout_path = {}) {
  TemporaryFolder const folder;
  auto const out = stdout_path.empty() ? (folder.path() / "stdout").string() : stdout_path;
  auto const err = (folder.path() / "stderr").string();
  int const code = wait_for(start_program(std::move(words), out, err));
  return {code, stdout_path.empty() ? read_text(out) : "", read_text(err)};
}

/// Runs `gapmap coverage` quietly with these words, results going to `folder`. If this process ran
/// it with the same words before, its results are copied: the samples do not change. Files of a
/// test do, so that words which name one are always run.
inline Ran cover_sample(std::vector<std::string> const& words,
                        std::filesystem::path const& folder) {
  auto const run_into = [&](std::filesystem::path const& results) {
    std::vector<std::string> all{"coverage", "--quiet", "-o", results.string()};
    all.insert(all.end(), words.begin(), words.end());
    return run_program(all);
  };
  auto const temporary = std::filesystem::temp_directory_path().string();
  for (auto const& word : words) {
    if (word.find(temporary) != std::string::npos) return run_into(folder);
  }
  struct Known {
    TemporaryFolder kept;
    Ran ran;
  };
  static std::map<std::vector<std::string>, Known> known;
  auto const [found, is_new] = known.try_emplace(words);
  auto& [kept, ran] = found->second;
  auto const results = kept.path() / "results";
  if (is_new) ran = run_into(results);
  if (std::filesystem::exists(results)) {
    std::filesystem::copy(results, folder,
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
  }
  return ran;
}

}  // namespace gapmap
