#pragma once
// How many threads work. The machine may refuse to start more: a limit of processes, a container.

#include <exception>
#include <memory>

namespace gapmap {

/// Returns how many threads the system lets run at once, up to `wanted`, including this one. It
/// starts them to find out, as no limit tells what other processes take of it.
[[nodiscard]] unsigned threads_that_start(unsigned wanted);

/// Limits the number of working threads from now on to those that can be started; all work is done
/// on this thread if no other can. To be called before any work begins.
void work_on_threads_that_start();

/// While it lives, at most `threads` threads of this process work at the same time, including those
/// that wait for others; the least of several limits holds. No result depends on it.
class ThreadLimit {
 public:
  /// `threads` 0 means as many as the machine has.
  explicit ThreadLimit(unsigned threads);
  ~ThreadLimit();
  ThreadLimit(ThreadLimit const&) = delete;
  ThreadLimit& operator=(ThreadLimit const&) = delete;

 private:
  class Control;
  std::unique_ptr<Control> control_;
};

/// Returns how many threads work at the same time.
[[nodiscard]] unsigned threads_at_work();

/// Whether `error` says that memory or a thread could not be had, which is not the fault of any
/// input.
[[nodiscard]] bool is_shortage(std::exception const& error);
/// Whether `error` says that a thread could not be started.
[[nodiscard]] bool is_shortage_of_threads(std::exception const& error);

}  // namespace gapmap
