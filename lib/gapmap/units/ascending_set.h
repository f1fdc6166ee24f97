#pragma once
// A set of numbers that are collected in any order and taken out in ascending order, without a
// sort.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gapmap {

/// A set that is filled and emptied many times. One bit per number says whether it is in the set,
/// and a second level has a bit for each word of 64 numbers that is not empty, so that ordering the
/// numbers costs less than finding them did.
/// Cost: one step per number in the set and one per 4096 possible numbers.
class AscendingSet {
 public:
  /// Makes an empty set for numbers below `size`.
  explicit AscendingSet(std::size_t size) : is_in_(size / 64 + 1), words_(size / 4096 + 1) {}

  /// Inserts `number`; returns true if it was not in the set yet.
  bool insert(std::uint32_t number) {
    auto& word = is_in_[number / 64];
    auto const before = word;
    word |= std::uint64_t{1} << number % 64;
    words_[number / 4096] |= std::uint64_t{1} << number / 64 % 64;
    return word != before;
  }

  /// Calls `take(number)` for every number in ascending order and leaves the set empty.
  template <class Take>
  void empty(Take const& take) {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (auto words = words_[w]; words != 0; words &= words - 1) {
        auto const word = w * 64 + static_cast<std::size_t>(std::countr_zero(words));
        for (auto bits = is_in_[word]; bits != 0; bits &= bits - 1) {
          auto const number = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
          take(static_cast<std::uint32_t>(number));
        }
        is_in_[word] = 0;
      }
      words_[w] = 0;
    }
  }

 private:
  std::vector<std::uint64_t> is_in_;  ///< one bit per number
  std::vector<std::uint64_t> words_;  ///< one bit per word of `is_in_`: whether it is not zero
};

}  // namespace gapmap
