#pragma once
// Independent tasks, run on several threads at a time.

#include <functional>
#include <vector>

#include "gapmap/units/progress.h"

namespace gapmap {

struct Work {
  /// Does the task and may report the share of it that is done.
  std::function<void(Progress const&)> run;
  double weight = 1;  ///< how long the task takes relative to the others, in any unit
};

/// Runs all `works`, started roughly in the order given; with the longest first there is the least
/// waiting. `progress` gets the share of all that is done, by weight. If some throw, the others are
/// still run, and then the exception of the first of them in the list reaches the caller, whatever
/// the order in which threads ran. On a request to stop, tasks that have not begun are skipped and
/// Stopped is thrown whatever else was.
void side_by_side(std::vector<Work> const& works, Progress const& progress = {});

}  // namespace gapmap
