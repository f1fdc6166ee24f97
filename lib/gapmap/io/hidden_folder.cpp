#include "gapmap/io/hidden_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <memory>
#include <random>
#include <set>
#include <system_error>
#include <utility>

namespace gapmap::io {
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHidden = ".gapmap-";
constexpr std::string_view kOwner = "owner";
constexpr std::string_view kJournal = "journal";
/// Most files that are linked. A folder with more is the user's own and is not replaced.
constexpr std::size_t kMostLinks = 1000;

[[noreturn]] void fail(std::string const& what, fs::path const& path) {
  throw fs::filesystem_error{what, path, std::error_code{errno, std::generic_category()}};
}

/// An open file or folder, closed by the destructor.
class Handle {
 public:
  Handle(fs::path const& path, int flags)
      : number_{::open(path.c_str(), flags | O_CLOEXEC, 0666)} {}
  ~Handle() {
    if (number_ >= 0) ::close(number_);
  }
  Handle(Handle const&) = delete;
  Handle& operator=(Handle const&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }
  [[nodiscard]] int release() noexcept { return std::exchange(number_, -1); }

 private:
  int number_;
};

/// Flushes a file to the disk. File systems that do not support it are skipped.
void to_disk(fs::path const& path) {
  Handle const file{path, O_RDONLY};
  if (file.number() < 0) fail("cannot be read", path);
  if (::fsync(file.number()) != 0 && errno != EINVAL && errno != EROFS)
    fail("cannot be written", path);
}

/// Runs `undo` if `work` throws, and rethrows.
void or_undo(auto const& work, auto const& undo) {
  try {
    work();
  } catch (...) {
    std::error_code ignored;
    undo(ignored);
    throw;
  }
}

/// Identifies this boot of this machine, within which process numbers are unique.
std::string machine() {
  std::string boot;
  std::ifstream{"/proc/sys/kernel/random/boot_id"} >> boot;
  return boot.empty() ? "unknown" : boot;
}

bool is_older_than(fs::path const& path, std::chrono::hours age) {
  std::error_code error;
  auto const written = fs::last_write_time(path, error);
  return !error && fs::file_time_type::clock::now() - written > age;
}

/// Whether no process uses a hidden folder any more.
bool is_left_behind(fs::path const& hidden) {
  using std::chrono::hours;
  Handle const owner{hidden / kOwner, O_RDWR};
  if (owner.number() < 0) {
    // The folder is just being made or removed. A process that loses its new folder makes another.
    if (::rmdir(hidden.c_str()) == 0) return true;
    // It may also be from an earlier version, which named folders by process number.
    auto const name = hidden.filename().string();
    auto const digits = name.substr(std::min(name.size(), kHidden.size()));
    pid_t process = 0;
    auto const* const end = digits.data() + digits.size();
    bool const is_number = std::from_chars(digits.data(), end, process).ptr == end && process > 0;
    if (is_number) return ::kill(process, 0) != 0 && errno == ESRCH;
    return is_older_than(hidden, hours{1});
  }
  if (::flock(owner.number(), LOCK_EX | LOCK_NB) != 0) return false;
  std::string machine_of_owner;
  std::ifstream{hidden / kOwner} >> machine_of_owner;
  // Not every network drive propagates locks to other machines.
  return machine_of_owner == machine() || is_older_than(hidden, hours{24});
}

void move_file(fs::path const& from, fs::path const& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("cannot be replaced", to);
}

bool is_there(fs::path const& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

/// Reverts the moves that the journal records.
void take_back(fs::path const& hidden, fs::path const& target) {
  std::ifstream journal{hidden / kJournal};
  for (std::string line; std::getline(journal, line);) {
    auto const file = line.substr(std::min<std::size_t>(line.size(), 1));
    if (is_there(hidden / "old" / file)) {
      move_file(hidden / "old" / file, target / file);
    } else if (line.starts_with('+') && !is_there(hidden / "new" / file)) {
      std::error_code ignored;
      fs::rename(target / file, hidden / "new" / file, ignored);
    }
  }
  std::error_code ignored;
  fs::remove(hidden / kJournal, ignored);
}

/// Removes what dead processes left in `folder` under names that begin with `prefix`.
void clear(fs::path const& folder, std::string const& prefix, fs::path const& target) {
  std::error_code error;
  for (auto const& entry : fs::directory_iterator{folder, error}) {
    auto const name = entry.path().filename().string();
    if (!name.starts_with(prefix) || !entry.is_directory(error) || !is_left_behind(entry.path()))
      continue;
    if (is_there(entry.path() / kJournal)) take_back(entry.path(), target);
    fs::remove_all(entry.path(), error);
  }
}

std::string random_letters() {
  std::random_device device;
  std::string letters;
  for (int i = 0; i < 10; ++i) letters += static_cast<char>('a' + device() % 26);
  return letters;
}

/// Keeps other runs from changing the same folder at the same time.
class FolderLock {
 public:
  explicit FolderLock(fs::path const& folder) {
    // The locked folder may have been replaced while waiting.
    for (;;) {
      folder_ = std::make_unique<Handle>(folder, O_RDONLY | O_DIRECTORY);
      if (folder_->number() < 0 || ::flock(folder_->number(), LOCK_EX) != 0) return;
      struct stat locked {};
      struct stat now {};
      if (::fstat(folder_->number(), &locked) != 0 || ::stat(folder.c_str(), &now) != 0) return;
      if (locked.st_ino == now.st_ino) return;
    }
  }

 private:
  std::unique_ptr<Handle> folder_;
};

/// Whether a hidden folder may lie beside a target, to take its place.
bool may_lie_beside(fs::path const& target) {
  auto const parent = target.parent_path();
  struct stat here {};
  struct stat above {};
  if (target == parent || ::stat(parent.c_str(), &above) != 0 ||
      ::access(parent.c_str(), W_OK | X_OK) != 0)
    return false;
  if (::stat(target.c_str(), &here) != 0) return true;
  std::error_code error;
  // Replacing the current folder would leave processes in a deleted one; a mount point cannot be
  // renamed.
  bool const is_current = fs::equivalent(target, fs::current_path(error), error);
  return !is_current && here.st_dev == above.st_dev && here.st_uid == ::geteuid();
}

}  // namespace

HiddenFolder::HiddenFolder(fs::path target)
    : target_{std::move(target)}, is_beside_{may_lie_beside(target_)} {
  auto const beside = fmt::format(".{}{}", target_.filename().string(), kHidden);
  clear(target_.parent_path(), beside, target_);
  clear(target_, std::string{kHidden}, target_);
  auto const place = is_beside_ ? target_.parent_path() : target_;
  if (!is_beside_) fs::create_directories(target_);
  while (lock_ < 0) {
    hidden_ = place / ((is_beside_ ? beside : std::string{kHidden}) + random_letters());
    if (!fs::create_directory(hidden_)) fail("cannot be made", hidden_);
    Handle owner{hidden_ / kOwner, O_RDWR | O_CREAT | O_EXCL};
    if (owner.number() < 0) {
      auto const reason = errno;
      if (reason == ENOENT && !exists()) continue;  // another run took it for one left behind
      remove();
      errno = reason;
      fail("cannot be written", target_);
    }
    (void)::flock(owner.number(), LOCK_EX | LOCK_NB);
    lock_ = owner.release();
  }
  std::ofstream{hidden_ / kOwner} << machine() << '\n';
  // If the constructor throws, the destructor does not run, so the folder is removed here.
  or_undo([&] { fs::create_directory(waiting()); },
          [&](std::error_code&) {
            remove();
            ::close(lock_);
          });
}

HiddenFolder::~HiddenFolder() {
  remove();
  if (lock_ >= 0) ::close(lock_);
}

bool HiddenFolder::exists() const {
  std::error_code ignored;
  return fs::exists(hidden_, ignored);
}

void HiddenFolder::remove() noexcept {
  std::error_code ignored;
  // The owner file goes last: without it, the next run would not clear the rest for a while.
  for (auto const& entry : fs::directory_iterator{hidden_, ignored}) {
    if (entry.path().filename() != kOwner) fs::remove_all(entry.path(), ignored);
  }
  fs::remove_all(hidden_, ignored);
}

void HiddenFolder::commit(FolderChange const& change, std::function<void()> const& before_step) {
  for (auto const& file : change.put) to_disk(waiting() / file);
  FolderLock const lock{target_};
  if (change.put.size() == 1 && change.drop.empty()) {
    fs::create_directories(target_);
    return put_one(change.put.front(), before_step);
  }
  if (!become_target(change, before_step)) move_by_journal(change, before_step);
}

void HiddenFolder::put_one(std::string const& file,
                           std::function<void()> const& before_step) const {
  auto const final = target_ / file;
  auto const old = hidden_ / "old";
  std::error_code no_old;
  fs::create_hard_link(final, old, no_old);
  before_step();
  move_file(waiting() / file, final);
  or_undo([&] { to_disk(target_); },
          [&](std::error_code& error) {
            if (!no_old) return fs::rename(old, final, error);
            fs::remove(final, error);
          });
}

bool HiddenFolder::become_target(FolderChange const& change,
                                 std::function<void()> const& before_step) const {
  if (!is_beside_) return false;
  std::error_code error;
  std::set<std::string> const ours{change.put.begin(), change.put.end()};
  // Removes what a writer left beside its file.
  for (auto const& entry : fs::directory_iterator{waiting(), error}) {
    if (!ours.contains(entry.path().filename().string())) fs::remove_all(entry.path(), error);
  }
  if (!is_there(target_)) {
    before_step();
    move_file(waiting(), target_);
    or_undo([&] { to_disk(target_.parent_path()); },
            [&](std::error_code& failure) { fs::rename(target_, waiting(), failure); });
    return true;
  }
  std::set<std::string> go{change.drop.begin(), change.drop.end()};
  std::vector<fs::path> linked;
  auto const give_up = [&] {
    for (auto const& link : linked) fs::remove(link, error);
    // Renaming a file onto a hard link to itself would leave it in place.
    fs::remove_all(hidden_ / "old", error);
    return false;
  };
  for (auto const& entry : fs::directory_iterator{target_, error}) {
    auto const name = entry.path().filename().string();
    if (ours.contains(name) || go.contains(name)) continue;
    bool const are_few = linked.size() < kMostLinks;
    if (!are_few || !fs::is_regular_file(entry.symlink_status(error))) return give_up();
    linked.push_back(waiting() / name);
    fs::create_hard_link(entry.path(), linked.back(), error);
    if (error) return give_up();
  }
  struct stat status {};
  if (error || ::stat(target_.c_str(), &status) != 0 ||
      ::chmod(waiting().c_str(), status.st_mode & 07777U) != 0)
    return give_up();
  // Replacing the folder would also replace a locked file; linking its files reveals the lock.
  fs::create_directory(hidden_ / "old", error);
  for (auto const* files : {&change.put, &change.drop}) {
    for (auto const& file : *files) {
      if (is_there(target_ / file))
        fs::create_hard_link(target_ / file, hidden_ / "old" / file, error);
      if (error) return give_up();
    }
  }
  to_disk(waiting());
  before_step();
  auto const exchange = [&] {
    return ::renameat2(AT_FDCWD, waiting().c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) ==
           0;
  };
  if (!exchange()) return give_up();
  before_step();
  or_undo([&] { to_disk(target_.parent_path()); }, [&](std::error_code&) { (void)exchange(); });
  return true;
}

void HiddenFolder::move_by_journal(FolderChange const& change,
                                   std::function<void()> const& before_step) const {
  fs::create_directories(target_);
  fs::create_directory(hidden_ / "old");
  {
    std::ofstream journal{hidden_ / "journal.part"};
    for (auto const& file : change.put) journal << '+' << file << '\n';
    for (auto const& file : change.drop) journal << '-' << file << '\n';
    journal.close();
    if (!journal) fail("cannot be written", hidden_ / kJournal);
  }
  to_disk(hidden_ / "journal.part");
  move_file(hidden_ / "journal.part", hidden_ / kJournal);
  to_disk(hidden_);
  try {
    for (auto const* files : {&change.put, &change.drop}) {
      for (auto const& file : *files) {
        before_step();
        if (is_there(target_ / file)) move_file(target_ / file, hidden_ / "old" / file);
        before_step();
        if (files == &change.put) move_file(waiting() / file, target_ / file);
      }
    }
    to_disk(target_);
  } catch (...) {
    take_back(hidden_, target_);
    throw;
  }
  before_step();
  fs::remove(hidden_ / kJournal);
}

}  // namespace gapmap::io
