#pragma once
// Numbers collected in any order and given back in ascending order, without a sort.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gapmap {

/// Filled and emptied many times. Which numbers are in is a set of bits, and which words of it are
/// not empty another, so that to order them costs less than to find them did.
/// Cost: a step a number that is in and one for every 4096 that might be.
class AscendingSet {
 public:
  /// For numbers below `size`.
  explicit AscendingSet(std::size_t size) : is_in_(size / 64 + 1), words_(size / 4096 + 1) {}

  /// True if `number` was not in the set.
  bool insert(std::uint32_t number) {
    auto& word = is_in_[number / 64];
    auto const before = word;
    word |= std::uint64_t{1} << number % 64;
    words_[number / 4096] |= std::uint64_t{1} << number / 64 % 64;
    return word != before;
  }

  /// Calls `take(number)` by ascending number and leaves nothing behind.
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
  std::vector<std::uint64_t> is_in_;  ///< a bit a number
  std::vector<std::uint64_t> words_;  ///< a bit a word of the above
};

}  // namespace gapmap
