#pragma once
// How much room text takes in a field of a workbook.

#include <cstddef>
#include <string_view>

namespace gapmap::io {

/// Returns the number of characters, not bytes.
[[nodiscard]] std::size_t length_of(std::string_view text);

/// Returns as much of `text` as `most` of Excel's characters can hold.
[[nodiscard]] std::string_view fitting(std::string_view text, std::size_t most);

[[nodiscard]] std::size_t longest_word(std::string_view text);

/// Returns the number of lines into which text breaks in a column `width` characters wide: between
/// words, and within longer words.
[[nodiscard]] std::size_t lines_in(std::string_view text, double width);

}  // namespace gapmap::io
