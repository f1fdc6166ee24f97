#pragma once
// Rows with totals, which many lists have at the end: they are nobody's home and have no position.

#include "gapmap/io/positions.h"

namespace gapmap::io {

/// Whether a row without position says in one of its cells that it is a total: "Yhteensä",
/// "Totalt", "Mikkeli yhteensä". "Summa" is also a village and counts only if no other cell has
/// words.
[[nodiscard]] bool says_total(Record const& record, Table const& table);

/// Whether the record has no position, or a cell id that encodes no square.
[[nodiscard]] bool is_nowhere(Record const& record, Recognised const& fields);

}  // namespace gapmap::io
