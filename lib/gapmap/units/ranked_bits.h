#pragma once
// Which of many numbers are in a set, and how many of them lie below a given one: what a column of
// flags and a column of ranks say, in a 50th of the memory.

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gapmap {

/// A set of numbers below `size`.
/// Source: Jacobson (1989), Space-efficient static trees and graphs, FOCS: rank by counts of whole words.
class RankedBits {
 public:
  RankedBits() = default;
  explicit RankedBits(std::size_t size) : words_(size / kBits + 1) {}

  /// True if `number` was not in the set. For several threads at once: of many that insert the same
  /// number one is told so.
  bool insert(std::size_t number) noexcept {
    std::atomic_ref word{words_[number / kBits]};
    if ((word.load(std::memory_order_relaxed) & bit(number)) != 0) return false;
    return (word.fetch_or(bit(number), std::memory_order_relaxed) & bit(number)) == 0;
  }
  [[nodiscard]] bool contains(std::size_t number) const noexcept {
    return (words_[number / kBits] & bit(number)) != 0;
  }

  /// Counts, once everything is inserted. Returns how many numbers there are.
  std::size_t count() {
    below_.resize(words_.size());
    std::size_t sum = 0;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      below_[word] = static_cast<std::uint32_t>(sum);
      sum += static_cast<std::size_t>(std::popcount(words_[word]));
    }
    return sum;
  }
  /// How many numbers of the set are less than `number`. Requires: count() was called.
  [[nodiscard]] std::uint32_t rank(std::size_t number) const noexcept {
    auto const lower = words_[number / kBits] & (bit(number) - 1);
    return below_[number / kBits] + static_cast<std::uint32_t>(std::popcount(lower));
  }

 private:
  static constexpr std::size_t kBits = 64;
  static constexpr std::uint64_t bit(std::size_t number) noexcept {
    return std::uint64_t{1} << (number % kBits);
  }
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> below_;  ///< how many numbers lie in the words before
};

}  // namespace gapmap
