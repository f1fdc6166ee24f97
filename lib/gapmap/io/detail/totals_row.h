#pragma once
// Rows that hold the total of others, as lists have them at the end: they are nobody's home and
// nowhere.

#include "gapmap/io/positions.h"

namespace gapmap::io {

/// Whether a row that is nowhere says in one of its cells that it is a total: "Yhteensä", "Totalt",
/// "Mikkeli yhteensä". "Summa" is a village as well, so it says so only where no other cell has
/// words.
[[nodiscard]] bool says_total(Record const& record, Table const& table);

/// Whether the record is nowhere, or by its cell id at no square.
[[nodiscard]] bool is_nowhere(Record const& record, Recognised const& fields);

}  // namespace gapmap::io
