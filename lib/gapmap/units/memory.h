#pragma once
// Checks whether memory is there before it is taken. Linux promises more than it has and kills the
// process that uses it, so code that makes large tables asks first.

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>

namespace gapmap {

/// Thrown in place of std::bad_alloc where the number of bytes wanted is known.
class NotEnoughMemory : public std::bad_alloc {
 public:
  explicit NotEnoughMemory(std::size_t wanted) noexcept : wanted_{wanted} {}
  [[nodiscard]] std::size_t wanted() const noexcept { return wanted_; }  ///< bytes
  [[nodiscard]] char const* what() const noexcept override { return "not enough memory"; }

 private:
  std::size_t wanted_;
};

/// Returns how many bytes may still be taken without a process being killed: what the machine, the
/// group of processes (a container) and the limit of this process leave. Returns nothing where the
/// system does not tell.
[[nodiscard]] std::optional<std::uint64_t> memory_left() noexcept;

/// To be called before filling this many bytes. Throws NotEnoughMemory if a large block exceeds
/// what is left; small ones are not checked.
void expect_memory(std::size_t bytes);

/// Returns the most memory that this process has held so far, in bytes.
[[nodiscard]] std::uint64_t most_memory_used() noexcept;

/// Whether this process came so close to the limit of its address space (ulimit -v) that an error
/// reported by a library may be due to it.
[[nodiscard]] bool was_memory_scarce() noexcept;

}  // namespace gapmap
