#include "gapmap/units/memory.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace gapmap {
namespace {

/// A short file of the system, such as those in /proc. Nothing is allocated: memory may be what is
/// missing.
class SystemFile {
 public:
  explicit SystemFile(char const* path) noexcept {
    int const file = ::open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    auto const got = ::read(file, text_.data(), text_.size());
    size_ = got > 0 ? static_cast<std::size_t>(got) : 0;
    ::close(file);
  }
  [[nodiscard]] std::string_view text() const noexcept { return {text_.data(), size_}; }

  /// Returns the number after `name`, or nothing if there is none.
  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view name) const noexcept {
    auto rest = text();
    auto const at = rest.find(name);
    if (at == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t:"), rest.size()));
    std::uint64_t value = 0;
    auto const read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    return read.ec == std::errc{} ? std::optional{value} : std::nullopt;
  }

 private:
  std::array<char, 8192> text_{};
  std::size_t size_ = 0;
};

constexpr std::uint64_t kKilo = 1024;

std::uint64_t less(std::uint64_t from, std::uint64_t taken) noexcept {
  return from > taken ? from - taken : 0;
}

std::optional<std::uint64_t> left_on_machine() noexcept {
  SystemFile const machine{"/proc/meminfo"};
  auto const available = machine.number("MemAvailable");
  if (!available) return std::nullopt;
  return kKilo * (*available + machine.number("SwapFree").value_or(0));
}

/// Returns what is left in the control group that a container sees as its own. Memory that caches
/// files counts as free, as it is given back on demand.
std::optional<std::uint64_t> left_in_group() noexcept {
  auto const most = SystemFile{"/sys/fs/cgroup/memory.max"}.number("");
  auto const used = SystemFile{"/sys/fs/cgroup/memory.current"}.number("");
  if (!most || !used) return std::nullopt;
  auto const cached = SystemFile{"/sys/fs/cgroup/memory.stat"}.number("inactive_file").value_or(0);
  return less(*most, less(*used, cached));
}

std::optional<std::uint64_t> limit_of_addresses() noexcept {
  rlimit limit{};
  bool const is_limited = ::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
  return is_limited ? std::optional<std::uint64_t>{limit.rlim_cur} : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> memory_left() noexcept {
  auto left = left_on_machine();
  auto const at_most = [&](std::optional<std::uint64_t> bytes) {
    if (bytes) left = std::min(*bytes, left.value_or(*bytes));
  };
  at_most(left_in_group());
  if (auto const limit = limit_of_addresses()) {
    auto const used = SystemFile{"/proc/self/status"}.number("VmSize").value_or(0);
    at_most(less(*limit, kKilo * used));
  }
  return left;
}

void expect_memory(std::size_t bytes) {
  // Asking costs some ten microseconds, filling this much memory some ten milliseconds.
  constexpr std::size_t kLarge = std::size_t{64} << 20U;
  if (bytes < kLarge) return;
  if (auto const left = memory_left(); left && *left < bytes) throw NotEnoughMemory{bytes};
}

std::uint64_t most_memory_used() noexcept {
  rusage usage{};
  if (::getrusage(RUSAGE_SELF, &usage) != 0) return 0;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-union-access): the C library keeps it in one.
  return kKilo * static_cast<std::uint64_t>(usage.ru_maxrss);
}

bool was_memory_scarce() noexcept {
  auto const limit = limit_of_addresses();
  auto const peak = SystemFile{"/proc/self/status"}.number("VmPeak");
  return limit && peak && kKilo * *peak > *limit - *limit / 8;
}

}  // namespace gapmap
