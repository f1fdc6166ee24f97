#pragma once
// Works that have nothing to do with one another, on several threads at a time.

#include <functional>
#include <vector>

#include "gapmap/units/progress.h"

namespace gapmap {

struct Work {
  /// Is given whom to tell how much of this work is done, if it knows.
  std::function<void(Progress const&)> run;
  double weight = 1;  ///< how long it takes beside the others, in any unit
};

/// Does every one of `works`, begun in about this order: the longest first makes the least waiting.
/// `progress` is told how much of them all is done, by weight. If some throw, the others are still
/// done, and then what the first of those in the list threw reaches the caller: the same whatever
/// the threads did. Asked to stop, those that have not begun are not done, and Stopped is thrown
/// whatever else was.
void side_by_side(std::vector<Work> const& works, Progress const& progress = {});

}  // namespace gapmap
