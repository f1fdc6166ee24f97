#include "gapmap/units/threads.h"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace gapmap {

unsigned threads_that_start(unsigned wanted) {
  std::atomic<bool> is_over{false};
  unsigned started = 1;
  {
    std::vector<std::jthread> others;
    try {
      for (; started < wanted; ++started) others.emplace_back([&] { is_over.wait(false); });
    } catch (std::system_error const&) {
      // No more threads can be started.
    }
    is_over.store(true);
    is_over.notify_all();
  }
  return started;
}

void work_on_threads_that_start() {
  using Control = tbb::global_control;
  auto const machine = static_cast<unsigned>(std::max(1, tbb::info::default_concurrency()));
  // Twice the machine's number: a search has threads beside the pool's, and one more shows that
  // time passes.
  auto const started = threads_that_start(2 * machine);
  if (started >= 2 * machine) return;
  // Never destroyed: at its destruction oneTBB would try to start the threads that cannot be had.
  static auto& control = *new Control{Control::max_allowed_parallelism, std::max(1U, started / 2)};
  static_cast<void>(control);
}

class ThreadLimit::Control {
 public:
  explicit Control(unsigned threads)
      : control_{tbb::global_control::max_allowed_parallelism, threads} {}

 private:
  tbb::global_control control_;
};

ThreadLimit::ThreadLimit(unsigned threads) {
  // If more threads are asked for than the machine has, oneTBB warns on the terminal.
  auto const machine = static_cast<unsigned>(std::max(1, tbb::info::default_concurrency()));
  if (threads > 0 && threads < machine) control_ = std::make_unique<Control>(threads);
}
ThreadLimit::~ThreadLimit() = default;

unsigned threads_at_work() {
  using Control = tbb::global_control;
  auto const here = static_cast<unsigned>(std::max(1, tbb::this_task_arena::max_concurrency()));
  auto const allowed = Control::active_value(Control::max_allowed_parallelism);
  return static_cast<unsigned>(std::min<std::size_t>(here, allowed));
}

bool is_shortage_of_threads(std::exception const& error) {
  auto const* const system = dynamic_cast<std::system_error const*>(&error);
  if (system != nullptr && system->code() == std::errc::resource_unavailable_try_again) return true;
  // The only sign of it in oneTBB's exception is the text.
  return std::string_view{error.what()}.starts_with("pthread_create has failed");
}

bool is_shortage(std::exception const& error) {
  return dynamic_cast<std::bad_alloc const*>(&error) != nullptr || is_shortage_of_threads(error);
}

}  // namespace gapmap
