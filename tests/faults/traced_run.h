#pragma once
// Runs gapmap until its N-th call to the system that changes a file, and there kills it, or lets
// this call and those behind it fail as a full disk makes them fail. Calls are caught in the
// kernel, whichever library and thread makes them. Linux on x86-64 only.

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/io/temporary_folder.h"

namespace gapmap {

enum class Fault : std::uint8_t {
  None,
  Kill,     ///< SIGKILL instead of the call
  NoSpace,  ///< from there on nothing new fits on the disk
  Quota,    ///< likewise, of the user
  Broken,   ///< this write or fsync fails with EIO
  Locked,   ///< nothing may take the place of this file, as where others hold it open
};
inline constexpr std::size_t kFaults = 6;

struct TracedRun {
  int exit_code = 0;                         ///< 128 + signal if it was killed
  std::array<std::size_t, kFaults> calls{};  ///< that each fault could have fallen on
  std::string hit;                           ///< what the fault fell on: "pwrite64 gapmap.gpkg"
  std::string out;
  std::string err;
};

namespace traced {

enum class What { Create, Write, Sync, Move, Remove };

struct Call {
  long number;
  char const* name;
  What what;
};
inline constexpr std::array kCalls{
    Call{SYS_open, "open", What::Create},         Call{SYS_openat, "openat", What::Create},
    Call{SYS_mkdir, "mkdir", What::Create},       Call{SYS_mkdirat, "mkdirat", What::Create},
    Call{SYS_link, "link", What::Create},         Call{SYS_linkat, "linkat", What::Create},
    Call{SYS_write, "write", What::Write},        Call{SYS_pwrite64, "pwrite64", What::Write},
    Call{SYS_writev, "writev", What::Write},      Call{SYS_fallocate, "fallocate", What::Write},
    Call{SYS_ftruncate, "ftruncate", What::Move}, Call{SYS_fsync, "fsync", What::Sync},
    Call{SYS_fdatasync, "fdatasync", What::Sync}, Call{SYS_rename, "rename", What::Move},
    Call{SYS_renameat, "renameat", What::Move},   Call{SYS_renameat2, "renameat2", What::Move},
    Call{SYS_unlink, "unlink", What::Remove},     Call{SYS_unlinkat, "unlinkat", What::Remove},
    Call{SYS_rmdir, "rmdir", What::Remove},       Call{SYS_chmod, "chmod", What::Move},
};

inline Call const* call_of(long number) {
  for (auto const& call : kCalls) {
    if (call.number == number) return &call;
  }
  return nullptr;
}

/// In the child: whoever traces it hears of the calls above, and of no other.
inline void install_filter() {
  std::vector<sock_filter> program{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (auto const& call : kCalls) {
    program.push_back(
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call.number), 0, 1));
    program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  }
  program.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  sock_fprog const filter{static_cast<unsigned short>(program.size()), program.data()};
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

/// The file that a number stands for in the process; empty for pipes, devices and what the test
/// itself reads (standard output and errors).
inline std::string file_of(pid_t process, unsigned long long number) {
  if (number <= STDERR_FILENO) return {};
  std::error_code error;
  auto const path = std::filesystem::read_symlink(
      "/proc/" + std::to_string(process) + "/fd/" + std::to_string(static_cast<int>(number)),
      error);
  auto const text = path.string();
  bool const is_file = text.starts_with('/') && !text.starts_with("/dev/") &&
                       !text.starts_with("/proc/") && !text.starts_with("/memfd:");
  return is_file ? path.filename().string() : std::string{};
}

inline int error_of(Fault fault) {
  switch (fault) {
    case Fault::NoSpace:
      return ENOSPC;
    case Fault::Quota:
      return EDQUOT;
    case Fault::Broken:
      return EIO;
    default:
      return EBUSY;
  }
}

inline bool is_counted(Fault fault, What what) {
  switch (fault) {
    case Fault::NoSpace:
    case Fault::Quota:
      return what == What::Create || what == What::Write;
    case Fault::Broken:
      return what == What::Write || what == What::Sync;
    case Fault::Locked:
      return what == What::Move;
    default:
      return true;
  }
}

}  // namespace traced

/// `at` is counted from 1, among the calls that the fault can fall on.
inline TracedRun run_traced(std::vector<std::string> words, Fault fault = Fault::None,
                            std::size_t at = 0) {
  using namespace traced;
  TemporaryFolder const folder;
  auto const out = (folder.path() / "stdout").string();
  auto const err = (folder.path() / "stderr").string();
  words.insert(words.begin(), GAPMAP_PROGRAM);
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t const child = ::fork();
  if (child == 0) {
    (void)::chdir(GAPMAP_SOURCE_DIR);
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(126);
    ::raise(SIGSTOP);
    install_filter();
    ::execv(GAPMAP_PROGRAM, pointers.data());
    ::_exit(127);
  }
  TracedRun run;
  bool has_options = false;
  bool has_started = false;
  bool is_failing = false;
  for (;;) {
    int status = 0;
    pid_t const who = ::waitpid(-1, &status, __WALL);
    if (who < 0) break;
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      if (who != child) continue;
      run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      break;
    }
    auto const event = status >> 16;
    long signal = 0;
    if (!has_options && who == child) {
      ::ptrace(
          PTRACE_SETOPTIONS, child, nullptr,
          PTRACE_O_TRACESECCOMP | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
      has_options = true;
    } else if (event == PTRACE_EVENT_EXEC) {
      has_started = true;
    } else if (event == PTRACE_EVENT_SECCOMP && has_started) {
      user_regs_struct registers{};
      ::ptrace(PTRACE_GETREGS, who, nullptr, &registers);
      auto const* const call = call_of(static_cast<long>(registers.orig_rax));
      bool is_change = call != nullptr;
      std::string file;
      if (is_change && (call->number == SYS_openat || call->number == SYS_open)) {
        auto const flags = call->number == SYS_openat ? registers.rdx : registers.rsi;
        is_change = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
      } else if (is_change && (call->what == What::Write || call->what == What::Sync ||
                               call->number == SYS_ftruncate)) {
        file = file_of(who, registers.rdi);
        is_change = !file.empty();
      }
      auto const can_fall = [&](Fault some) { return is_change && is_counted(some, call->what); };
      for (std::size_t f = 0; f < kFaults; ++f) {
        if (can_fall(static_cast<Fault>(f))) ++run.calls[f];
      }
      if (can_fall(fault)) {
        bool const is_it = at != 0 && run.calls[static_cast<std::size_t>(fault)] == at;
        bool const stays = fault == Fault::NoSpace || fault == Fault::Quota;
        if (is_it) run.hit = std::string{call->name} + " " + file;
        if (is_it && fault == Fault::Kill) ::kill(child, SIGKILL);
        is_failing = is_failing || (is_it && stays);
        if (fault != Fault::None && fault != Fault::Kill && (is_it || is_failing)) {
          registers.orig_rax = static_cast<unsigned long long>(-1);
          registers.rax = static_cast<unsigned long long>(-error_of(fault));
          ::ptrace(PTRACE_SETREGS, who, nullptr, &registers);
        }
      }
    } else if (WSTOPSIG(status) != SIGTRAP && WSTOPSIG(status) != SIGSTOP) {
      signal = WSTOPSIG(status);
    }
    ::ptrace(PTRACE_CONT, who, nullptr, signal);
  }
  run.out = read_text(out);
  run.err = read_text(err);
  return run;
}

}  // namespace gapmap
