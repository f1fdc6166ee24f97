#include "gapmap/units/progress.h"

#include <algorithm>
#include <limits>

#include "gapmap/units/stop.h"

namespace gapmap {

Progress part_of(Progress const& whole, double from, double to) {
  if (!whole) return {};
  return [&whole, from, to](double share) { whole(from + share * (to - from)); };
}

Steps::Steps(Progress const& progress, std::uint64_t total)
    : progress_{progress},
      total_{total},
      next_{total > 0 ? 1 : std::numeric_limits<std::uint64_t>::max()} {}

void Steps::tell() {
  constexpr std::uint64_t kTimes = 100;
  next_ = done_ < total_ ? std::min(done_ + std::max<std::uint64_t>(total_ / kTimes, 1), total_)
                         : std::numeric_limits<std::uint64_t>::max();
  stop_if_asked();
  if (!progress_) return;
  // More steps than announced count as all of them.
  progress_(std::min(1.0, static_cast<double>(done_) / static_cast<double>(total_)));
}

}  // namespace gapmap
