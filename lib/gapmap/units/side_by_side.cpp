#include "gapmap/units/side_by_side.h"

#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>

#include <atomic>
#include <exception>

namespace gapmap {

void side_by_side(std::vector<std::function<void()>> const& works) {
  std::vector<std::exception_ptr> failures(works.size());
  // Whoever is free takes the next, not the one that his part of a range holds.
  std::atomic<std::size_t> next{0};
  tbb::parallel_for(
      std::size_t{0}, works.size(),
      [&](std::size_t) {
        auto const work = next++;
        try {
          works[work]();
        } catch (...) {
          failures[work] = std::current_exception();
        }
      },
      tbb::simple_partitioner{});
  for (auto const& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace gapmap
