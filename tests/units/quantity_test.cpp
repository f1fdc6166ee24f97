#include "gapmap/units/quantity.h"

#include <cmath>
#include <limits>
#include <type_traits>

namespace gapmap {
namespace {

template <class A, class B>
concept Adds = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept Subtracts = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept Multiplies = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept Divides = requires(A a, B b) {
  a / b;
};
template <class A, class B>
concept Compares = requires(A a, B b) {
  a < b;
};

// An operator exists only if its result has that dimension.
static_assert(Adds<Meters, Meters> && !Adds<Meters, Seconds> && !Adds<Meters, Millimeters> &&
              !Adds<Meters, double>);
static_assert(Subtracts<Meters, Meters> && !Subtracts<Millimeters, Millimeters>);
static_assert(!Multiplies<Meters, Meters> && Multiplies<Meters, double> &&
              !Multiplies<Millimeters, double>);
static_assert(std::is_same_v<decltype(Meters{} / MetersPerSecond{1}), Seconds>);
static_assert(std::is_same_v<decltype(Meters{} / Seconds{1}), MetersPerSecond>);
static_assert(std::is_same_v<decltype(MetersPerSecond{} * Seconds{}), Meters>);
static_assert(std::is_same_v<decltype(Meters{} / Meters{1}), double>);
static_assert(!Divides<Seconds, Meters> && !Divides<Millimeters, Millimeters>);
static_assert(!Compares<Meters, Millimeters> && !Compares<Meters, double>);
static_assert(!std::is_convertible_v<double, Meters> && !std::is_convertible_v<Meters, double>);
static_assert(CostType<Millimeters> && CostType<Milliseconds> && !CostType<Meters>);

constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();

TEST(Quantity, SumsOfWholeQuantitiesSaturate) {
  EXPECT_EQ(Millimeters{kMax - 2} + Millimeters{1}, Millimeters{kMax - 1});
  EXPECT_EQ(Millimeters{kMax - 2} + Millimeters{2}, Millimeters::infinite());
  EXPECT_EQ(Millimeters{kMax - 2} + Millimeters{3}, Millimeters::infinite());
  EXPECT_EQ(Millimeters{kMax - 1} + Millimeters{kMax - 1}, Millimeters::infinite());
  EXPECT_EQ(Millimeters::infinite() + Millimeters{0}, Millimeters::infinite());
  EXPECT_EQ(Millimeters::infinite() + Millimeters::infinite(), Millimeters::infinite());
  Milliseconds sum{kMax - 1};
  sum += Milliseconds{100};
  EXPECT_FALSE(sum.is_finite());
}

TEST(Quantity, InfiniteIsGreaterThanEveryFiniteOne) {
  EXPECT_TRUE(Millimeters{kMax - 1}.is_finite());
  EXPECT_FALSE(Millimeters{kMax}.is_finite());
  EXPECT_LT(Meters{std::numeric_limits<double>::max()}, Meters::infinite());
  EXPECT_FALSE((Meters::infinite() + Meters{1}).is_finite());
  EXPECT_FALSE((Meters::infinite() - Meters{1}).is_finite());
}

TEST(Quantity, DimensionsMultiplyOut) {
  EXPECT_EQ(Meters{100} / MetersPerSecond{5}, Seconds{20});
  EXPECT_EQ(Meters{100} / Seconds{20}, MetersPerSecond{5});
  EXPECT_EQ(MetersPerSecond{5} * Seconds{20}, Meters{100});
  EXPECT_EQ(Meters{100} / Meters{40}, 2.5);
  EXPECT_EQ(2 * Meters{3} - Meters{1} / 2, Meters{5.5});
}

TEST(ToCost, RoundsToTheNearestMillimeterWithHalvesUp) {
  EXPECT_EQ(to_millimeters(Meters{0}), Millimeters{0});
  EXPECT_EQ(to_millimeters(Meters{0.0004}), Millimeters{0});
  EXPECT_EQ(to_millimeters(Meters{0.0005}), Millimeters{1});
  EXPECT_EQ(to_millimeters(Meters{0.0625}), Millimeters{63});   // 62.5, exact in binary
  EXPECT_EQ(to_millimeters(Meters{0.1875}), Millimeters{188});  // 187.5
  EXPECT_EQ(to_millimeters(Meters{1.2344}), Millimeters{1234});
  EXPECT_EQ(to_cost<Milliseconds>(60.0), Milliseconds{60'000});
}

TEST(ToCost, WhatDoesNotFitIsInfinite) {
  EXPECT_EQ(to_millimeters(Meters{4'294'967.294}), Millimeters{kMax - 1});
  EXPECT_EQ(to_millimeters(Meters{4'294'967.295}), Millimeters::infinite());
  EXPECT_EQ(to_millimeters(Meters{1e300}), Millimeters::infinite());
  EXPECT_EQ(to_millimeters(Meters::infinite()), Millimeters::infinite());
}

TEST(ToCost, NegativeAndNotANumberAreInfinite) {
  EXPECT_EQ(to_millimeters(Meters{-1}), Millimeters::infinite());
  EXPECT_EQ(to_millimeters(Meters{-0.001}), Millimeters::infinite());
  EXPECT_EQ(to_millimeters(Meters{std::nan("")}), Millimeters::infinite());
}

TEST(ToMeters, KeepsInfinity) {
  EXPECT_EQ(to_meters(Millimeters{1500}), Meters{1.5});
  EXPECT_EQ(to_meters(Millimeters::infinite()), Meters::infinite());
}

TEST(ToMeters, WholeMillimetersSurviveTheRoundTrip) {
  for (std::uint32_t mm = 1; mm < kMax - 7'654'321; mm += 7'654'321) {
    ASSERT_EQ(to_millimeters(to_meters(Millimeters{mm})), Millimeters{mm});
  }
}

}  // namespace
}  // namespace gapmap
