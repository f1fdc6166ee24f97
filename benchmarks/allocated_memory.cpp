#include "benchmarks/allocated_memory.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace gapmap::benchmarks {
namespace {

std::atomic<std::size_t> bytes{0};
std::atomic<std::size_t> peak{0};

void* count(void* memory) {
  if (memory == nullptr) throw std::bad_alloc{};
  auto const now = bytes += malloc_usable_size(memory);
  auto most = peak.load();
  while (now > most && !peak.compare_exchange_weak(most, now)) {
  }
  return memory;
}

void release(void* memory) {
  if (memory != nullptr) bytes -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

std::size_t allocated_bytes() { return bytes; }
std::size_t allocated_peak_bytes() { return peak; }
void forget_allocated_peak() { peak = bytes.load(); }

}  // namespace gapmap::benchmarks

// The standard's array and nothrow forms call these.
void* operator new(std::size_t size) { return gapmap::benchmarks::count(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  auto const unit = static_cast<std::size_t>(alignment);
  return gapmap::benchmarks::count(std::aligned_alloc(unit, (size + unit - 1) / unit * unit));
}
void operator delete(void* memory) noexcept { gapmap::benchmarks::release(memory); }
void operator delete(void* memory, std::size_t) noexcept { gapmap::benchmarks::release(memory); }
void operator delete(void* memory, std::align_val_t) noexcept {
  gapmap::benchmarks::release(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  gapmap::benchmarks::release(memory);
}
