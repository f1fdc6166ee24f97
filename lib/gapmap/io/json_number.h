#pragma once
// Numbers in the form of run.json and check.json.

#include <cmath>
#include <cstdint>

namespace gapmap::io {

/// Returns the number; whole numbers have no decimal point.
template <class Json>
[[nodiscard]] Json json_number(double number) {
  if (number == std::floor(number)) return static_cast<std::int64_t>(number);
  return number;
}

}  // namespace gapmap::io
