#pragma once
// How many threads work. The machine may give none: a limit of processes, a container.

#include <exception>
#include <memory>

namespace gapmap {

/// How many threads the system lets run at once, up to `wanted`, this one included: tried out, as
/// no limit tells what others take of it.
[[nodiscard]] unsigned threads_that_start(unsigned wanted);

/// From now on no more threads work than there can be: all is done on this one where no other can
/// be started. Before any work begins.
void work_on_threads_that_start();

/// While it lives, at most so many threads of this process work at the same time, each that waits
/// for others included; of several limits the least holds. No result depends on it.
class ThreadLimit {
 public:
  /// 0: as many as the machine has.
  explicit ThreadLimit(unsigned threads);
  ~ThreadLimit();
  ThreadLimit(ThreadLimit const&) = delete;
  ThreadLimit& operator=(ThreadLimit const&) = delete;

 private:
  class Control;
  std::unique_ptr<Control> control_;
};

/// How many work at the same time.
[[nodiscard]] unsigned threads_at_work();

/// Whether `error` says that memory or a thread could not be had, which is no fault of any input.
[[nodiscard]] bool is_shortage(std::exception const& error);
/// Of these, whether it was a thread.
[[nodiscard]] bool is_shortage_of_threads(std::exception const& error);

}  // namespace gapmap
