#include "gapmap/siting/detail/knapsack.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gapmap::siting {
namespace {

constexpr std::size_t kMostSteps = 4000;

/// The value of a part of an item, rounded up.
std::int64_t part_of(KnapsackItem const& item, std::int64_t room) {
  auto const value =
      static_cast<long double>(item.value) * static_cast<long double>(room) / item.load;
  return std::min(item.value, static_cast<std::int64_t>(std::ceil(value)) + 1);
}

/// Tries each item in and out, the most valuable for its load first.
class WholeItems {
 public:
  WholeItems(std::vector<KnapsackItem> const& items, std::int64_t capacity)
      : items_{items}, is_in_(items.size(), 0), best_in_(items.size(), 0) {
    explore(0, capacity, 0);
  }
  [[nodiscard]] bool is_finished() const noexcept { return steps_ < kMostSteps; }
  [[nodiscard]] std::int64_t value() const noexcept { return best_; }
  [[nodiscard]] bool is_in(std::size_t item) const noexcept { return best_in_[item] != 0; }

 private:
  void explore(std::size_t item, std::int64_t room, std::int64_t value) {
    if (value > best_) {
      best_ = value;
      best_in_ = is_in_;
    }
    if (++steps_ >= kMostSteps || item == items_.size()) return;
    auto limit = value;
    auto left = room;
    for (auto k = item; k < items_.size(); ++k) {
      if (items_[k].load > left) {
        limit += part_of(items_[k], left);
        break;
      }
      left -= items_[k].load;
      limit += items_[k].value;
    }
    if (limit <= best_) return;
    if (items_[item].load <= room) {
      is_in_[item] = 1;
      explore(item + 1, room - items_[item].load, value + items_[item].value);
      is_in_[item] = 0;
    }
    explore(item + 1, room, value);
  }

  std::vector<KnapsackItem> const& items_;
  std::vector<char> is_in_, best_in_;
  std::int64_t best_ = 0;
  std::size_t steps_ = 0;
};

/// The most valuable for its load first.
std::vector<std::uint32_t> by_density(std::span<KnapsackItem const> items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<double> density;
  for (auto const& [value, load] : items)
    density.push_back(static_cast<double>(value) / std::max(static_cast<double>(load), 0.5));
  std::ranges::stable_sort(order, [&](auto a, auto b) { return density[a] > density[b]; });
  return order;
}

}  // namespace

std::vector<std::int64_t> values_with_each(std::span<KnapsackItem const> items,
                                           std::int64_t capacity) {
  auto const order = by_density(items);
  std::vector<std::int64_t> values;
  for (std::uint32_t item = 0; item < items.size(); ++item) {
    auto value = items[item].value;
    auto room = capacity - items[item].load;
    for (auto const other : order) {
      if (items[other].value <= 0) break;
      if (other == item) continue;
      if (items[other].load > room) {
        value += part_of(items[other], room);
        break;
      }
      room -= items[other].load;
      value += items[other].value;
    }
    values.push_back(value);
  }
  return values;
}

KnapsackFill fill(std::span<KnapsackItem const> items, std::int64_t capacity, bool is_split) {
  KnapsackFill filled;
  filled.shares.assign(items.size(), 0);
  auto const order = by_density(items);
  auto room = capacity;
  std::size_t whole = 0;
  for (; whole < order.size() && items[order[whole]].load <= room; ++whole) {
    filled.value += items[order[whole]].value;
    filled.shares[order[whole]] = 1;
    room -= items[order[whole]].load;
  }
  if (whole == order.size() || (is_split && room == 0)) return filled;
  auto const& next = items[order[whole]];
  if (is_split) {
    filled.value += part_of(next, room);
    filled.shares[order[whole]] = static_cast<double>(room) / static_cast<double>(next.load);
    return filled;
  }
  std::vector<KnapsackItem> sorted;
  for (auto const item : order) sorted.push_back(items[item]);
  WholeItems const found{sorted, capacity};
  filled.value = found.is_finished() ? found.value() : filled.value + part_of(next, room);
  for (std::size_t k = 0; k < order.size(); ++k) filled.shares[order[k]] = found.is_in(k) ? 1 : 0;
  return filled;
}

}  // namespace gapmap::siting
