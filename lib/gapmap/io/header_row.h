#pragma once
// Where the header of a table is that somebody typed: titles, dates and merged headings may stand
// above it. Private to io.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gapmap::io {

/// How many cells the rows of a table have, and how many rows agree: as many as a row without
/// numbers that is filled for the larger part, and the rows below it. (1, 0) if there is none.
[[nodiscard]] std::pair<std::size_t, std::size_t> likely_columns(
    std::span<std::vector<std::string_view> const> rows);

/// The row that is the header: the one with the most names that `is_known` knows, if at least two,
/// it has no number and no name twice, and it has more of them than the first; else the first that
/// is filled for more than half, without numbers; else the first.
[[nodiscard]] std::size_t header_row(std::span<std::vector<std::string> const> rows,
                                     std::function<bool(std::string_view)> const& is_known);

}  // namespace gapmap::io
