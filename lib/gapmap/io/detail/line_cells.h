#pragma once
// Splits one line of delimited text into cells.

#include <string>
#include <string_view>
#include <vector>

namespace gapmap::io {

/// Whether quoted text in the middle of a cell may contain separators.
enum class MarksInside : bool { AreText, Quote };

/// Splits a line into cells, as views of the line as it is written. A quoted cell ends before a
/// separator or the end of the line; otherwise its marks are text.
void split_line(std::string_view line, char separator, MarksInside marks,
                std::vector<std::string_view>& cells);

/// Returns the text of a cell from split_line(), without the marks around it; doubled marks become
/// one.
[[nodiscard]] std::string_view unquoted(std::string_view cell, std::string& storage);

/// Returns the position of the mark that closes the quotation opened at `open`, before a separator,
/// a line end or the end of the text. npos if there is none, or if a mark before it neither closes
/// nor is doubled; `is_lenient` treats such a mark as text.
[[nodiscard]] std::size_t closing_mark(std::string_view text, std::size_t open, char separator,
                                       bool is_lenient = false);

}  // namespace gapmap::io
