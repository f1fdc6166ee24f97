#include "gapmap/siting/effort.h"

#include <algorithm>

#include "gapmap/units/stop.h"

namespace gapmap::siting {

Effort::Effort(EffortLimits const& limits)
    : limits_{limits}, begin_{std::chrono::steady_clock::now()}, stop_{stop_of_this_thread()} {}

bool Effort::spend() {
  ++rounds_;
  return !is_spent();
}

bool Effort::is_spent() const {
  if (rounds_ >= limits_.rounds) return true;
  if (limits_.finish.stop_requested() || stop_.stop_requested()) return true;
  return limits_.time && std::chrono::steady_clock::now() - begin_ >= *limits_.time;
}

std::optional<std::chrono::steady_clock::duration> Effort::time_left() const {
  if (!limits_.time) return std::nullopt;
  auto const spent = std::chrono::steady_clock::now() - begin_;
  return std::max(*limits_.time - spent, std::chrono::steady_clock::duration::zero());
}

}  // namespace gapmap::siting
