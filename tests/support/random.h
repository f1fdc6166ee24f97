#pragma once
// Chance with a fixed seed. GAPMAP_TEST_SEED overrides every seed, and a failing test prints the
// one it ran with.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>

namespace gapmap {

/// Lives as long as the test (or the round of it) that draws from it.
class Random {
 public:
  /// The compilers' own words for where it is called: clang 14 has no std::source_location.
  explicit Random(std::uint64_t fixed_seed, char const* file = __builtin_FILE(),
                  int line = __builtin_LINE())
      : seed_{chosen(fixed_seed)},
        trace_{file, line, "GAPMAP_TEST_SEED=" + std::to_string(seed_)},
        engine_{seed_} {}

  /// Both ends inclusive. Modulo, because what std::uniform_int_distribution gives depends on the
  /// standard library.
  [[nodiscard]] std::uint32_t whole(std::uint32_t low, std::uint32_t high) {
    return low + static_cast<std::uint32_t>(engine_() % (std::uint64_t{high} - low + 1));
  }
  [[nodiscard]] double real(double low, double high) {
    return low + (high - low) * static_cast<double>(engine_() >> 11U) * 0x1.0p-53;
  }
  [[nodiscard]] bool chance(double probability) { return real(0, 1) < probability; }

 private:
  [[nodiscard]] static std::uint64_t chosen(std::uint64_t fixed_seed) {
    auto const* const text = std::getenv("GAPMAP_TEST_SEED");
    return text == nullptr ? fixed_seed : std::strtoull(text, nullptr, 10);
  }

  std::uint64_t seed_;
  testing::ScopedTrace trace_;
  std::mt19937_64 engine_;
};

}  // namespace gapmap
