#pragma once
// How far a long work has come, for whoever watches.

#include <cstdint>
#include <functional>

namespace gapmap {

/// Called now and then with the share that is done, 0 to 1, seldom less than before, and at most
/// some hundred times a work; from any thread, but never from two at once. Empty: nobody watches.
using Progress = std::function<void(double share)>;

/// `whole`, told by a work that is only what lies between two shares of it. Keeps a reference.
[[nodiscard]] Progress part_of(Progress const& whole, double from, double to);

/// Counts the steps of a work, and tells when a percent more is done; then it can
/// be stopped, too. Not for two threads at once.
class Steps {
 public:
  /// Of `total` 0 nothing is told: nobody knows how many there are. Keeps a reference.
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
  std::uint64_t next_;  ///< when to tell again
};

}  // namespace gapmap
