#pragma once
// Tables of fractions rounded so that they still add up.

#include <cstdint>
#include <vector>

namespace gapmap::scenario {

/// Rows of equally many whole numbers.
using Table = std::vector<std::vector<std::int64_t>>;

/// `table` with every entry rounded to a multiple of `unit`, up or down, such that every row keeps
/// its sum and the sum of every column is rounded up or down too: controlled rounding after Cox,
/// Journal of the American Statistical Association 82 (1987). Of the two ways to round along a
/// cycle the lesser shift is taken, so the result depends on the table alone, and that of the table
/// with all signs changed is the same with its signs changed.
/// Requires: unit > 0; the sum of every row is a multiple of it. Cost: O(entries (rows + columns)).
[[nodiscard]] Table rounded(Table table, std::int64_t unit);

}  // namespace gapmap::scenario
