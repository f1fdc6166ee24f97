#include "gapmap/io/output_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <thread>

#include "gapmap/units/error.h"

namespace gapmap::io {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHidden = ".gapmap-";

/// The folders that would have to go if the program were killed now.
struct Uncommitted {
  std::mutex mutex;
  std::vector<OutputFolder*> folders;
};

/// Never destroyed: the thread that waits for signals outlives main().
Uncommitted& uncommitted() {
  static auto& all = *new Uncommitted;
  return all;
}

/// Hidden folders in `target` whose process is no more.
void remove_what_the_dead_left(fs::path const& target) {
  std::error_code error;
  for (auto const& entry : fs::directory_iterator{target, error}) {
    auto const name = entry.path().filename().string();
    if (!name.starts_with(kHidden)) continue;
    pid_t process = 0;
    auto const* end = name.data() + name.size();
    auto const parsed = std::from_chars(name.data() + kHidden.size(), end, process);
    bool const is_dead =
        parsed.ptr == end && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
    if (is_dead) fs::remove_all(entry.path(), error);
  }
}

}  // namespace

OutputFolder::OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite)
    : target_{std::move(target)}, files_{std::move(files)} {
  std::error_code error;
  if (fs::exists(target_, error) && !fs::is_directory(target_, error)) {
    throw InputError{{target_}, "is not a folder", "choose another output folder"};
  }
  std::vector<std::string> existing;
  for (auto const& file : files_) {
    if (fs::exists(final_path(file), error)) existing.push_back(file);
  }
  if (!existing.empty() && overwrite == Overwrite::No) {
    throw InputError{{target_},
                     fmt::format("already holds {}", fmt::join(existing, ", ")),
                     "add --overwrite to replace them, or choose another output folder"};
  }
  for (auto const& file : existing) {
    if (!fs::is_regular_file(final_path(file), error)) {
      throw InputError{
          {final_path(file)}, "is not a file that can be replaced", "choose another output folder"};
    }
  }
  // Inside the target, so that moving the files is a rename on one disk and a folder that cannot be
  // written is known now.
  staging_ = (fs::path{target_} / fmt::format("{}{}", kHidden, ::getpid())).string();
  for (auto folder = fs::absolute(target_).lexically_normal(); !fs::exists(folder, error);
       folder = folder.parent_path()) {
    if (folder.has_filename()) created_.push_back(folder.string());
  }
  remove_what_the_dead_left(target_);
  std::scoped_lock const lock{uncommitted().mutex};
  uncommitted().folders.push_back(this);
  fs::remove_all(staging_, error);
  if (!fs::create_directories(staging_, error)) {
    auto const reason = error.message();
    clean_up();
    std::erase(uncommitted().folders, this);
    throw InputError{
        {target_}, "cannot be written: " + reason, "check the path and its permissions"};
  }
}

OutputFolder::~OutputFolder() {
  std::scoped_lock const lock{uncommitted().mutex};
  clean_up();
  std::erase(uncommitted().folders, this);
}

void OutputFolder::clean_up() noexcept {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  // From the target upwards; what is not empty stays.
  for (auto const& folder : created_) fs::remove(folder, ignored);
}

std::string OutputFolder::staged(std::string const& file) const {
  return (fs::path{staging_} / file).string();
}
std::string OutputFolder::final_path(std::string const& file) const {
  return (fs::path{target_} / file).string();
}

std::vector<std::string> OutputFolder::final_paths() const {
  std::vector<std::string> paths;
  for (auto const& file : files_) paths.push_back(final_path(file));
  return paths;
}

void OutputFolder::leave_out(std::string const& file) {
  if (std::erase(files_, file) > 0) left_out_.push_back(file);
}

void OutputFolder::commit() {
  std::scoped_lock const lock{uncommitted().mutex};
  std::error_code error;
  for (auto const& file : left_out_) {
    fs::remove(final_path(file), error);
    if (error)
      throw InputError{
          {final_path(file)}, "cannot be removed: " + error.message(), "check the permissions"};
  }
  for (auto const& file : files_) {
    if (!error) fs::rename(staged(file), final_path(file), error);
    if (error)
      throw InputError{
          {final_path(file)}, "cannot be written: " + error.message(), "check the permissions"};
  }
}

void clean_up_when_killed() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (int const signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread{[signals] {
    int signal = 0;
    while (::sigwait(&signals, &signal) != 0) continue;
    // Not unlocked again: nobody commits, or says that a file in the folder has gone, any more.
    uncommitted().mutex.lock();
    for (auto* folder : uncommitted().folders) {
      // Others may still be writing into it.
      constexpr int kAttempts = 100;
      std::error_code ignored;
      for (int i = 0; i < kAttempts && fs::exists(folder->staging_, ignored); ++i)
        folder->clean_up();
    }
    // As if nobody had waited for it: whoever started the program sees by what it ended.
    ::signal(signal, SIG_DFL);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
  }}.detach();
}

}  // namespace gapmap::io
