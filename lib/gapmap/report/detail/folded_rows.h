#pragma once
// Long tables of municipalities in a report: the rows that tell most, and all others in one row
// with their sums, so that the rows shown still add up to the total.

#include "gapmap/report/language.h"
#include "gapmap/tables/output_table.h"

namespace gapmap::report {

/// Most municipalities with a row of their own.
inline constexpr std::size_t kShownMunicipalities = 20;

struct FoldedRows {
  tables::OutputTable table;  ///< without shapes
  bool is_folded = false;     ///< rows were put together
};

/// Returns the table of a comparison with at most kShownMunicipalities rows of municipalities, in
/// their order: those in which most changed, of which some residents crossed the limit or moved.
/// The others are one row before the rows without a code, which stay. Shares of that row are those
/// of its sums. A table in which one row at most would go is left as it is.
/// Requires: columns of the municipalities or parts of a comparison, or of the municipalities of a
/// plan; the total is the last row.
[[nodiscard]] FoldedRows folded(Language language, tables::OutputTable const& table);

}  // namespace gapmap::report
