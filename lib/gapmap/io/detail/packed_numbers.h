#pragma once
// Sequences of numbers in the encoding of PBF.

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string_view>

namespace gapmap::io {

[[noreturn]] inline void damaged(char const* what) { throw std::runtime_error{what}; }

/// Reads a packed sequence of variable-length integers one by one.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : at_{bytes.data()}, end_{bytes.data() + bytes.size()} {}
  [[nodiscard]] bool are_left() const noexcept { return at_ != end_; }
  [[nodiscard]] std::uint64_t take() {
    constexpr unsigned kBits = 7;  // of each byte; the eighth says that another follows
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < std::numeric_limits<std::uint64_t>::digits; shift += kBits) {
      if (at_ == end_) damaged("a list is shorter than the one beside it");
      auto const byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte >> kBits == 0) return value;
    }
    damaged("a number is longer than any");
  }
  /// Reads a signed number: 0, -1, 1, -2 … are stored as 0, 1, 2, 3 …
  [[nodiscard]] std::int64_t take_signed() {
    auto const value = take();
    return static_cast<std::int64_t>((value >> 1U) ^ (0 - (value & 1U)));
  }

 private:
  char const* at_;
  char const* end_;
};

/// Reads numbers stored as differences to the previous one. Damaged data may overflow; unsigned
/// arithmetic makes that merely wrong and not undefined.
class Differences {
 public:
  explicit Differences(std::string_view bytes) : numbers_{bytes} {}
  [[nodiscard]] bool are_left() const noexcept { return numbers_.are_left(); }
  [[nodiscard]] std::int64_t take() {
    value_ += static_cast<std::uint64_t>(numbers_.take_signed());
    return static_cast<std::int64_t>(value_);
  }

 private:
  Numbers numbers_;
  std::uint64_t value_ = 0;
};

}  // namespace gapmap::io
