#pragma once
// How long work is stopped: whoever began it asks, the work itself ends where it can.

#include <exception>
#include <stop_token>
#include <utility>

namespace gapmap {

/// The work was asked to stop, and did. No error of anybody's: whatever turns errors into remarks
/// or other errors lets it through.
class Stopped final : public std::exception {
 public:
  [[nodiscard]] char const* what() const noexcept override;
};

namespace detail {

/// What stops the work of this thread; null: nothing does.
inline constinit thread_local std::stop_token const* stop_of_thread = nullptr;

/// While it lives, `stop` is that of this thread. Keeps the address.
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

/// While it lives, work of this thread, and of those that work for it, ends with Stopped soon after
/// somebody asked through `stop`. An inner one takes the place of an outer one as long as it lives;
/// it must end on the thread that made it, before the outer one.
class Stoppable {
 public:
  explicit Stoppable(std::stop_token stop) noexcept : stop_{std::move(stop)}, here_{&stop_} {}

 private:
  std::stop_token stop_;
  detail::StopOfThread here_;
};

/// What stops the work of this thread; a token that nobody can ask through if nothing does.
[[nodiscard]] inline std::stop_token stop_of_this_thread() noexcept {
  return detail::stop_of_thread == nullptr ? std::stop_token{} : *detail::stop_of_thread;
}

/// Whether the work of this thread was asked to stop.
[[nodiscard]] inline bool is_asked_to_stop() noexcept {
  return detail::stop_of_thread != nullptr && detail::stop_of_thread->stop_requested();
}

/// Throws Stopped if the work of this thread was asked to stop. Cheap enough for every step of a
/// loop but the innermost: a pointer of the thread is read, and a value that hardly ever changes.
inline void stop_if_asked() {
  if (is_asked_to_stop()) detail::throw_stopped();
}

/// `work` for other threads, while this one waits for them: whatever stops this one stops them, and
/// each asks before it begins.
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
