#pragma once
// Numbers with a dimension. An operator exists only if its result has that dimension: metres add to
// metres, metres divided by metres per second are seconds, metres do not add to seconds. The graph
// counts in integer quantities; they saturate at infinite(), so that a cost added to "unreachable"
// stays unreachable.

#include <cmath>
#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>

namespace gapmap {

template <class Tag, class Rep>
class Quantity {
 public:
  using rep = Rep;
  static constexpr bool kSaturates = std::integral<Rep>;

  constexpr Quantity() noexcept = default;
  explicit constexpr Quantity(Rep value) noexcept : value_{value} {}

  /// Returns the only "unreachable" quantity, greater than every finite one.
  [[nodiscard]] static constexpr Quantity infinite() noexcept {
    if constexpr (kSaturates) {
      return Quantity{std::numeric_limits<Rep>::max()};
    } else {
      return Quantity{std::numeric_limits<Rep>::infinity()};
    }
  }

  [[nodiscard]] constexpr Rep value() const noexcept { return value_; }
  [[nodiscard]] constexpr bool is_finite() const noexcept { return *this < infinite(); }

  friend constexpr auto operator<=>(Quantity, Quantity) noexcept = default;

  [[nodiscard]] friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept {
    if constexpr (kSaturates) {
      Rep const sum = static_cast<Rep>(a.value_ + b.value_);
      return sum < a.value_ ? infinite() : Quantity{sum};
    } else {
      return Quantity{a.value_ + b.value_};
    }
  }
  constexpr Quantity& operator+=(Quantity other) noexcept { return *this = *this + other; }

  /// Subtracts. Only quantities that may be negative have differences.
  [[nodiscard]] friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept
      requires(!kSaturates) {
    return Quantity{a.value_ - b.value_};
  }
  [[nodiscard]] friend constexpr Quantity operator*(Quantity a, double factor) noexcept
      requires(!kSaturates) {
    return Quantity{a.value_ * factor};
  }
  [[nodiscard]] friend constexpr Quantity operator*(double factor, Quantity a) noexcept
      requires(!kSaturates) {
    return a * factor;
  }
  [[nodiscard]] friend constexpr Quantity operator/(Quantity a, double divisor) noexcept
      requires(!kSaturates) {
    return Quantity{a.value_ / divisor};
  }
  [[nodiscard]] friend constexpr double operator/(Quantity a, Quantity b) noexcept
      requires(!kSaturates) {
    return a.value_ / b.value_;
  }

 private:
  Rep value_{};
};

using Meters = Quantity<struct LengthTag, double>;
using Seconds = Quantity<struct TimeTag, double>;
using MetersPerSecond = Quantity<struct SpeedTag, double>;
using People = Quantity<struct PeopleTag, double>;
using Millimeters = Quantity<struct LengthTag, std::uint32_t>;
using Milliseconds = Quantity<struct TimeTag, std::uint32_t>;

/// A quantity that a sweep can minimise: an integer, saturating one.
template <class T>
concept CostType = std::same_as<T, Millimeters> || std::same_as<T, Milliseconds>;

[[nodiscard]] constexpr Seconds operator/(Meters length, MetersPerSecond speed) noexcept {
  return Seconds{length.value() / speed.value()};
}
[[nodiscard]] constexpr MetersPerSecond operator/(Meters length, Seconds time) noexcept {
  return MetersPerSecond{length.value() / time.value()};
}
[[nodiscard]] constexpr Meters operator*(MetersPerSecond speed, Seconds time) noexcept {
  return Meters{speed.value() * time.value()};
}

/// Rounds to the nearest whole thousandth, halves up: the one rounding between geometry and graph.
/// A value that does not fit (4 294 km, 49 days) becomes infinite, and so does a negative value or
/// NaN, which is a broken promise of the caller.
template <CostType Cost>
[[nodiscard]] inline Cost to_cost(double units) noexcept {
  double const thousandths = std::floor(units * 1000.0 + 0.5);
  if (!(thousandths >= 0.0) || thousandths >= static_cast<double>(Cost::infinite().value())) {
    return Cost::infinite();
  }
  return Cost{static_cast<typename Cost::rep>(thousandths)};
}
[[nodiscard]] inline Millimeters to_millimeters(Meters length) noexcept {
  return to_cost<Millimeters>(length.value());
}

[[nodiscard]] constexpr Meters to_meters(Millimeters length) noexcept {
  return length.is_finite() ? Meters{length.value() / 1000.0} : Meters::infinite();
}

[[nodiscard]] constexpr Seconds to_seconds(Milliseconds time) noexcept {
  return time.is_finite() ? Seconds{time.value() / 1000.0} : Seconds::infinite();
}

/// Converts a cost to the unit people use: millimetres to metres, milliseconds to seconds.
[[nodiscard]] constexpr Meters to_natural(Millimeters length) noexcept { return to_meters(length); }
[[nodiscard]] constexpr Seconds to_natural(Milliseconds time) noexcept { return to_seconds(time); }
template <CostType Cost>
using Natural = decltype(to_natural(Cost{}));

}  // namespace gapmap
