#pragma once
// Whole numbers modulo the prime 2^61 - 1: exact arithmetic for linear algebra, without the
// fractions that grow during elimination over rational numbers.

#include <cstdint>

namespace gapmap::disclosure {

class Residue {
 public:
  static constexpr std::uint64_t kPrime = (std::uint64_t{1} << 61U) - 1;

  constexpr Residue() = default;
  constexpr explicit Residue(std::int64_t value)
      : value_{value >= 0 ? static_cast<std::uint64_t>(value) % kPrime
                          : kPrime - static_cast<std::uint64_t>(-value) % kPrime} {
    if (value_ == kPrime) value_ = 0;
  }

  /// Returns the whole number of this residue class that is nearest to 0.
  [[nodiscard]] constexpr std::int64_t nearest_to_zero() const {
    auto const value = static_cast<std::int64_t>(value_);
    return value_ > kPrime / 2 ? value - static_cast<std::int64_t>(kPrime) : value;
  }
  [[nodiscard]] constexpr bool is_zero() const { return value_ == 0; }
  friend constexpr bool operator==(Residue, Residue) = default;
  friend constexpr Residue operator-(Residue a, Residue b) {
    return of(a.value_ >= b.value_ ? a.value_ - b.value_ : a.value_ + kPrime - b.value_);
  }
  friend constexpr Residue operator*(Residue a, Residue b) {
    __extension__ using Wide = unsigned __int128;
    auto const product = static_cast<Wide>(a.value_) * b.value_;
    // 2^61 is 1 modulo the prime, so the upper bits are added to the lower ones.
    auto const sum =
        static_cast<std::uint64_t>(product >> 61U) + (static_cast<std::uint64_t>(product) & kPrime);
    return of(sum >= kPrime ? sum - kPrime : sum);
  }
  /// Returns the inverse by Fermat's little theorem, a^(p - 2).
  /// Requires: the residue is not zero.
  [[nodiscard]] constexpr Residue inverse() const {
    Residue result{1};
    Residue power = *this;
    for (auto exponent = kPrime - 2; exponent > 0; exponent >>= 1U) {
      if ((exponent & 1U) != 0) result = result * power;
      power = power * power;
    }
    return result;
  }

 private:
  static constexpr Residue of(std::uint64_t value) {
    Residue residue;
    residue.value_ = value;
    return residue;
  }
  std::uint64_t value_ = 0;
};

}  // namespace gapmap::disclosure
