// Whether the colours of the maps are told apart by every eye, on screens and in grey.

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>

#include "gapmap/report/cost_steps.h"

namespace gapmap::report {
namespace {

using Rgb = std::array<double, 3>;
using Matrix = std::array<Rgb, 3>;

/// How eyes see linear colors: those with all cones, and those that lack one kind (Machado,
/// Oliveira & Fernandes 2009, severity 1).
struct Eye {
  char const* name;
  Matrix sees;
};
constexpr std::array<Eye, 4> kEyes{{{"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
                                    {"protanopia",
                                     {{{0.152286, 1.052583, -0.204868},
                                       {0.114503, 0.786281, 0.099216},
                                       {-0.003882, -0.048116, 1.051998}}}},
                                    {"deuteranopia",
                                     {{{0.367322, 0.860646, -0.227968},
                                       {0.280085, 0.672501, 0.047413},
                                       {-0.011820, 0.042940, 0.968881}}}},
                                    {"tritanopia",
                                     {{{1.255528, -0.076749, -0.178779},
                                       {-0.078411, 0.930809, 0.147602},
                                       {0.004733, 0.691367, 0.303900}}}}}};

Rgb linear(std::string const& color) {
  Rgb parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    int byte = 0;
    auto const* const first = color.data() + 1 + 2 * i;
    std::from_chars(first, first + 2, byte, 16);
    double const c = byte / 255.0;
    parts[i] = c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  }
  return parts;
}

/// CIE L*a*b*, D65.
std::array<double, 3> lab(Rgb const& rgb) {
  auto const f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  auto const& [r, g, b] = rgb;
  double const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  double const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  double const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

std::array<double, 3> seen(Eye const& eye, std::string const& color) {
  auto const rgb = linear(color);
  Rgb as_seen{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) as_seen[i] += eye.sees[i][j] * rgb[j];
    as_seen[i] = std::clamp(as_seen[i], 0.0, 1.0);
  }
  return lab(as_seen);
}

double distance(std::array<double, 3> const& a, std::array<double, 3> const& b) {
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

// As planners know them: five up to the limit, two beyond; and the other way round.
constexpr double kLimits[]{20'000, 3'000};

TEST(Palette, EachStepIsDarkerThanTheLastForEveryEye) {
  for (double const limit : kLimits) {
    auto const colors = colors_of_classes({1'000, 3'000, 5'000, 10'000, 20'000, 30'000}, limit);
    for (auto const& eye : kEyes) {
      for (std::size_t i = 1; i < colors.size(); ++i) {
        auto const before = seen(eye, colors[i - 1]);
        auto const after = seen(eye, colors[i]);
        EXPECT_GT(before[0] - after[0], 4.5) << eye.name << ", step " << i << ", limit " << limit;
        EXPECT_GT(distance(before, after), 6) << eye.name << ", step " << i;
      }
    }
  }
}

TEST(Palette, NearAndFarAreFarApartForEveryEye) {
  auto const colors = colors_of_classes({20'000}, 20'000);
  auto const all = colors_of_classes({1'000, 3'000, 5'000, 10'000, 20'000, 30'000}, 20'000);
  for (auto const& eye : kEyes) {
    EXPECT_GT(distance(seen(eye, colors[0]), seen(eye, colors[1])), 60) << eye.name;
    EXPECT_GT(distance(seen(eye, all[4]), seen(eye, all[5])), 60) << eye.name;
  }
}

TEST(Palette, TheGroundIsNoStep) {
  constexpr char const* kGround = "#f7f5ef";
  for (auto const& eye : kEyes) {
    for (auto const& color : colors_of_classes({1'000, 3'000, 5'000}, 5'000))
      EXPECT_GT(distance(seen(eye, kGround), seen(eye, color)), 8) << eye.name << " " << color;
  }
}

TEST(Palette, OtherCellsAreNoStepEither) {
  auto const colors = colors_of_classes({5'000, 20'000, 30'000}, 20'000);
  for (auto const& eye : kEyes) {
    for (auto const sign : {kNoConnectionColor, kOffNetworkColor}) {
      for (auto const& color : colors)
        EXPECT_GT(distance(seen(eye, std::string{sign}), seen(eye, color)), 8)
            << eye.name << " " << sign << " " << color;
    }
  }
}

}  // namespace
}  // namespace gapmap::report
