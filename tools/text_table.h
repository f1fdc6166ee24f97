#pragma once
// Tables for a terminal.

#include <string>
#include <string_view>
#include <vector>

#include "gapmap/units/quantity.h"

namespace gapmap::tools {

/// In characters, not bytes: names have ä and ö.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// No-break spaces as blanks: terminals, and what searches their lines, know one kind.
[[nodiscard]] std::string plain(std::string text);

/// `text` in lines of at most `width` characters, broken at blanks where that is possible; all but
/// the first begin with `indent` blanks. 0: one line.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

/// One line of text a row, columns two spaces apart. `sides` has a letter a column: l for text, r
/// for numbers; columns beyond it are numbers. Requires: as many cells in every row.
[[nodiscard]] std::vector<std::string> aligned(std::vector<std::vector<std::string>> const& rows,
                                               std::string_view sides);

/// "131 713": groups of three, as Finnish, Swedish and the SI write them.
[[nodiscard]] std::string grouped(People people);

}  // namespace gapmap::tools
