#include "tools/shortage.h"

#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <cstdlib>
#include <new>

#include "gapmap/io/output_folder.h"
#include "gapmap/units/memory.h"
#include "gapmap/units/threads.h"

namespace gapmap::tools {
namespace {

constexpr double kMega = 1e6;
constexpr auto kWhatToDo =
    "close other programs, read less (an extract of the region, --margin), or take a computer "
    "with more memory";

std::string megabytes(std::uint64_t bytes) {
  return fmt::format("{:.0f} MB", static_cast<double>(bytes) / kMega);
}

/// What nobody catches, or is thrown where nothing may be.
[[noreturn]] void end_with_words() {
  try {
    if (auto const current = std::current_exception()) std::rethrow_exception(current);
  } catch (std::bad_alloc const&) {
    io::give_up("there is not enough memory; take a computer with more, or read less");
  } catch (std::exception const& error) {
    io::give_up(error.what());
  } catch (...) {
    // Nobody throws such.
  }
  std::abort();
}

/// The allocator of the C library takes 128 MB of addresses for each thread, and page by page what
/// is left where these are limited: twenty times as slow.
void share_addresses() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
    ::mallopt(M_ARENA_MAX, 1);
}

}  // namespace

void live_with_little() {
  std::set_terminate(end_with_words);
  share_addresses();
  work_on_threads_that_start();
}

std::string limits_too_low() {
  constexpr rlim_t kOpenFiles = 64;
  constexpr rlim_t kStack = 512U << 10U;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < kOpenFiles) {
    return fmt::format(
        "the system lets it open {} files at once, and {} are needed; raise ulimit -n",
        limit.rlim_cur, kOpenFiles);
  }
  if (::getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < kStack) {
    return fmt::format(
        "the system gives it a stack of {} kB, and {} kB are needed; raise ulimit -s",
        limit.rlim_cur >> 10U, kStack >> 10U);
  }
  return {};
}

std::string told(std::exception const& error, std::string const& stage) {
  if (is_shortage_of_threads(error)) {
    return "the system gives no further thread; end other programs, or raise the limit of "
           "processes (ulimit -u, the limit of the container)";
  }
  if (dynamic_cast<std::bad_alloc const*>(&error) == nullptr) return error.what();
  auto const* const known = dynamic_cast<NotEnoughMemory const*>(&error);
  auto const at = stage.empty() ? std::string{} : fmt::format(" (at: {})", stage);
  if (known == nullptr || known->wanted() < static_cast<std::size_t>(kMega)) {
    return fmt::format("there is not enough memory{}: more than {} would be needed; {}", at,
                       megabytes(most_memory_used()), kWhatToDo);
  }
  return fmt::format("there is not enough memory{}: {} are in use, and {} more are needed; {}", at,
                     megabytes(most_memory_used()), megabytes(known->wanted()), kWhatToDo);
}

std::string note_of_scarce_memory() {
  if (!was_memory_scarce()) return {};
  return fmt::format(" (the limit of memory, ulimit -v, is nearly used up: that may be why)");
}

}  // namespace gapmap::tools

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

/// As the standard's own, but who asks for too much is told so before the system kills the program,
/// and what was asked for is known. A vector that grows asks for twice what it holds and fills the
/// half of it at once.
// NOLINTBEGIN(cppcoreguidelines-no-malloc): what containers take memory with is this.
void* operator new(std::size_t size) {
  gapmap::expect_memory(size / 2);
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw gapmap::NotEnoughMemory{size};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
// NOLINTEND(cppcoreguidelines-no-malloc)

#endif
