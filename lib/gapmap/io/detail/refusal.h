#pragma once
// What reading an input led to and was not done: GDAL and SQLite ask in the middle of their work,
// where nothing may be thrown.

#include <cstdint>
#include <string_view>

#include "gapmap/units/error.h"

namespace gapmap::io {

enum class Refusal : std::uint8_t {
  Remote,     ///< another computer or a database
  Pipe,       ///< neither a file nor a folder
  Result,     ///< a file that a result of this run would replace
  Endless,    ///< files that lead to one another, or to more than any input has
  Elsewhere,  ///< rows that SQLite itself takes from other files, of which nobody would know
  Region,     ///< rows that a virtual dataset chooses by an index that others wrote
  Dialect,    ///< SQL in a virtual dataset that SQLite would run
  Uncopied,   ///< a database that another program has open
};

/// Remembers it in this thread and tells GDAL that it failed; the first says the most.
void refuse(Refusal refusal, std::string_view name);

/// Forgets what was refused in this thread.
void forget_refused();

/// Throws InputError if reading `where` led to something that was refused since.
void throw_if_refused(InputError::Where const& where);

}  // namespace gapmap::io
