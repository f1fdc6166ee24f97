#pragma once
// Sorting by digits: a few passes over the numbers instead of some twenty comparisons each.

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace gapmap {

/// Sorts by the `bits` bits of each number from bit `shift` on; numbers equal in these bits keep
/// their order. Several calls may share the memory of `scratch`.
/// Cost: O(n) for each 11 bits.
inline void radix_sort(std::span<std::uint64_t> numbers, unsigned shift, unsigned bits,
                       std::vector<std::uint64_t>& scratch) {
  constexpr unsigned kDigitBits = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
  constexpr std::size_t kFew = 512;  // fewer numbers are not worth counting digits for
  if (numbers.size() < kFew) {
    auto const mask = bits < 64 ? (std::uint64_t{1} << bits) - 1 : ~std::uint64_t{0};
    std::ranges::stable_sort(numbers, {}, [&](auto number) { return number >> shift & mask; });
    return;
  }
  auto const end = shift + bits;
  if (scratch.size() < numbers.size()) scratch.resize(numbers.size());
  auto from = numbers;
  auto to = std::span{scratch}.first(numbers.size());
  for (; shift < end; shift += kDigitBits) {
    auto const digits = std::size_t{1} << std::min(kDigitBits, end - shift);
    std::array<std::size_t, kDigits + 1> first{};
    for (auto const number : from) ++first[(number >> shift) % digits + 1];
    for (std::size_t digit = 1; digit < digits; ++digit) first[digit] += first[digit - 1];
    for (auto const number : from) to[first[(number >> shift) % digits]++] = number;
    std::swap(from, to);
  }
  if (from.data() != numbers.data()) std::ranges::copy(from, numbers.begin());
}

}  // namespace gapmap
