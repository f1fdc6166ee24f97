#pragma once
// A barrier at which the threads of one search wait for one another, thousands of times a second.

#include <atomic>
#include <cstdint>
#include <thread>

namespace gapmap::graph {

/// A barrier for `threads` threads: all wait until the last has arrived, and then see everything
/// written before. It spins before it sleeps: the others are mostly microseconds late, and
/// std::barrier of GCC 12 calls the kernel within a fraction of that.
class Barrier {
 public:
  explicit Barrier(std::uint32_t threads) noexcept : threads_{threads}, missing_{threads} {}

  void arrive_and_wait() noexcept {
    auto const round = round_.load(std::memory_order_relaxed);
    if (missing_.fetch_sub(1, std::memory_order_acq_rel) == 1) {
      missing_.store(threads_, std::memory_order_relaxed);
      round_.store(round + 1, std::memory_order_release);
      round_.notify_all();
      return;
    }
    for (int spin = 0; spin < kSpins; ++spin) {
      if (round_.load(std::memory_order_acquire) != round) return;
      pause();
    }
    for (int yield = 0; yield < kYields; ++yield) {
      if (round_.load(std::memory_order_acquire) != round) return;
      std::this_thread::yield();
    }
    while (round_.load(std::memory_order_acquire) == round) round_.wait(round);
  }

 private:
  /// Spins for some microseconds, the usual delay of threads that run at the same time.
  static constexpr int kSpins = 300;
  /// Yields afterwards, in case other threads wait for this processor.
  static constexpr int kYields = 200;

  static void pause() noexcept {
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#endif
  }

  std::uint32_t const threads_;
  alignas(64) std::atomic<std::uint32_t> missing_;
  alignas(64) std::atomic<std::uint32_t> round_{0};
};

}  // namespace gapmap::graph
