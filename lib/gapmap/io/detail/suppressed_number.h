#pragma once
// Marks in place of numbers, in statistics that do not publish them and in lists that lack them.

#include <optional>
#include <string_view>

#include "gapmap/places/people_range.h"
#include "gapmap/units/number_column.h"

namespace gapmap::io {

/// Whether the text is a mark for a missing number: ".." "..." "." "*" "-" "x" and the like.
[[nodiscard]] bool is_missing_mark(std::string_view text);

/// Returns the range that a mark gives for an unpublished number of people: "<10" up to 9, "1–9"
/// both bounds, others none (no upper bound). `style` is that of its column: "<1.110" may be up to
/// 1 109. Nothing if the text is not a mark.
[[nodiscard]] std::optional<PeopleRange> parse_suppressed(std::string_view text,
                                                          NumberStyle style = {});

}  // namespace gapmap::io
