#pragma once
// Consecutive ids, to be walked by a range-for. (std::views::iota | transform would do, but clang
// 14 cannot read libstdc++ 12's.)

#include <cstddef>
#include <iterator>

#include "gapmap/units/id.h"

namespace gapmap {

template <class Index>
class IdRange {
 public:
  class Iterator {
   public:
    using value_type = Index;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::forward_iterator_tag;
    using reference = Index;
    using pointer = void;
    constexpr Iterator() noexcept = default;
    explicit constexpr Iterator(std::size_t at) noexcept : at_{at} {}
    [[nodiscard]] constexpr Index operator*() const noexcept { return Index{at_}; }
    constexpr Iterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {
      auto const before = *this;
      ++at_;
      return before;
    }
    friend constexpr bool operator==(Iterator, Iterator) noexcept = default;

   private:
    std::size_t at_ = 0;
  };

  /// Makes the range of ids from `first` up to but not including `end`.
  constexpr IdRange(std::size_t first, std::size_t end) noexcept : first_{first}, end_{end} {}
  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator{first_}; }
  [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator{end_}; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return end_ - first_; }
  [[nodiscard]] constexpr bool empty() const noexcept { return first_ == end_; }

 private:
  std::size_t first_;
  std::size_t end_;
};

}  // namespace gapmap
