#include "gapmap/io/output_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <thread>

#include "gapmap/units/error.h"
#include "gapmap/units/stop.h"

namespace gapmap::io {
namespace fs = std::filesystem;

namespace {

/// Folders that must be removed if the program is killed now.
struct Uncommitted {
  std::mutex mutex;
  std::vector<OutputFolder*> folders;
};

/// Returns the uncommitted folders, which are never destroyed because the thread that waits for
/// signals outlives main().
Uncommitted& uncommitted() {
  static auto& all = *new Uncommitted;
  return all;
}

/// Returns an absolute path without dots, links and a final slash.
fs::path resolved(std::string const& target) {
  std::error_code error;
  auto const plain = fs::absolute(target).lexically_normal();
  auto path = fs::weakly_canonical(plain, error);
  if (error) path = plain;  // no file system takes such a name: making the folder will say so
  return path.has_filename() || path == path.root_path() ? path : path.parent_path();
}

}  // namespace

OutputFolder::OutputFolder(std::string target, std::vector<std::string> files, Overwrite overwrite,
                           std::vector<std::string> const& inputs)
    : OutputFolder{Unmade{}, std::move(target), std::move(files), overwrite} {
  refuse(inputs);
  std::error_code error;
  auto const place = resolved(target_);
  for (auto folder = place; folder.has_relative_path() && !fs::exists(folder, error);
       folder = folder.parent_path())
    created_.push_back(folder.string());
  std::scoped_lock const lock{uncommitted().mutex};
  uncommitted().folders.push_back(this);
  try {
    fs::create_directories(place.parent_path());
    hidden_.emplace(place);
  } catch (fs::filesystem_error const& failure) {
    clean_up();
    std::erase(uncommitted().folders, this);
    throw InputError{{target_},
                     "cannot be written: " + failure.code().message(),
                     "check the path and its permissions"};
  }
}

void OutputFolder::require_room(std::string target, std::vector<std::string> files,
                                Overwrite overwrite, std::vector<std::string> const& inputs) {
  OutputFolder{Unmade{}, std::move(target), std::move(files), overwrite}.refuse(inputs);
}

void OutputFolder::refuse(std::vector<std::string> const& inputs) const {
  std::error_code error;
  if (fs::exists(target_, error) && !fs::is_directory(target_, error)) {
    throw InputError{{target_}, "is not a folder", "choose another output folder"};
  }
  if (fs::is_symlink(target_, error) && !fs::exists(target_, error))
    throw InputError{{target_}, "is a link to what is not there", "choose another output folder"};
  keep(inputs);
  refuse_existing(files_);
  for (auto const& file : files_) {
    bool const is_there = fs::exists(final_path(file), error);
    if (is_there && !fs::is_regular_file(final_path(file), error)) {
      throw InputError{
          {final_path(file)}, "is not a file that can be replaced", "choose another output folder"};
    }
  }
}

OutputFolder::~OutputFolder() {
  std::scoped_lock const lock{uncommitted().mutex};
  clean_up();
  std::erase(uncommitted().folders, this);
}

void OutputFolder::clean_up() noexcept {
  if (hidden_) hidden_->remove();
  // From the target upwards; folders that are not empty stay.
  std::error_code ignored;
  for (auto const& folder : created_) fs::remove(folder, ignored);
}

void OutputFolder::refuse_existing(std::vector<std::string> const& files) const {
  if (overwrite_ == Overwrite::Yes) return;
  std::error_code error;
  std::vector<std::string> existing;
  for (auto const& file : files) {
    if (fs::exists(final_path(file), error)) existing.push_back(file);
  }
  if (existing.empty()) return;
  throw InputError{{target_},
                   fmt::format("already holds {}", fmt::join(existing, ", ")),
                   "add `overwrite` to replace them, or choose another output folder"};
}

InputError result_over_input(std::string const& result) {
  return InputError{{result},
                    "is read by this run, so no result may take its place",
                    "choose another output folder"};
}

std::string OutputFolder::final_in_place_of(std::string const& input) const {
  std::error_code error;
  for (auto const* files : {&files_, &left_out_}) {
    for (auto const& file : *files) {
      if (fs::equivalent(input, final_path(file), error)) return final_path(file);
    }
  }
  return {};
}

std::string OutputFolder::result_in_place_of(std::string const& input) {
  std::scoped_lock const lock{uncommitted().mutex};
  for (auto const* folder : uncommitted().folders) {
    if (auto result = folder->final_in_place_of(input); !result.empty()) return result;
  }
  return {};
}

void OutputFolder::keep(std::vector<std::string> const& inputs) const {
  std::error_code error;
  auto const refuse_if_result = [&](std::string const& input) {
    if (auto const result = final_in_place_of(input); !result.empty())
      throw result_over_input(result);
  };
  for (auto const& input : inputs) {
    if (fs::is_regular_file(input, error)) refuse_if_result(input);
    if (!fs::is_directory(input, error)) continue;
    for (fs::directory_iterator entries{input, error}, end; !error && entries != end;
         entries.increment(error))
      refuse_if_result(entries->path().string());
  }
}

std::string OutputFolder::staged(std::string const& file) const {
  return (hidden_->waiting() / file).string();
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

namespace {

std::atomic<bool> has_committed{false};

}  // namespace

bool OutputFolder::has_committed_any() noexcept { return has_committed; }

void OutputFolder::commit() {
  stop_if_asked();
  Stoppable const not_any_more{{}};
  std::scoped_lock const lock{uncommitted().mutex};
  refuse_existing(files_);
  try {
    hidden_->commit({.put = files_, .drop = left_out_});
  } catch (fs::filesystem_error const& failure) {
    throw InputError{{failure.path1().string()},
                     fmt::format("{}: {}; all results are as they were", failure.what(),
                                 failure.code().message()),
                     "close it where it is open, and check the permissions and the disk"};
  }
  has_committed = true;
}

namespace {

constexpr int kFailed = 1;

/// Signal from a thread that cannot continue to the one that waits for signals.
constexpr int kCannotGoOn = SIGUSR1;

/// Whether a thread waits for signals.
std::atomic<bool> is_waited_for{false};
thread_local bool is_the_one_that_waits = false;

/// How long a program that was asked to stop may take to end by itself. Whoever pressed Ctrl-C is
/// to wait 200 ms at most, of which the system needs some to take the memory of a large run back.
constexpr std::chrono::milliseconds kPatience{60};

/// Returns the next signal; nothing if none arrives in time.
std::optional<int> next_within(sigset_t const& signals, std::chrono::nanoseconds time) {
  using std::chrono::steady_clock;
  auto const until = steady_clock::now() + time;
  for (;;) {
    auto const left = std::max<std::chrono::nanoseconds>(until - steady_clock::now(), {});
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    timespec const wait{seconds.count(), (left - seconds).count()};
    if (int const signal = ::sigtimedwait(&signals, nullptr, &wait); signal > 0) return signal;
    if (errno != EINTR) return std::nullopt;
  }
}

/// Whom the first SIGINT asks in place of the program.
struct Finishing {
  std::mutex mutex;
  std::optional<std::stop_source> source;
};

/// Never destroyed: the thread that waits for signals outlives main().
Finishing& finishing() {
  static auto& one = *new Finishing;
  return one;
}

/// Whether somebody is asked to finish who was not asked before.
bool is_asked_to_finish() {
  std::scoped_lock const lock{finishing().mutex};
  return finishing().source && finishing().source->request_stop();
}

/// Handles the shortening of a mapped input, whose bytes are lost.
void on_lost_bytes(int) {
  give_up("an input became shorter while it was read; run it again when nobody writes it");
}

}  // namespace

void give_up(std::string_view words) noexcept {
  for (auto const part : {std::string_view{"gapmap: "}, words, std::string_view{"\n"}})
    (void)!::write(STDERR_FILENO, part.data(), part.size());
  // Cleaning up may itself fail if memory is short.
  if (!is_waited_for || is_the_one_that_waits) ::_exit(kFailed);
  ::kill(::getpid(), kCannotGoOn);
  for (;;) ::pause();
}

/// Cleans up all folders before the process ends.
void OutputFolder::clean_up_for_good() {
  // Never unlocked, so that no thread commits, or reports that a file in the folder is gone.
  uncommitted().mutex.lock();
  for (auto* folder : uncommitted().folders) {
    // Other threads may still be writing into it.
    constexpr int kAttempts = 100;
    for (int i = 0; i < kAttempts && folder->hidden_ && folder->hidden_->exists(); ++i)
      folder->clean_up();
  }
}

void clean_up_when_killed(std::stop_source stop, std::function<void()> say_stopped) {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (int const signal : {SIGINT, SIGTERM, SIGHUP, kCannotGoOn}) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  (void)std::signal(SIGBUS, on_lost_bytes);
  auto const wait = [signals, stop = std::move(stop),
                     say_stopped = std::move(say_stopped)]() mutable {
    is_the_one_that_waits = true;
    int signal = 0;
    do {
      while (::sigwait(&signals, &signal) != 0) continue;
    } while (signal == SIGINT && is_asked_to_finish());
    if (signal == SIGINT) {
      stop.request_stop();
      signal = next_within(signals, kPatience).value_or(SIGINT);
    }
    OutputFolder::clean_up_for_good();
    if (signal == kCannotGoOn) ::_exit(kFailed);
    if (signal == SIGINT) {
      say_stopped();
      ::_exit(kStopped);
    }
    // The default action shows the parent process which signal ended the program.
    ::signal(signal, SIG_DFL);
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
    ::raise(signal);
  };
  try {
    std::thread{wait}.detach();
    is_waited_for = true;
  } catch (std::system_error const&) {
    // No thread is available: signals end the program at once, and the next run cleans up.
    ::pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  }
}

FinishFirst::FinishFirst(std::stop_source finish) {
  std::scoped_lock const lock{finishing().mutex};
  finishing().source = std::move(finish);
}

FinishFirst::~FinishFirst() {
  std::scoped_lock const lock{finishing().mutex};
  finishing().source.reset();
}

}  // namespace gapmap::io
