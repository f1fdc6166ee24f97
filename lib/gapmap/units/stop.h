#pragma once
// How a long task is stopped: its owner asks, and the task itself ends where it can.

#include <exception>
#include <stop_token>
#include <utility>

namespace gapmap {

/// Thrown by a task that was asked to stop. It is nobody's error: code that turns errors into
/// remarks or other errors lets it through.
class Stopped final : public std::exception {
 public:
  [[nodiscard]] char const* what() const noexcept override;
};

namespace detail {

/// The stop token of this thread's task; null if nothing stops it.
inline constinit thread_local std::stop_token const* stop_of_thread = nullptr;

/// Makes `stop` the stop token of this thread while it lives. Keeps the address.
class StopOfThread {
 public:
  explicit StopOfThread(std::stop_token const* stop) noexcept
      : outer_{std::exchange(stop_of_thread, stop)} {}
  ~StopOfThread() { stop_of_thread = outer_; }
  StopOfThread(StopOfThread const&) = delete;
  StopOfThread& operator=(StopOfThread const&) = delete;

 private:
  std::stop_token const* outer_;
};

[[noreturn]] void throw_stopped();

}  // namespace detail

/// While it lives, the task on this thread, and work handed on to other threads for it, ends with
/// Stopped soon after somebody asked through `stop`. An inner Stoppable replaces an outer one as
/// long as it lives; it must end on the thread that made it, before the outer one.
class Stoppable {
 public:
  explicit Stoppable(std::stop_token stop) noexcept : stop_{std::move(stop)}, here_{&stop_} {}

 private:
  std::stop_token stop_;
  detail::StopOfThread here_;
};

/// Returns the stop token of this thread's task; a token that nobody can use if nothing stops it.
[[nodiscard]] inline std::stop_token stop_of_this_thread() noexcept {
  return detail::stop_of_thread == nullptr ? std::stop_token{} : *detail::stop_of_thread;
}

/// Whether the task on this thread was asked to stop.
[[nodiscard]] inline bool is_asked_to_stop() noexcept {
  return detail::stop_of_thread != nullptr && detail::stop_of_thread->stop_requested();
}

/// Throws Stopped if the task on this thread was asked to stop. Cheap enough for every step of a
/// loop but the innermost: it reads a thread-local pointer and a value that hardly ever changes.
inline void stop_if_asked() {
  if (is_asked_to_stop()) detail::throw_stopped();
}

/// Wraps `work` for other threads while this one waits for them: what stops this thread stops them
/// too, and each asks before it begins.
template <class Work>
[[nodiscard]] auto handed_on(Work work) {
  return
      [stop = detail::stop_of_thread, work = std::move(work)](auto&&... given) -> decltype(auto) {
        detail::StopOfThread const here{stop};
        stop_if_asked();
        return work(std::forward<decltype(given)>(given)...);
      };
}

}  // namespace gapmap
