#pragma once
// What inputs referred to and was refused. GDAL and SQLite ask in the middle of their work, where
// nothing may be thrown, so refusals are remembered.

#include <cstdint>
#include <string_view>

#include "gapmap/units/error.h"

namespace gapmap::io {

enum class Refusal : std::uint8_t {
  Remote,     ///< another computer or a database
  Pipe,       ///< neither a file nor a folder
  Result,     ///< a file that a result of this run would replace
  Endless,    ///< files that refer to one another, or to more files than any input has
  Elsewhere,  ///< rows that SQLite takes from other files unnoticed
  Region,     ///< rows that a virtual dataset selects by an index made by others
  Dialect,    ///< SQL in a virtual dataset that SQLite would run
  Uncopied,   ///< a database that another program has open
};

/// Remembers a refusal in this thread and makes GDAL fail; the first one is reported.
void refuse(Refusal refusal, std::string_view name);

/// Forgets what was refused in this thread.
void forget_refused();

/// Throws InputError if anything was refused while reading `where`.
void throw_if_refused(InputError::Where const& where);

}  // namespace gapmap::io
