#pragma once
// Rows of numbers as PBF packs them. Private to io/osm_block.

#include <cstdint>
#include <protozero/varint.hpp>
#include <stdexcept>
#include <string_view>

namespace gapmap::io {

[[noreturn]] inline void damaged(char const* what) { throw std::runtime_error{what}; }

/// A packed row of variable-length integers, taken one by one.
class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : at_{bytes.data()}, end_{bytes.data() + bytes.size()} {}
  [[nodiscard]] bool are_left() const noexcept { return at_ != end_; }
  [[nodiscard]] std::uint64_t take() {
    if (at_ == end_) damaged("a list is shorter than the one beside it");
    return protozero::decode_varint(&at_, end_);
  }
  [[nodiscard]] std::int64_t take_signed() { return protozero::decode_zigzag64(take()); }

 private:
  char const* at_;
  char const* end_;
};

/// Numbers stored as the difference to the one before. Damaged data may overflow: unsigned, so that
/// this is no worse than wrong.
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
