#pragma once
// Works that have nothing to do with one another, on several threads at a time.

#include <functional>
#include <vector>

namespace gapmap {

/// Does every one of `works`, begun in about this order: the longest first makes the least waiting.
/// If some throw, the others are still done, and then what the first of those in the list threw
/// reaches the caller: the same whatever the threads did.
void side_by_side(std::vector<std::function<void()>> const& works);

}  // namespace gapmap
