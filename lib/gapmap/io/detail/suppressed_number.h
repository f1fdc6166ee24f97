#pragma once
// Marks that stand where a number would: of statistics that do not publish it, and of lists that do
// not have it.

#include <optional>
#include <string_view>

#include "gapmap/places/people_range.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {

/// ".." "..." "." "*" "-" "x" and the like: there is no number.
[[nodiscard]] bool is_missing_mark(std::string_view text);

/// What a mark tells of a number of people that is not published: "<10" up to 9, "1–9" both, others
/// nothing (no upper bound). `style` is that of its column: "<1.110" may be up to 1 109. Nothing if
/// the text is none.
[[nodiscard]] std::optional<PeopleRange> parse_suppressed(std::string_view text,
                                                          NumberStyle style = {});

}  // namespace gapmap::io
