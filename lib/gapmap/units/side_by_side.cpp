#include "gapmap/units/side_by_side.h"

#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

#include "gapmap/units/stop.h"

namespace gapmap {
namespace {

/// Adds up the shares of tasks that run at the same time.
class CommonProgress {
 public:
  CommonProgress(std::vector<Work> const& works, Progress const& progress)
      : works_{works}, progress_{progress}, shares_(works.size(), 0) {
    for (auto const& work : works) weight_ += work.weight;
  }

  [[nodiscard]] Progress of(std::size_t work) {
    if (!progress_ || weight_ <= 0) return {};
    return [this, work](double share) {
      std::lock_guard const lock{lock_};
      shares_[work] = share;
      // Summed up anew in one order, so that all of the work is exactly all of it.
      double done = 0;
      for (std::size_t w = 0; w < works_.size(); ++w) done += works_[w].weight * shares_[w];
      progress_(std::min(1.0, done / weight_));
    };
  }

 private:
  std::vector<Work> const& works_;
  Progress const& progress_;
  std::vector<double> shares_;
  double weight_ = 0;
  std::mutex lock_;
};

}  // namespace

void side_by_side(std::vector<Work> const& works, Progress const& progress) {
  std::vector<std::exception_ptr> failures(works.size());
  CommonProgress common{works, progress};
  // A free thread takes the next task in the list, not the one that its part of the range holds.
  std::atomic<std::size_t> next{0};
  auto const do_next = [&](std::size_t) {
    auto const work = next++;
    try {
      auto const told = common.of(work);
      works[work].run(told);
      if (told) told(1);
    } catch (...) {
      failures[work] = std::current_exception();
    }
  };
  tbb::parallel_for(std::size_t{0}, works.size(), handed_on(do_next), tbb::simple_partitioner{});
  stop_if_asked();
  for (auto const& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace gapmap
