#pragma once
// Ids: numbers that name things. An Id<Tag> is an index with a meaning: no arithmetic, no implicit
// conversion, and an index into nothing but the IdVector of its own kind.

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace gapmap {

template <class Tag>
class Id {
 public:
  using value_type = std::uint32_t;

  /// Returns the id of nothing; it is equal only to itself and greater than every real id.
  [[nodiscard]] static constexpr Id none() noexcept { return Id{}; }

  constexpr Id() noexcept = default;
  explicit constexpr Id(std::size_t value) noexcept : value_{static_cast<value_type>(value)} {}

  [[nodiscard]] constexpr value_type value() const noexcept { return value_; }
  [[nodiscard]] constexpr bool is_none() const noexcept { return *this == none(); }

  friend constexpr auto operator<=>(Id, Id) noexcept = default;

 private:
  value_type value_ = std::numeric_limits<value_type>::max();
};

}  // namespace gapmap

namespace std {

template <class Tag>
struct hash<gapmap::Id<Tag>> {
  std::size_t operator()(gapmap::Id<Tag> id) const noexcept { return id.value(); }
};

}  // namespace std
