#pragma once
// Memory that the machine does not have. Linux promises more than there is and kills whoever takes
// it at its word; so large tables ask first.

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>

namespace gapmap {

/// Thrown in place of std::bad_alloc where it is known what was wanted.
class NotEnoughMemory : public std::bad_alloc {
 public:
  explicit NotEnoughMemory(std::size_t wanted) noexcept : wanted_{wanted} {}
  [[nodiscard]] std::size_t wanted() const noexcept { return wanted_; }  ///< bytes
  [[nodiscard]] char const* what() const noexcept override { return "not enough memory"; }

 private:
  std::size_t wanted_;
};

/// Bytes that may still be taken without anybody being killed: what the machine, the group of
/// processes (a container) and the process's own limit leave. Nothing where the system does not
/// tell.
[[nodiscard]] std::optional<std::uint64_t> memory_left() noexcept;

/// Asked for by whoever is about to fill this many bytes. Throws NotEnoughMemory if a large block
/// is more than what is left; small ones are not looked into.
void expect_memory(std::size_t bytes);

/// The most that this process has held so far.
[[nodiscard]] std::uint64_t most_memory_used() noexcept;

/// Whether the limit of this process's address space (ulimit -v) was as good as reached, so that
/// whatever a library says went wrong may be due to that.
[[nodiscard]] bool was_memory_scarce() noexcept;

}  // namespace gapmap
