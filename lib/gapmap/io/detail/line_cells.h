#pragma once
// One line of delimited text in cells.

#include <string>
#include <string_view>
#include <vector>

namespace gapmap::io {

/// Whether text between quotation marks in the middle of a cell may hold separators.
enum class MarksInside : bool { AreText, Quote };

/// The cells as they are written, in the line. A cell between quotation marks ends in front of a
/// separator or the end of the line; where it does not, its marks are text.
void split_line(std::string_view line, char separator, MarksInside marks,
                std::vector<std::string_view>& cells);

/// The text of one such cell: without the marks around it, two within being one.
[[nodiscard]] std::string_view unquoted(std::string_view cell, std::string& storage);

/// Where the text that opens with the mark at `open` is closed, in front of a separator, a line end
/// or the end: the place of the mark. npos if a mark in between does neither close nor stand twice,
/// or there is none; `is_lenient` takes the former for text.
[[nodiscard]] std::size_t closing_mark(std::string_view text, std::size_t open, char separator,
                                       bool is_lenient = false);

}  // namespace gapmap::io
