#pragma once
// How far a long task has come, for whoever watches.

#include <cstdint>
#include <functional>

namespace gapmap {

/// Called now and then with the share that is done, 0 to 1, which seldom decreases, and at most
/// some hundred times per task; from any thread, but never from two at once. Empty: nobody watches.
using Progress = std::function<void(double share)>;

/// Returns a Progress for a task that is the part of `whole` between two shares of it. Keeps a
/// reference to `whole`.
[[nodiscard]] Progress part_of(Progress const& whole, double from, double to);

/// Counts the steps of a task. Each time a percent more is done it reports progress and honours a
/// request to stop. Not for two threads at once.
class Steps {
 public:
  /// A `total` of 0 means that the number of steps is unknown: nothing is reported. Keeps a
  /// reference to `progress`.
  Steps(Progress const& progress, std::uint64_t total);

  void add(std::uint64_t done = 1) {
    done_ += done;
    if (done_ >= next_) tell();
  }

 private:
  void tell();

  Progress const& progress_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  std::uint64_t next_;  ///< number of steps at which to report again
};

}  // namespace gapmap
