#include "gapmap/network/road_names.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "gapmap/units/error.h"

namespace gapmap {

NamePool::NamePool(Column<char> text, Column<std::uint64_t> first)
    : text_{std::move(text)}, first_{std::move(first)} {
  auto const& starts = std::as_const(first_);
  expects(!starts.empty() && starts[0] == 0 && starts.back() == text_.size() &&
              std::is_sorted(starts.begin(), starts.end()),
          "names lie one after the other");
}

std::string_view NamePool::operator[](NameId id) const {
  if (id.is_none()) return {};
  expects(id.value() < size(), "a road's name is one of those there are");
  auto const first = first_[id.value()];
  return {text_.data() + first, first_[id.value() + 1] - first};
}

NameId NameCollector::add(std::string_view name) {
  if (name.empty()) return NameId::none();
  if (2 * (pool_.size() + 1) > slots_.size()) grow();
  auto& slot = slots_[slot_of(name)];
  if (slot.is_none()) {
    slot = NameId{pool_.size()};
    auto& text = pool_.text_.own();
    text.insert(text.end(), name.begin(), name.end());
    pool_.first_.push_back(text.size());
  }
  return slot;
}

std::size_t NameCollector::slot_of(std::string_view name) const {
  auto const last = slots_.size() - 1;
  for (auto at = std::hash<std::string_view>{}(name)&last;; at = (at + 1) & last) {
    auto const id = slots_[at];
    if (id.is_none() || pool_[id] == name) return at;
  }
}

void NameCollector::grow() {
  constexpr std::size_t kLeast = 64;
  slots_.assign(std::max(kLeast, 2 * slots_.size()), NameId::none());
  for (std::size_t i = 0; i < pool_.size(); ++i) slots_[slot_of(pool_[NameId{i}])] = NameId{i};
}

}  // namespace gapmap
