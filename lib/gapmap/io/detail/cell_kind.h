#pragma once
// The type of a cell in the program that saved it.

#include <cstdint>

namespace gapmap::io {

enum class CellKind : std::uint8_t {
  Text,          ///< as written, perhaps a number that somebody typed
  Number,        ///< with a decimal point
  Truth,         ///< true or false, which is not a number
  NeverComputed  ///< a formula whose value was never computed
};

}  // namespace gapmap::io
