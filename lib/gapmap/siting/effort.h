#pragma once
// How long a plan is looked for.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <limits>
#include <optional>
#include <stop_token>

namespace gapmap::siting {

/// What a search may cost. With a limit of rounds the plan is the same on any machine; with one of
/// time it hangs on the machine's speed.
struct EffortLimits {
  std::size_t rounds = std::numeric_limits<std::size_t>::max();  ///< of relaxations, all together
  std::optional<std::chrono::steady_clock::duration> time = {};
  /// Asked, it ends the search with the best plan so far, as a limit does. What stops this thread's
  /// task (see Stoppable) ends it too, but may throw Stopped.
  std::stop_token finish = {};
};

/// What is left of a search's effort. A search that runs out of it, or is asked to stop, ends with
/// the best plan so far and its bound.
class Effort {
 public:
  explicit Effort(EffortLimits const& limits = {});

  /// Counts a round; whether there may be another one.
  [[nodiscard]] bool spend();
  [[nodiscard]] bool is_spent() const;
  /// Counts the rounds of a search that is a part of this one.
  void add(Effort const& part) noexcept { rounds_ += part.rounds_; }
  [[nodiscard]] std::size_t rounds() const noexcept { return rounds_; }
  [[nodiscard]] std::size_t rounds_left() const noexcept {
    return limits_.rounds - std::min(rounds_, limits_.rounds);
  }
  /// Returns the time left; nothing if it is not limited.
  [[nodiscard]] std::optional<std::chrono::steady_clock::duration> time_left() const;
  /// Returns the limits of a search that is a part of this one, and of so many rounds at most.
  [[nodiscard]] EffortLimits limits_of_part(std::size_t rounds) const {
    return {std::min(rounds, rounds_left()), time_left(), limits_.finish};
  }

 private:
  EffortLimits limits_;
  std::chrono::steady_clock::time_point begin_;
  std::stop_token stop_;
  std::size_t rounds_ = 0;
};

}  // namespace gapmap::siting
