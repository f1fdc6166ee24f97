#pragma once
// Tables of fractions rounded so that they still add up.

#include <cstdint>
#include <vector>

namespace gapmap::scenario {

/// Rows of whole numbers, all of the same length.
using Table = std::vector<std::vector<std::int64_t>>;

/// Rounds every entry of `table` to a multiple of `unit`, up or down, so that every row keeps its
/// sum and the sum of every column is also rounded up or down. The result depends on the table
/// alone, and negating the table negates the result.
/// Requires: unit > 0; the sum of every row is a multiple of it.
/// Ties:     of the two ways to round along a cycle the one with the smaller shift is taken.
/// Cost:     O(entries (rows + columns)).
/// Source:   controlled rounding after Cox, Journal of the American Statistical Association 82
///           (1987).
[[nodiscard]] Table rounded(Table table, std::int64_t unit);

}  // namespace gapmap::scenario
