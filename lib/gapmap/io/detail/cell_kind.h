#pragma once
// What a cell is to the program that saved it.

#include <cstdint>

namespace gapmap::io {

enum class CellKind : std::uint8_t {
  Text,          ///< as it is written, perhaps a number that somebody typed
  Number,        ///< its mark is a full stop
  Truth,         ///< true or false, which is no number
  NeverComputed  ///< a formula of which nobody has computed the value
};

}  // namespace gapmap::io
