#pragma once
// Numbers as run.json and check.json have them.

#include <cmath>
#include <cstdint>

namespace gapmap::io {

/// Whole numbers without a decimal point.
template <class Json>
[[nodiscard]] Json json_number(double number) {
  if (number == std::floor(number)) return static_cast<std::int64_t>(number);
  return number;
}

}  // namespace gapmap::io
